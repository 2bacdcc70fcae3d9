import type { BrowserContext } from 'playwright-core';

import type { SignedIn } from './sign-in.ts';

/** Gives a browser the session that was opened over HTTP; any other one is forgotten. */
export async function enterAs(context: BrowserContext, url: string, who: SignedIn): Promise<void> {
  const [name = '', value = ''] = who.cookie.split('=');
  await context.clearCookies();
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
}
