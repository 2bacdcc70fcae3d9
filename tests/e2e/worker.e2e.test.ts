import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { SIGN_IN_ROUTES } from '#features/accounts/rules/sign-in-routes.ts';
import { WORKER_DESK_ROUTES } from '#features/workers/contract.ts';

import { findBarriers, launchBrowser, openPage, settle } from '../support/browser.ts';
import { post, signIn } from '../support/sign-in.ts';

const { url, passwords } = inject('house');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openPhone(path: string): Promise<Page> {
  const { page } = await openPage(browser, 'phone');
  await page.goto(new URL(path, url).href);
  await settle(page);
  return page;
}

/** A grassroots officer makes an invitation; its code is told once. */
async function invite(name: string): Promise<string> {
  const officer = await signIn(url, { username: 'jiceng', password: passwords['jiceng'] ?? '' });
  const session = await fetch(new URL(SIGN_IN_ROUTES.currentSession.path, url), {
    headers: { cookie: officer.cookie },
  });
  const { unionId } = SIGN_IN_ROUTES.currentSession.reply.parse(await session.json());
  const expiresOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const body = { unionId, name, expiresOn };
  const made = await post(url, WORKER_DESK_ROUTES.invite.path, body, officer);
  return WORKER_DESK_ROUTES.invite.reply.parse(await made.json()).code;
}

async function aPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width: 600, height: 400, channels: 3, background: '#fff', noise } })
    .jpeg()
    .toBuffer();
}

test('whoever wonders takes the self-test without an account', async () => {
  const page = await openPhone('/self-test');
  await page.getByLabel('是', { exact: true }).check();
  for (const typed of ['3', '24000', '8000']) {
    await page.getByRole('button', { name: '下一题' }).click();
    await page.locator('form input').fill(typed);
  }
  await page.getByRole('button', { name: '下一题' }).click();
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: '下一题' }).click();
  await page.getByRole('button', { name: '看结果' }).click();
  await page.getByText('请准备：').first().waitFor();
  expect(await page.locator('main').innerText()).toContain('可以申请救助');
  expect(await findBarriers(page)).toEqual([]);
});

test('an invited worker registers, drafts an application with a photo and consents, and sees what is missing', async () => {
  const page = await openPhone(`/my/join#${await invite('样例新工')}`);
  await page.getByLabel('姓名').fill('样例新工');
  await page.getByLabel('用户名').fill('yangli.xingong');
  await page.getByLabel('设置密码', { exact: true }).fill('Nuan-2026-gongren');
  await page.getByLabel('再次填写密码', { exact: true }).fill('Nuan-2026-gongren');
  await page.getByRole('button', { name: '注册' }).click();
  await page.getByRole('heading', { name: '我的申请' }).waitFor();
  await page.getByRole('link', { name: '申请救助' }).click();
  await page
    .getByRole('radio', { name: /紧急救助/ })
    .first()
    .check();
  await page.getByLabel('发生了什么').fill('样例：暴雨进水，生活困难');
  await page.getByLabel('突发情况').selectOption({ label: '灾害' });
  await page.getByLabel('发生日期').fill('2026-02-20');
  await page.getByRole('button', { name: '保存草稿，下一步' }).click();
  await page.getByRole('heading', { name: '申请详情' }).waitFor();
  const photo = { name: '样例照片.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() };
  await page.locator('input[type="file"]').first().setInputFiles(photo);
  await page.getByText('样例照片.jpg').waitFor();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: '签署' }).click();
  await page.getByText('都已签署').waitFor();
  await page.getByText('提交前还缺').waitFor();
  expect(await page.getByRole('button', { name: '提交申请' }).isDisabled()).toBe(true);
  expect(await page.locator('main').innerText()).toContain('工会还没有您家的档案');
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('link', { name: '我的资料' }).click();
  await page.getByRole('heading', { name: '请求更正' }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
});
