import { TOTP } from 'otpauth';

import { SIGN_IN_ROUTES } from '#features/accounts/rules/sign-in-routes.ts';

/** What a signed-in person's requests carry. */
export interface SignedIn {
  /** As the header `cookie` has it: one name and its value. */
  readonly cookie: string;
  readonly csrfToken: string;
}

interface Entry {
  readonly username: string;
  readonly password: string;
}

/**
 * Signs in over HTTP, with a second factor set up on the way where the role asks for one.
 * @throws Error with the server's refusal
 */
export async function signIn(url: string, { username, password }: Entry): Promise<SignedIn> {
  const { signIn, prepareSecondFactor, confirmSecondFactor } = SIGN_IN_ROUTES;
  const reply = await post(url, signIn.path, { username, password });
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error('signing in gave no cookie');
  const session = signIn.reply.parse(await reply.json());
  const signedIn = { cookie, csrfToken: session.csrfToken };
  if (session.secondFactor === 'to_be_set_up') {
    const prepared = await post(url, prepareSecondFactor.path, undefined, signedIn);
    const { secret } = prepareSecondFactor.reply.parse(await prepared.json());
    await post(url, confirmSecondFactor.path, { code: codeOf(secret) }, signedIn);
  }
  return signedIn;
}

/** The code that a phone shows now. */
export function codeOf(secret: string): string {
  return new TOTP({ secret }).generate();
}

/** @throws Error with what the server refused. */
export async function post(
  url: string,
  path: string,
  body: unknown,
  signedIn?: SignedIn,
): Promise<Response> {
  const reply = await fetch(new URL(path, url), {
    method: 'POST',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(signedIn === undefined
        ? {}
        : { cookie: signedIn.cookie, 'x-csrf-token': signedIn.csrfToken }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
  return reply;
}
