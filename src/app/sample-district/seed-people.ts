import { createAccount } from '#features/accounts/server/commands/create-account.ts';
import { grantRole } from '#features/accounts/server/commands/grant-role.ts';
import type { AccountDependencies } from '#features/accounts/server/dependencies.ts';
import { newInitialPassword } from '#features/accounts/server/initial-password.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { SAMPLE_PEOPLE } from './sample-people.ts';
import type { SamplePerson } from './sample-people.ts';

export interface SeededPerson extends SamplePerson {
  /** Known to nobody but the screen it is printed on. */
  readonly password: string;
  readonly passwordHash: string;
}

/** Passwords are made and hashed before the transaction begins. */
export function choosePasswords({ hasher }: AccountDependencies): Promise<SeededPerson[]> {
  return Promise.all(
    SAMPLE_PEOPLE.map(async (person) => {
      const password = newInitialPassword();
      return { ...person, password, passwordHash: await hasher.hash(password) };
    }),
  );
}

export async function seedPeople(
  context: Context,
  accounts: AccountDependencies,
  unions: ReadonlyMap<string, number>,
  people: readonly SeededPerson[],
): Promise<void> {
  for (const { username, name, role, union, passwordHash } of people) {
    const unionId = unions.get(union);
    if (unionId === undefined) throw new Error(`the sample tree has no union ${union}`);
    const accountId = await createAccount(context, accounts, {
      unionId,
      username,
      displayName: name,
      phone: null,
      mail: null,
      passwordHash,
      mustChangePassword: false,
      isSample: true,
    });
    await grantRole(context, {
      accountId,
      role,
      unionId,
      validFrom: toChinaDay(context.now),
      validTo: null,
      reason: '样例数据',
    });
  }
}
