import { stat } from 'node:fs/promises';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { enterAs } from '../support/browser-session.ts';
import { findBarriers, launchBrowser, openPage, settle } from '../support/browser.ts';
import type { Screen, WatchedPage } from '../support/browser.ts';

const { url, sessions } = inject('house');
let browser: Browser;
/** One page for each screen: opening another costs more than all that is done in it. */
let pages: Record<Screen, WatchedPage>;

beforeAll(async () => {
  browser = await launchBrowser();
  pages = { desk: await openPage(browser, 'desk'), phone: await openPage(browser, 'phone') };
  for (const { page } of Object.values(pages)) {
    await enterAs(page.context(), url, sessions.pingjia);
  }
});

afterAll(async () => {
  await browser.close();
});

async function visit(path: string, screen: Screen = 'desk'): Promise<WatchedPage> {
  const watched = pages[screen];
  watched.complaints.length = 0;
  await watched.page.goto(new URL(path, url).href);
  await settle(watched.page);
  return watched;
}

const heading = (page: Page): Promise<string> => page.locator('main h1').innerText();

const PAGES: readonly [path: string, title: string][] = [
  ['/evaluation', '评价总览'],
  ['/evaluation/scores', '评分明细'],
  ['/evaluation/scores?open=15', '评分明细'],
  ['/evaluation/metrics', '指标数据'],
  ['/evaluation/records/审批及时率?missed=true', '审批及时率的相关记录'],
  ['/evaluation/records/资金到位率', '资金到位率的相关记录'],
  ['/evaluation/records/属实投诉数', '属实投诉数的相关记录'],
  ['/evaluation/records/没有的数据', '没有的数据的相关记录'],
  ['/evaluation/findings', '问题与建议'],
  ['/evaluation/findings/0/records', '问题的相关记录'],
  ['/evaluation/violations', '违规明细'],
  ['/evaluation/ledger/ZC2023-0088', '申请ZC2023-0088'],
  ['/nowhere', '页面不存在'],
];

describe.each(['desk', 'phone'] as const)('on a %s every page', (screen) => {
  test.each(PAGES)('%s shows itself without complaint or barrier', async (path, title) => {
    const { page, complaints } = await visit(path, screen);
    expect(await heading(page)).toBe(title);
    expect(await page.title()).toBe(`${title} · 送暖`);
    expect(await page.locator('.banner').innerText()).toContain('样例数据：人员均为虚构');
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    expect(await findBarriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('the overview', () => {
  test('shows the score, its branches and the money of the sample year', async () => {
    const { page } = await visit('/evaluation');
    const main = await page.locator('main').innerText();
    for (const text of ['90.00', '优', '14.00', '21.00', '28.00', '27.00']) {
      expect(main).toContain(text);
    }
    const union = await page.getByRole('row', { name: /工会经费/ }).innerText();
    expect(union.split(/\s+/)).toEqual([
      '工会经费',
      '430,000.00',
      '268,000.00',
      '268,000.00',
      '263,800.00',
      '4,200.00',
      '98.43%',
    ]);
    expect(main).toMatch(/98\.44%[\s\S]*55\.38%/);
  });

  test('offers every output, and each download arrives with content and a Chinese name', async () => {
    const { page } = await visit('/evaluation');
    const links = page.getByRole('link', { name: /^下载/ });
    expect(await links.count()).toBe(5);
    for (const link of await links.all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toMatch(
        /^增城区总工会2023年度绩效.+\.(docx|pdf|html|xlsx|json)$/,
      );
      expect((await stat(await download.path())).size).toBeGreaterThan(1000);
    }
  });

  test('opens the printed report for reading, with its pictures and styles and no complaint', async () => {
    const { page, complaints } = await visit('/evaluation');
    const reply = await page.goto(new URL('/api/evaluation/files/report.html?view=1', url).href);
    expect(reply?.status()).toBe(200);
    expect(await page.locator('body').innerText()).toContain('绩效评价');
    expect(complaints).toEqual([]);
  });
});

describe('from a score to its rows', () => {
  test('an indicator opens to its figure, the figure to its rows, a row to its columns, and back', async () => {
    const { page, complaints } = await visit('/evaluation/scores');
    await page.getByRole('button', { name: '救助资金审核发放及时率', exact: true }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('按时审批233件 ÷ 到期273件').waitFor();
    await panel.getByRole('link', { name: '其中40条未达要求' }).click();
    await page.getByText('共40条').waitFor();
    const first = page.locator('tbody button').first();
    const application = await first.innerText();
    await first.click();
    const record = page.getByRole('dialog');
    await record.getByText('区级受理日期').waitFor();
    expect(await record.innerText()).toContain(application);
    expect(await record.innerText()).toMatch(/440118\*{8}\d{3}[\dX]/);
    expect(page.url()).toContain('missed=true');
    await page.keyboard.press('Escape');
    await record.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '返回' }).click();
    await page.waitForURL(/\/scores/);
    expect(complaints).toEqual([]);
  });

  test('unfolding an indicator shows each element with its answer', async () => {
    const { page } = await visit('/evaluation/scores?lost=true');
    expect(await page.getByText(/^共\d+项指标$/).innerText()).toBe('共9项指标');
    await page.getByRole('button', { name: '展开论证决策规范性' }).click();
    const need = page.locator('.elements li').filter({ hasText: '设立前开展需求调查' });
    expect(await need.innerText()).toMatch(/^否/);
  });

  test('the rows are searched by application number, and the address keeps the search', async () => {
    const { page } = await visit('/evaluation/records/救助人次');
    await page.getByText('共272条').waitFor();
    await page.getByRole('searchbox').fill('0088');
    await page.getByText('共1条').waitFor();
    await page.waitForURL(/find=/);
    await page.reload();
    await settle(page);
    expect(await page.getByRole('button', { name: 'ZC2023-0088' }).count()).toBe(1);
  });

  test('a long list draws its last rows when one scrolls to them', async () => {
    const { page } = await visit('/evaluation/records/救助人次');
    await page.locator('.grid-frame').getByText('ZC2023-0001').waitFor();
    await page.locator('.grid-frame').hover();
    for (let turn = 0; turn < 40; turn += 1) {
      if (await page.getByRole('button', { name: 'ZC2023-0273' }).isVisible()) break;
      await page.mouse.wheel(0, 1500);
      await page.waitForTimeout(50);
    }
    expect(await page.getByRole('button', { name: 'ZC2023-0273' }).isVisible()).toBe(true);
  });

  test('on a phone the rows come as cards, more of them when asked', async () => {
    const { page } = await visit('/evaluation/records/救助人次', 'phone');
    expect(await page.locator('.cards > .card').count()).toBe(200);
    await page.getByRole('button', { name: '继续载入' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.cards > .card').length === 272);
  });
});

describe('findings and violations', () => {
  test('findings are filtered by weight and open to their rows', async () => {
    const { page } = await visit('/evaluation/findings');
    const all = await page.locator('.finding').count();
    await page.getByRole('button', { name: /^须整改/ }).click();
    await page.waitForURL(/severity=error/);
    const grave = await page.locator('.finding').count();
    expect(grave).toBeGreaterThan(0);
    expect(grave).toBeLessThan(all);
    await page
      .getByRole('link', { name: /条相关记录$/ })
      .first()
      .click();
    await page.getByText('ZC2023-0088').first().waitFor();
  });

  test('a violation opens to its row in the ledger', async () => {
    const { page } = await visit('/evaluation/violations');
    await page.getByRole('link', { name: 'ZC2023-0088' }).click();
    await page.waitForURL(/\/ledger\/ZC2023-0088/);
    await page.getByText('1,000.00').waitFor();
    expect(await page.locator('.faults').innerText()).toContain('金额不在类别标准内');
  });
});

describe('by keyboard alone', () => {
  test('one skips to the content, opens an indicator, stays in its panel, closes it and is back', async () => {
    const { page } = await visit('/evaluation/scores');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('跳到主要内容');
    await page.keyboard.press('Enter');
    await tabTo(page, '论证决策规范性');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog');
    await panel.waitFor();
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab');
      expect(await isBehindPanel(page)).toBe(false);
    }
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await page.waitForFunction(() => document.activeElement?.textContent === '论证决策规范性');
  });

  test('a focused control is outlined', async () => {
    const { page } = await visit('/evaluation');
    await tabTo(page, '评分明细');
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    );
    expect(outline).toBe('solid');
  });
});

describe('when something is missing', () => {
  test('an unknown page leads home', async () => {
    const { page } = await visit('/nowhere');
    await page.getByRole('link', { name: '返回工作台' }).click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === '工作台');
  });

  test('a server that fails is told in words, and trying again helps', async () => {
    const { page } = pages.desk;
    await page.route('**/api/evaluation', (route) => route.fulfill({ status: 500, body: '{}' }));
    await page.goto(new URL('/evaluation', url).href);
    await page.getByRole('heading', { name: '服务出现错误' }).waitFor();
    await page.unroute('**/api/evaluation');
    await page.getByRole('button', { name: '重新载入' }).click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === '评价总览');
  });
});

/** What the link or button that has the focus says; empty when neither has it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const control = document.activeElement;
    return control?.matches('a, button') === true ? (control.textContent ?? '') : '';
  });

/** The browser's own bar may take the focus between the last control and the first; the page may not. */
const isBehindPanel = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      document.activeElement !== document.body &&
      document.activeElement?.closest('[role=dialog]') === null,
  );

async function tabTo(page: Page, text: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if ((await focused(page)).startsWith(text)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no control “${text}” within reach of the keyboard`);
}
