import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { enterAs } from '../support/browser-session.ts';
import { findBarriers, launchBrowser, openPage, settle } from '../support/browser.ts';
import type { Screen, WatchedPage } from '../support/browser.ts';
import type { Person } from '../support/shared-house.ts';

const { url, sessions } = inject('house');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Behind buttons, not links, so that the walk does not meet them. */
const BEHIND_BUTTONS: Readonly<Partial<Record<Person, readonly string[]>>> = {
  jingshen: ['/profile'],
  xitong: ['/accounts/new', '/unions/import'],
};
/** Walked with each of their states in pages.e2e.test.ts. */
const ELSEWHERE = /^\/evaluation/;

/** A kind of page is walked once a screen, whoever comes to it first. */
const walked: Readonly<Record<Screen, Set<string>>> = { desk: new Set(), phone: new Set() };

/** Two persons who between them may enter every room. */
describe.each(['jingshen', 'xitong'] as const)('every room that %s may enter', (person) => {
  test.each(['desk', 'phone'] as const)(
    'opens on a %s without complaint, barrier or foreign words',
    async (screen) => {
      const watched = await openPage(browser, screen);
      await enterAs(watched.page.context(), url, sessions[person]);
      const faults = await walk(watched, screen, BEHIND_BUTTONS[person] ?? []);
      expect(faults).toEqual([]);
    },
    180_000,
  );
});

/** From the workbench along all links, to one page of each kind. */
async function walk(
  { page, complaints }: WatchedPage,
  screen: Screen,
  more: readonly string[],
): Promise<string[]> {
  const faults: string[] = [];
  const waiting = ['/', ...more];
  const seen = new Set(waiting.map(kindOf));
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    complaints.length = 0;
    await page.goto(new URL(path, url).href);
    await settle(page);
    if (screen === 'phone' && path === '/')
      await page.getByRole('button', { name: '更多' }).click();
    for (const link of await listLinks(page)) {
      if (ELSEWHERE.test(link) || seen.has(kindOf(link))) continue;
      seen.add(kindOf(link));
      waiting.push(link);
    }
    if (path !== '/' && walked[screen].has(kindOf(path))) continue;
    walked[screen].add(kindOf(path));
    faults.push(...(await findFaults({ page, complaints })).map((fault) => `${path}: ${fault}`));
  }
  expect(seen.size).toBeGreaterThan(10);
  return faults;
}

/** `/unions/17` and `/unions/18?x=1` are one kind of page. */
function kindOf(path: string): string {
  return path.replace(/[?#].*$/, '').replaceAll(/\/\d+/g, '/:id');
}

function listLinks(page: WatchedPage['page']): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href^="/"]')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((path) => !path.startsWith('/api/')),
  );
}

async function findFaults({ page, complaints }: WatchedPage): Promise<string[]> {
  const title = await page.locator('main h1').first().innerText();
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  const width = page.viewportSize()?.width ?? 0;
  const foreign = await findForeignWords(page);
  return [
    ...(title === '页面不存在' || title === '' ? [`has the title “${title}”`] : []),
    ...((await page.title()) === `${title} · 送暖` ? [] : ['names another title to the browser']),
    ...(widest > width ? [`is ${widest - width} px too wide`] : []),
    ...(foreign === '' ? [] : [`says “${foreign}”`]),
    ...(await findBarriers(page)),
    ...complaints,
  ];
}

/** Three English words in a row, outside what is meant to be typed or read by programs. */
async function findForeignWords(page: WatchedPage['page']): Promise<string> {
  const text = await page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return '';
    for (const part of copy.querySelectorAll('code, pre, script, style')) part.remove();
    return copy.textContent ?? '';
  });
  return /[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}/.exec(text)?.[0] ?? '';
}
