import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser, openPage, settle } from '../support/browser.ts';
import type { WatchedPage } from '../support/browser.ts';
import { changePassword, setUpSecondFactor, signInThroughPage } from '../support/doorstep.ts';
import { makePrivateFolder } from '../support/private-folder.ts';
import type { PrivateFolder } from '../support/private-folder.ts';
import { startProgram } from '../support/started-server.ts';
import type { StartedServer } from '../support/started-server.ts';

let folder: PrivateFolder;
let server: StartedServer;
let browser: Browser;
let watched: WatchedPage;

beforeAll(async () => {
  folder = await makePrivateFolder();
  [server, browser] = await Promise.all([
    startProgram(['--port', '0'], { ...folder, as: 'serve' }),
    launchBrowser(),
  ]);
  watched = await openPage(browser, 'desk');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await folder.remove();
});

const FOUNDER = 'Songnuan-2026-kaishi';
/** The security administrator's, handed over by the one who set up. */
let initialPassword = '';

test('who reads the code in the terminal founds the union and three administrators', async () => {
  const { page } = watched;
  const code = /首次设置码：(\S+)/.exec(server.output())?.[1] ?? '';
  await page.goto(server.url ?? '');
  await page.getByRole('link', { name: '进行首次设置' }).click();
  const section = (title: string) => page.locator('.form-section').filter({ hasText: title });
  await page.getByLabel('首次设置码').fill('wrong');
  await page.getByLabel('单位名称').fill('样例区总工会');
  await page.getByLabel('工会编码').fill('440100');
  for (const [title, username, name] of [
    ['系统管理员（本人）', 'xitong', '样例甲'],
    ['安全管理员', 'anquan', '样例乙'],
    ['审计管理员', 'shenji', '样例丙'],
  ] as const) {
    await section(title).getByLabel('用户名').fill(username);
    await section(title).getByLabel('姓名').fill(name);
  }
  await page.getByLabel('密码', { exact: true }).fill(FOUNDER);
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByText('设置码不正确').first().waitFor();
  await page.getByLabel('首次设置码').fill(code);
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByRole('heading', { name: '设置完成' }).waitFor();
  const handedOver = await page.locator('.doorstep-codes li').allInnerTexts();
  expect(handedOver.map((line) => line.split('：')[0])).toEqual(['anquan', 'shenji']);
  initialPassword = handedOver[0]?.split('：')[1] ?? '';
});

test('an administrator changes the initial password, sets up the second factor and is in', async () => {
  const { page, complaints } = watched;
  await page.context().clearCookies();
  complaints.length = 0;
  await page.goto(server.url ?? '');
  await signInThroughPage(page, 'anquan', initialPassword);
  await changePassword(page, initialPassword, 'Nuan-2026-hushi-men');
  const { recoveryCodes } = await setUpSecondFactor(page);
  expect(recoveryCodes.length).toBeGreaterThanOrEqual(8);
  expect(new Set(recoveryCodes).size).toBe(recoveryCodes.length);
  await settle(page);
  expect(await page.locator('main h1').innerText()).toBe('工作台');
  expect(await page.locator('.layout-menu').innerText()).toContain('账号管理');
  expect(await page.locator('.layout-menu').innerText()).not.toContain('评价总览');
  expect(await page.locator('.banner').count()).toBe(0);
  expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
});

test('the set-up is over once it was done: its page leads to the sign-in', async () => {
  const { page } = await openPage(browser, 'phone');
  await page.goto(new URL('/setup', server.url).href);
  await page.getByRole('heading', { name: '登录' }).waitFor();
  expect(await page.getByRole('link', { name: '进行首次设置' }).count()).toBe(0);
});

test('the founder signs in with the password of the set-up, gives codes from then on', async () => {
  const { page } = watched;
  await page.context().clearCookies();
  await page.goto(server.url ?? '');
  await signInThroughPage(page, 'xitong', FOUNDER);
  const { firstCode, recoveryCodes } = await setUpSecondFactor(page);
  await settle(page);
  await page.context().clearCookies();
  await page.goto(server.url ?? '');
  await signInThroughPage(page, 'xitong', FOUNDER);
  await page.getByRole('heading', { name: '两步验证' }).waitFor();
  await page.getByLabel('动态口令或恢复码').fill(firstCode);
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('动态口令或恢复码不正确，或已用过').first().waitFor();
  await page.getByLabel('动态口令或恢复码').fill(recoveryCodes[0] ?? '');
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByRole('heading', { name: '工作台' }).waitFor();
});

test('a closed terminal ends the program and its database', async () => {
  expect(await server.stop('SIGHUP')).toBe(0);
  expect(existsSync(join(folder.data, 'postgres/cluster/postmaster.pid'))).toBe(false);
});
