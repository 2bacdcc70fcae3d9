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

/** Chooses by name in a list that opens under its field. */
async function choose(within: Locator, label: string, option: string): Promise<void> {
  await within.getByLabel(label, { exact: true }).click();
  const offered = within.page().locator('.ant-select-item-option').filter({ visible: true });
  await offered.filter({ hasText: option }).first().click();
}

async function fillFamily(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '理由' }).fill('本人申请，已入户核实');
  const head = page.getByRole('region', { name: '基本信息（户主）' });
  await head.getByLabel('姓名').fill('陈旅程样例');
  await head.getByLabel('身份证号', { exact: true }).fill('440118198503150017');
  await choose(head, '工作状态', '在岗');
  const members = page.getByRole('region', { name: '家庭成员' });
  await members.getByRole('button', { name: '添加成员' }).click();
  await members.getByLabel('姓名').fill('陈小样例');
  await choose(members, '与户主关系', '子女');
  await choose(members, '工作状态', '在校学生');
  await members.getByLabel('出生日期').fill('2012-05-06');
  await page.keyboard.press('Enter');
  await choose(members, '性别', '女');
  const income = page.getByRole('region', { name: '收入' });
  await income.getByRole('button', { name: '添加收入' }).click();
  await choose(income, '收入种类', '工资薪金');
  await income.getByLabel('近12个月金额').fill('42000');
}

async function confirmAct(page: Page, button: string, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '理由' }).fill(reason);
  await dialog.locator('button[type="submit"]', { hasText: button }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('a file is opened with its class told, updated, ended and opened again; no other union sees it', async () => {
  const page = await openAs('quban', '/households/new');
  await fillFamily(page);
  await page.getByRole('button', { name: '试算困难类别' }).click();
  await page.getByText('理由', { exact: true }).last().waitFor();
  await page.getByText('“是企业的控股股东”未填写是或否').waitFor();
  await page.getByRole('button', { name: '建立档案' }).click();
  await page.waitForURL(/\/households\/\d+$/);
  await page.getByRole('heading', { name: '陈旅程样例户' }).waitFor();
  const text = await page.locator('main').innerText();
  expect(text).toContain('440118********0017');
  expect(text).not.toContain('440118198503150017');
  expect(await findBarriers(page)).toEqual([]);
  const path = new URL(page.url()).pathname;

  await page.getByRole('button', { name: '更新登记表' }).click();
  await page.waitForURL(/\/edit$/);
  await page.getByRole('textbox', { name: '理由' }).fill('户主医疗支出增加');
  const spending = page.getByRole('region', { name: '刚性支出' });
  await spending.getByRole('button', { name: '添加支出' }).click();
  await choose(spending, '支出种类', '因病');
  await spending.getByLabel('近12个月支出').fill('50000');
  await page.getByRole('button', { name: '保存更新' }).click();
  await page.waitForURL((to) => to.pathname === path);
  await page.getByText('2 个', { exact: true }).waitFor();

  await page.getByRole('button', { name: '退出', exact: true }).click();
  await choose(page.getByRole('dialog'), '退出原因', '迁出');
  await confirmAct(page, '退出', '全家迁往外地居住');
  await page.getByRole('button', { name: '返困' }).click();
  await confirmAct(page, '恢复档案', '迁回本地，再次困难');
  await page.getByRole('button', { name: '更新登记表' }).waitFor();

  const other = await openPage(browser, 'desk');
  const password = passwords['jiceng'] ?? '';
  await enterAs(other.page.context(), url, await signIn(url, { username: 'jiceng', password }));
  await other.page.goto(new URL(path, url).href);
  await other.page.getByText('没有这份困难家庭档案').waitFor();
}, 60_000);
