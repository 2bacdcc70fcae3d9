import type { Page } from 'playwright-core';

import { codeOf } from './sign-in.ts';

// The steps before the house, as a person takes them in the browser.

export async function signInThroughPage(
  page: Page,
  username: string,
  password: string,
): Promise<void> {
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** The change that an initial password asks for. */
export async function changePassword(page: Page, current: string, next: string): Promise<void> {
  await page.getByRole('heading', { name: '修改密码' }).waitFor();
  await page.getByLabel('现密码').fill(current);
  await page.getByLabel('新密码', { exact: true }).fill(next);
  await page.getByLabel('再次填写新密码').fill(next);
  await page.getByRole('button', { name: '保存新密码' }).click();
}

export interface SecondFactor {
  readonly secret: string;
  /** The code that switched it on: spent. */
  readonly firstCode: string;
  readonly recoveryCodes: readonly string[];
}

/** Types the secret off the page, as somebody does whose phone cannot read the picture. */
export async function setUpSecondFactor(page: Page): Promise<SecondFactor> {
  await page.getByRole('heading', { name: '启用两步验证' }).waitFor();
  const secret = await page.locator('main code').innerText();
  const firstCode = codeOf(secret);
  await page.getByLabel('填写应用显示的6位动态口令').fill(firstCode);
  await page.getByRole('button', { name: '启用' }).click();
  const done = page.getByRole('button', { name: '我已保存恢复码' });
  await done.waitFor();
  const recoveryCodes = await page.locator('.doorstep-codes li').allInnerTexts();
  await done.click();
  return { secret, firstCode, recoveryCodes };
}
