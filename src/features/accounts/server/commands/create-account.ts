import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import { findViolatedConstraint } from '#platform/database/database-errors.ts';

import type { NewAccount } from '../../rules/account-inputs.ts';
import { toStoredPhone } from '../account-phone.ts';
import type { PhoneKeys } from '../account-phone.ts';
import { refuseUnknownUnion } from './lock-account.ts';

export interface AccountCreation extends NewAccount {
  /** argon2id, from the hasher. */
  readonly passwordHash: string;
  /** True unless the person chose the password. */
  readonly mustChangePassword: boolean;
  readonly isSample?: boolean;
}

/**
 * Adds a person without any role; returns the account's id.
 * @throws AppError `account.username_taken`, `account.union_unknown`.
 */
export async function createAccount(
  context: Context,
  keys: PhoneKeys,
  creation: AccountCreation,
): Promise<number> {
  const { unionId, username, displayName, mail, phone } = creation;
  await refuseUnknownUnion(context, unionId);
  const id = await insert(context, creation);
  if (phone !== null) {
    await context.transaction
      .updateTable('accounts')
      .set(toStoredPhone(keys, id, phone))
      .where('id', '=', id)
      .execute();
  }
  await context.record({
    action: 'account.created',
    subject: 'account',
    subjectId: id,
    unionId,
    after: { username, displayName, unionId, mail, hasPhone: phone !== null },
  });
  return id;
}

async function insert(
  { transaction, now }: Context,
  { unionId, username, displayName, mail, isSample = false, ...rest }: AccountCreation,
): Promise<number> {
  try {
    const { id } = await transaction
      .insertInto('accounts')
      .values({
        unionId,
        username,
        displayName,
        mail,
        passwordHash: rest.passwordHash,
        passwordChangedAt: now,
        mustChangePassword: rest.mustChangePassword,
        isSample,
        createdAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  } catch (error) {
    if (findViolatedConstraint(error) !== 'accounts_username') throw error;
    throw new AppError('conflict', 'account.username_taken', { username }, error);
  }
}
