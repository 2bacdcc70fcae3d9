import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import type { AccountChange } from '../../rules/account-inputs.ts';
import { readPhone, toStoredPhone } from '../account-phone.ts';
import type { PhoneKeys } from '../account-phone.ts';
import { lockAccount, refuseUnknownUnion } from './lock-account.ts';
import type { LockedAccount } from './lock-account.ts';

/**
 * Changes who the person is; what is left out stays. The log names the fields, a phone only as changed.
 * @throws AppError `account.unknown`, `account.union_unknown`, `account.changed_meanwhile`.
 */
export async function changeAccount(
  context: Context,
  keys: PhoneKeys,
  { id, change }: { readonly id: number; readonly change: AccountChange },
): Promise<void> {
  const account = await lockAccount(context, id);
  if (account.version !== change.version) {
    throw new AppError('conflict', 'account.changed_meanwhile');
  }
  const next = {
    displayName: change.displayName ?? account.displayName,
    mail: change.mail === undefined ? account.mail : change.mail,
    unionId: change.unionId ?? account.unionId,
  };
  if (next.unionId !== account.unionId) await refuseUnknownUnion(context, next.unionId);
  const phone = change.phone === undefined ? {} : toStoredPhone(keys, id, change.phone);
  await context.transaction
    .updateTable('accounts')
    .set({ ...next, ...phone, version: account.version + 1 })
    .where('id', '=', id)
    .execute();
  await context.record({
    subjectId: id,
    unionId: account.unionId,
    ...differences(account, next, isOtherPhone(keys, account, change)),
  });
}

function isOtherPhone(keys: PhoneKeys, account: LockedAccount, { phone }: AccountChange): boolean {
  if (phone === undefined) return false;
  return readPhone(keys.cipher, account.id, account.phoneSecret) !== phone;
}

type Shown = Pick<LockedAccount, 'displayName' | 'mail' | 'unionId'>;

function differences(
  before: Shown,
  after: Shown,
  hasOtherPhone: boolean,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const keys = (['displayName', 'mail', 'unionId'] as const).filter(
    (key) => before[key] !== after[key],
  );
  const pick = (from: Shown): Record<string, unknown> =>
    Object.fromEntries(keys.map((key) => [key, from[key]]));
  return {
    before: pick(before),
    after: { ...pick(after), ...(hasOtherPhone ? { phone: 'changed' } : {}) },
  };
}
