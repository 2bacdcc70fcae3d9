import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { enterAs } from '../support/browser-session.ts';
import { findBarriers, launchBrowser, openPage, settle } from '../support/browser.ts';
import { signIn } from '../support/sign-in.ts';

const { url, passwords } = inject('house');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openAs(username: string, path: string): Promise<Page> {
  const { page } = await openPage(browser, 'desk');
  const password = passwords[username] ?? '';
  await enterAs(page.context(), url, await signIn(url, { username, password }));
  await page.goto(new URL(path, url).href);
  await settle(page);
  return page;
}

/** Chooses by name in a list that opens under its field; the first one when none is named. */
async function choose(within: Locator | Page, label: string, option = ''): Promise<void> {
  await within.getByLabel(label, { exact: true }).click();
  const page = 'page' in within ? within.page() : within;
  const offered = page.locator('.ant-select-item-option').filter({ visible: true });
  await offered.filter({ hasText: option }).first().click();
}

async function fillApplication(page: Page): Promise<void> {
  await choose(page, '困难家庭');
  await choose(page, '申请人');
  await choose(page, '救助类型', '紧急救助');
  await choose(page, '救助类别', 'E1b');
  await choose(page, '救助事件', '登记新事件');
  await choose(page, '事件种类', '灾害');
  await page.getByLabel('发生日期').fill('2026-02-20');
  await page.getByLabel('事件经过').fill('样例：暴雨进水，家具电器损坏');
  await page.getByLabel('申请金额').fill('1500');
  await page.getByLabel('情况说明').fill('样例：房屋进水，生活困难');
}

const PAPER = { name: '样例材料.pdf', mimeType: 'application/pdf', buffer: aPdf() };

/** The smallest file that is a PDF. */
function aPdf(): Buffer {
  return Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  );
}

/** Every paper that must be there and is not. */
async function uploadPapers(page: Page): Promise<void> {
  const missing = page.locator('li', { hasText: '必交，未交' });
  for (let left = await missing.count(); left > 0; left--) {
    await missing.first().locator('input[type="file"]').setInputFiles(PAPER);
    await page.waitForFunction(
      (count) => document.body.innerText.split('必交，未交').length - 1 < count,
      left,
    );
  }
}

async function act(page: Page, button: string, fill?: (dialog: Locator) => Promise<void>) {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('意见').fill('情况属实，同意');
  await fill?.(dialog);
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: 'hidden' });
}

test('emergency aid goes over every desk in the browser, from filing with papers to the approval', async () => {
  const officer = await openAs('jiceng', '/applications/new');
  await fillApplication(officer);
  await officer.getByRole('button', { name: '保存草稿，下一步' }).click();
  await officer.waitForURL(/\/applications\/\d+$/);
  expect(await findBarriers(officer)).toEqual([]);
  const path = new URL(officer.url()).pathname;
  await uploadPapers(officer);
  await officer.getByRole('button', { name: '登记已签署的文书' }).click();
  const consents = officer.getByRole('dialog');
  for (const box of await consents.getByRole('checkbox').all()) await box.check();
  await consents.locator('button[type="submit"]').click();
  await consents.waitFor({ state: 'hidden' });
  await officer.getByRole('button', { name: '提交申请' }).click();
  await officer.getByText('已提交', { exact: true }).first().waitFor();
  await act(officer, '受理');
  await act(officer, '通过', fillFinding);
  expect(await findBarriers(officer)).toEqual([]);

  const town = await openAs('zhenshen', path);
  await act(town, '通过', fillFinding);
  const district = await openAs('quban', path);
  await act(district, '初审通过', fillFinding);
  const approver = await openAs('qushenpi', path);
  await act(approver, '审批通过', fillFinding);
  await approver.getByText('待发放', { exact: true }).first().waitFor();
  const text = await approver.locator('main').innerText();
  expect(text).toContain('壹仟伍佰元整');
  expect(text.match(/情况属实，同意/g)?.length).toBeGreaterThanOrEqual(5);
  // Nobody acts at two desks, and what is decided offers no act.
  await officer.reload();
  await settle(officer);
  expect(await officer.getByRole('button', { name: '通过', exact: true }).count()).toBe(0);
}, 120_000);

async function fillFinding(dialog: Locator): Promise<void> {
  await dialog.getByLabel(/金额/).fill('1500');
  await dialog.getByRole('radio', { name: '符合', exact: true }).check();
}
