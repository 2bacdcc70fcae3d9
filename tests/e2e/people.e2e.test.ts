import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { ACCOUNT_ROUTES } from '#features/accounts/contract.ts';

import { enterAs } from '../support/browser-session.ts';
import { launchBrowser, openPage, settle } from '../support/browser.ts';
import { changePassword, signInThroughPage } from '../support/doorstep.ts';
import type { Person } from '../support/shared-house.ts';

const { url, passwords, sessions } = inject('house');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(path = '/'): Promise<Page> {
  const { page } = await openPage(browser, 'desk');
  await page.goto(new URL(path, url).href);
  return page;
}

async function openAs(person: Person, path: string): Promise<Page> {
  const { page } = await openPage(browser, 'desk');
  await enterAs(page.context(), url, sessions[person]);
  await page.goto(new URL(path, url).href);
  await settle(page);
  return page;
}

const menuOf = (page: Page): Promise<string[]> =>
  page.locator('.layout-menu .menu-link .menu-label').allInnerTexts();

describe('a wrong password', () => {
  test('is refused in words, then costs work nobody sees, then locks the account for a while', async () => {
    const page = await open();
    const refusal = page.locator('.form-notice').first();
    for (let failure = 1; failure <= 5; failure += 1) {
      // The proof is asked for by another refusal before this one.
      const refused = page.waitForResponse((reply) => reply.status() === 401);
      await signInThroughPage(page, 'zhuxi', `Wrong-${failure}-password`);
      await refused;
      await refusal.getByText('用户名或密码不正确').waitFor();
    }
    await signInThroughPage(page, 'zhuxi', passwords['zhuxi'] ?? '');
    await refusal.getByText(/账号已锁定，请\d+分钟后再试/).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/验证码|challenge|proof/);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});

describe('a new person', () => {
  let initialPassword = '';
  let accountPath = '';

  test('gets an account from the system administrator, with a password shown once', async () => {
    const page = await openAs('xitong', '/accounts/new');
    await page.getByLabel('姓名').fill('样例新人');
    await page.getByLabel('用户名').fill('xinren');
    await page.getByLabel('所在工会').fill('增城区总工会');
    await page.locator('.ant-select-item-option').first().click();
    await page.getByRole('button', { name: '新建', exact: true }).click();
    initialPassword = await page.locator('.password-once code').innerText();
    await page.getByRole('button', { name: '我已记下' }).click();
    await page.waitForURL(/\/accounts\/\d+$/);
    accountPath = new URL(page.url()).pathname;
    await page.getByText('尚未授予角色').waitFor();
    expect(await page.getByRole('button', { name: '授予角色' }).count()).toBe(0);
    await page.reload();
    await settle(page);
    expect(await page.locator('body').innerText()).not.toContain(initialPassword);
  });

  test('gets a role from the security administrator, who cannot make accounts', async () => {
    const page = await openAs('anquan', accountPath);
    await page.getByRole('button', { name: '授予角色' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '角色' }).fill('经审监督');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('事由').fill('样例：新到任的经审委员');
    await dialog.getByRole('button', { name: '授予', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('row', { name: /经审监督/ }).innerText()).toContain('有效');
    await page.goto(new URL('/accounts', url).href);
    await settle(page);
    expect(await page.getByRole('button', { name: '新建账号' }).count()).toBe(0);
  });

  test('signs in, changes the password, and sees the rooms of the role and no others', async () => {
    const page = await open();
    await signInThroughPage(page, 'xinren', initialPassword);
    await changePassword(page, initialPassword, 'Jingshen-2026-ren');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    expect(await menuOf(page)).toEqual([
      '工作台',
      '消息',
      '后台任务',
      '申请管理',
      '困难家庭',
      '重复核查',
      '低保名册',
      '职工邀请',
      '会员名册',
      '资金管理',
      '资金流水',
      '救助制度',
      '公示管理',
      '公平分析',
      '评价总览',
      '评分明细',
      '指标数据',
      '问题与建议',
      '违规明细',
      '年度工作簿导出',
      '工会组织',
      '账号管理',
      '审计日志',
      '参数设置',
      '帮助',
    ]);
    await page.goto(new URL('/outbox', url).href);
    await settle(page);
    expect(await page.locator('main').innerText()).toMatch(/没有.*权限/);
  });
});

describe('a session that is ended from elsewhere', () => {
  test('leads to the sign-in, and from there back to where one was', async () => {
    const page = await open('/unions?search=%E9%95%87');
    const enter = (): Promise<void> =>
      signInThroughPage(page, 'zhenban', passwords['zhenban'] ?? '');
    await enter();
    await page.getByRole('heading', { name: '工会组织' }).waitFor();
    const place = page.url();
    await endSessionsOf('zhenban');
    await page.getByRole('link', { name: '后台任务' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await enter();
    await page.getByRole('heading', { name: '后台任务' }).waitFor();
    await page.goto(place);
    await endSessionsOf('zhenban');
    await page.reload();
    await enter();
    await page.getByRole('heading', { name: '工会组织' }).waitFor();
    expect(page.url()).toBe(place);
  });
});

async function endSessionsOf(username: string): Promise<void> {
  const { cookie, csrfToken } = sessions.anquan;
  const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' };
  const found = await fetch(new URL(`/api/accounts?text=${username}`, url), { headers });
  const { items } = ACCOUNT_ROUTES.list.reply.parse(await found.json());
  const ended = await fetch(new URL(`/api/accounts/${items[0]?.id}/end-sessions`, url), {
    method: 'POST',
    headers,
    body: JSON.stringify({ reason: '样例：强制下线' }),
  });
  const { reply } = ACCOUNT_ROUTES.endSessions;
  expect(reply.parse(await ended.json()).ended).toBeGreaterThan(0);
}
