import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';

import { enterAs } from './browser-session.ts';
import { SCREENS, openPage, settle } from './browser.ts';
import type { Screen, WatchedPage } from './browser.ts';
import type { SignedIn } from './sign-in.ts';

let opened: Promise<WatchedPage> | undefined;
/** Whose session the page has; a visit of the same person goes on where the last one ended. */
let holder: SignedIn | undefined;

/** Kept while this worker lives: opening another page costs more than all that is done in it. */
function openOnce(): Promise<WatchedPage> {
  opened ??= chromium
    .connect(inject('browserAddress'))
    .then((browser) => openPage(browser, 'desk'));
  return opened;
}

/** The worker's page with the given session, or as in a new browser with none. */
export async function takePage(who?: SignedIn, screen: Screen = 'desk'): Promise<WatchedPage> {
  const watched = await openOnce();
  const { page, complaints } = watched;
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  if (who === undefined || who !== holder) await changeHolder(page, who);
  await page.setViewportSize(SCREENS[screen]);
  complaints.length = 0;
  return watched;
}

/** The page before goes with all it kept, so that nothing of it runs on or is found by the next one. */
async function changeHolder(page: Page, who: SignedIn | undefined): Promise<void> {
  const { url } = inject('house');
  holder = undefined;
  await page.goto(new URL('/favicon.svg', url).href);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await (who === undefined ? page.context().clearCookies() : enterAs(page.context(), url, who));
  holder = who;
}

/** Turns the page as it stands into one of another width. */
export async function resize(page: Page, screen: Screen): Promise<void> {
  await page.setViewportSize(SCREENS[screen]);
  await nextFrames(page);
  await settle(page);
}

/** Two, because what the first one shows may be drawn only then. */
const nextFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
