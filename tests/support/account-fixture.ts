import { announceToAccount } from '#app/announce-to-account.ts';
import type { Role } from '#features/accounts/rules/roles.ts';
import { addAccountRoutes } from '#features/accounts/server/account-routes.ts';
import type { AccountDependencies } from '#features/accounts/server/dependencies.ts';
import { createPasswordHasher } from '#features/accounts/server/password-hasher.ts';
import { createProofChallenges } from '#features/accounts/server/proof-challenges.ts';
import { addSignInRoutes } from '#features/accounts/server/sign-in-routes.ts';
import { foundRoot } from '#features/organizations/server/commands/found-root.ts';
import type { SettingValues } from '#features/settings/rules/settings.ts';
import { toChinaDay } from '#platform/china-day.ts';
import { SESSION_COOKIE } from '#platform/http/session.ts';
import { createBlindIndex } from '#platform/secrets/blind-index.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';

import { BUILT_IN_SETTINGS, openTestApi } from './api.ts';
import type { TestApi, TestApiOptions, TestClient, TestReply, TestUnionCode } from './api.ts';
import { openTestKeyring } from './keyring.ts';

/** Cheap proofs: the tests find many. */
const SETTINGS: SettingValues = { ...BUILT_IN_SETTINGS, 'sign_in.proof_bits': 8 };

export const TEST_PASSWORD = 'Wenxin-Song7';

export interface NewTestAccount {
  readonly union?: TestUnionCode;
  readonly role?: Role;
  readonly mustChangePassword?: boolean;
  readonly password?: string;
}

export interface AccountTest extends TestApi {
  /** Changed by tests; `reset` brings the built-in ones back. */
  readonly settings: { values: SettingValues; reset: () => void };
  readonly dependencies: AccountDependencies;
  /** An account with a password; by default an officer of town T1 who need not change it. */
  readonly addAccount: (username: string, options?: NewTestAccount) => Promise<number>;
  readonly signIn: (username: string, password?: string, more?: object) => Promise<TestReply>;
  /** Signs in and keeps cookie and token. @throws Error when it is refused. */
  readonly enter: (username: string, password?: string) => Promise<TestClient>;
}

/** The accounts' routes with everything they stand on, real but for the clock and the settings. */
export async function openAccountTest(
  overrides: Partial<AccountDependencies> = {},
  stage: Pick<TestApiOptions, 'isEmpty'> = {},
): Promise<AccountTest> {
  const keyring = await openTestKeyring();
  const settings = {
    values: SETTINGS,
    reset: (): void => {
      settings.values = SETTINGS;
    },
  };
  const dependencies: AccountDependencies = {
    settings: () => Promise.resolve(settings.values),
    hasher: createPasswordHasher(),
    cipher: createFieldCipher(keyring),
    blindIndex: createBlindIndex(keyring),
    challenges: createProofChallenges(),
    announce: announceToAccount,
    isSecure: false,
    oidc: null,
    setup: {
      code: 'SETUP-CODE',
      foundRoot: (context, union) => foundRoot(context, { ...union, reason: '首次设置' }),
    },
    ...overrides,
  };
  const test = await openTestApi({
    ...stage,
    settings: () => settings.values,
    addRoutes: (api) => {
      addSignInRoutes(api, dependencies);
      addAccountRoutes(api, dependencies);
    },
  });
  const passwordHash = await dependencies.hasher.hash(TEST_PASSWORD);
  const signIn: AccountTest['signIn'] = (username, password = TEST_PASSWORD, more = {}) =>
    test.anonymous.post('/api/sign-in', { username, password, ...more });
  return {
    ...test,
    settings,
    dependencies,
    addAccount: async (username, options = {}) => {
      const { union = 'T1', role = 'town_officer', mustChangePassword = false, password } = options;
      const { id } = await test.owner.query
        .insertInto('accounts')
        .values({
          unionId: test.unions[union],
          username,
          displayName: `测试${username}`,
          passwordHash:
            password === undefined ? passwordHash : await dependencies.hasher.hash(password),
          passwordChangedAt: test.now(),
          mustChangePassword,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await test.owner.query
        .insertInto('roleAssignments')
        .values({
          accountId: id,
          role,
          unionId: test.unions[union],
          validFrom: toChinaDay(test.now()),
          reason: '测试',
        })
        .execute();
      return id;
    },
    signIn,
    enter: async (username, password) => {
      const reply = await signIn(username, password);
      if (reply.status !== 200) throw new Error(`${username}: ${JSON.stringify(reply.body)}`);
      return test.asSession(cookieOf(reply), reply.body.csrfToken);
    },
  };
}

/** The session token that a reply set. */
export function cookieOf(reply: TestReply): string {
  const header = [reply.headers['set-cookie']].flat().join(';');
  return new RegExp(`${SESSION_COOKIE}=([^;]+)`).exec(header)?.[1] ?? '';
}
