import { AppError } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import type { DatabaseTransaction } from '#platform/database/open-database.ts';

import type { AccountDetail, AccountSummary, RoleOfAccount } from '../rules/account-view.ts';
import { isRole } from '../rules/roles.ts';
import { maskPhone, readPhone } from './account-phone.ts';
import type { PhoneKeys } from './account-phone.ts';

type Row = Awaited<ReturnType<typeof selectAccounts>>[number];

/** Accounts by id, as lists show them, in the order asked for. */
export async function readSummaries(
  context: Context,
  { cipher }: PhoneKeys,
  ids: readonly number[],
): Promise<AccountSummary[]> {
  if (ids.length === 0) return [];
  const { transaction, now } = context;
  const rows = new Map((await selectAccounts(transaction, ids)).map((row) => [row.id, row]));
  const roles = await listRoles(transaction, ids);
  const today = toChinaDay(now);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const phone = readPhone(cipher, id, row.phoneSecret);
    return [
      {
        id,
        username: row.username,
        displayName: row.displayName,
        unionId: row.unionId,
        unionName: row.unionName ?? '',
        phoneMasked: phone === null ? null : maskPhone(phone),
        mail: row.mail,
        state: stateOf(row, now),
        mustChangePassword: row.mustChangePassword,
        hasSecondFactor: row.totpConfirmedAt !== null,
        isSample: row.isSample,
        lastSignedInAt: row.lastSignedInAt?.toISOString() ?? null,
        roles: (roles.get(id) ?? []).filter(
          ({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo),
        ),
      },
    ];
  });
}

/** @throws AppError `not_found` `account.unknown`, also out of scope. */
export async function readDetail(
  context: Context,
  keys: PhoneKeys,
  id: number,
): Promise<AccountDetail> {
  const { transaction, now } = context;
  const [summary] = await readSummaries(context, keys, [id]);
  const [row] = await selectAccounts(transaction, [id]);
  if (summary === undefined || row === undefined)
    throw new AppError('not_found', 'account.unknown');
  const isLocked = row.lockedUntil !== null && row.lockedUntil > now;
  const roles = (await listRoles(transaction, [id])).get(id) ?? [];
  return {
    ...summary,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    hasPassword: row.passwordHash !== null,
    passwordChangedAt: row.passwordChangedAt?.toISOString() ?? null,
    lockedUntil: isLocked ? (row.lockedUntil?.toISOString() ?? null) : null,
    allRoles: roles.toReversed(),
    identities: await listIdentities(transaction, id),
  };
}

export async function listIdentities(
  transaction: DatabaseTransaction,
  accountId: number,
): Promise<AccountDetail['identities']> {
  const rows = await transaction
    .selectFrom('oidcIdentities')
    .select(['issuer', 'subject', 'linkedAt'])
    .where('accountId', '=', accountId)
    .orderBy('linkedAt')
    .execute();
  return rows.map(({ linkedAt, ...rest }) => ({ ...rest, linkedAt: linkedAt.toISOString() }));
}

function stateOf(row: Row, now: Date): AccountSummary['state'] {
  if (row.disabledAt !== null) return 'disabled';
  return row.lockedUntil !== null && row.lockedUntil > now ? 'locked' : 'active';
}

function selectAccounts(transaction: DatabaseTransaction, ids: readonly number[]) {
  return transaction
    .selectFrom('accounts')
    .leftJoin('unions', 'unions.id', 'accounts.unionId')
    .leftJoin('signInAttempts', 'signInAttempts.username', 'accounts.username')
    .selectAll('accounts')
    .select(['unions.name as unionName', 'signInAttempts.lockedUntil'])
    .select((from) =>
      from
        .selectFrom('sessions')
        .select(({ fn }) => fn.max('sessions.createdAt').as('at'))
        .whereRef('sessions.accountId', '=', 'accounts.id')
        .as('lastSignedInAt'),
    )
    .where('accounts.id', 'in', ids)
    .execute();
}

/** By account, in the order they were given. */
async function listRoles(
  transaction: DatabaseTransaction,
  accountIds: readonly number[],
): Promise<ReadonlyMap<number, readonly RoleOfAccount[]>> {
  const rows = await transaction
    .selectFrom('roleAssignments')
    .innerJoin('unions', 'unions.id', 'roleAssignments.unionId')
    .leftJoin('accounts as givers', 'givers.id', 'roleAssignments.grantedBy')
    .selectAll('roleAssignments')
    .select(['unions.name as unionName', 'givers.displayName as giver'])
    .where('roleAssignments.accountId', 'in', accountIds)
    .orderBy('roleAssignments.id')
    .execute();
  const byAccount = new Map<number, RoleOfAccount[]>();
  for (const { accountId, role, grantedAt, giver, ...row } of rows) {
    if (!isRole(role)) continue;
    const { id, unionId, unionName, validFrom, validTo, reason } = row;
    const shown = { id, role, unionId, unionName, validFrom, validTo, reason };
    const whole = { ...shown, grantedBy: giver, grantedAt: grantedAt.toISOString() };
    byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), whole]);
  }
  return byAccount;
}
