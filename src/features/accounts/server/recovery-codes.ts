import { randomInt } from 'node:crypto';

import type { DatabaseTransaction } from '#platform/database/open-database.ts';
import type { BlindIndex } from '#platform/secrets/blind-index.ts';

const COUNT = 10;
const HALF = 5;
/** Without letters and digits that look alike. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Takes the place of all former codes; returns the new ones, which are shown once. */
export async function replaceRecoveryCodes(
  transaction: DatabaseTransaction,
  blindIndex: BlindIndex,
  accountId: number,
): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  await transaction.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute();
  await transaction
    .insertInto('recoveryCodes')
    .values(codes.map((code) => ({ accountId, codeDigest: digestOf(blindIndex, accountId, code) })))
    .execute();
  return codes;
}

/** Whether the code was one of the account's and had not been used; now it has. */
export async function spendRecoveryCode(
  transaction: DatabaseTransaction,
  blindIndex: BlindIndex,
  {
    accountId,
    code,
    now,
  }: { readonly accountId: number; readonly code: string; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('recoveryCodes')
    .set({ usedAt: now })
    .where('accountId', '=', accountId)
    .where('codeDigest', '=', digestOf(blindIndex, accountId, code))
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function newCode(): string {
  const half = (): string =>
    Array.from({ length: HALF }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
  return `${half()}-${half()}`;
}

function digestOf(blindIndex: BlindIndex, accountId: number, code: string): string {
  const normalized = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return blindIndex('accounts.recovery_code', `${accountId}:${normalized}`);
}
