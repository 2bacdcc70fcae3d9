import type { Context } from '#platform/context.ts';

import type { ExistingUnion } from '../rules/import-change.ts';
import type { UnionSheetRow } from '../rules/union-sheet.ts';
import { decryptPhone } from './phone-cipher.ts';
import type { PhoneCipher } from './phone-cipher.ts';
import { toDay, toUnionLevel } from './union-row.ts';

/** All visible unions by code; counts and phones only of those the rows speak of. */
export async function readExistingUnions(
  { transaction }: Context,
  cipher: PhoneCipher,
  rows: readonly UnionSheetRow[],
): Promise<ReadonlyMap<string, ExistingUnion>> {
  const named = new Set(rows.map(({ code }) => code));
  const unions = await transaction
    .selectFrom('unions')
    .select(['id', 'parentId', 'code', 'name', 'level', 'regionCode', 'creditCode', 'version'])
    .select(['foundedOn', 'closedOn', 'contactName', 'contactPhoneSecret'])
    .execute();
  const codes = new Map(unions.map(({ id, code }) => [id, code]));
  const counts = await readCounts(
    transaction,
    unions.filter(({ code }) => named.has(code)).map(({ id }) => id),
  );
  const existing = unions.map(({ parentId, contactPhoneSecret, ...union }) => ({
    ...union,
    level: toUnionLevel(union.level),
    foundedOn: toDay(union.foundedOn),
    closedOn: toDay(union.closedOn),
    parentCode: parentId === null ? null : (codes.get(parentId) ?? null),
    contactPhone: named.has(union.code)
      ? decryptPhone(cipher, { id: union.id, contactPhoneSecret })
      : null,
    counts: counts.get(union.id) ?? NO_COUNTS,
  }));
  return new Map(existing.map((union) => [union.code, union]));
}

type Counts = Map<number, { memberCount: number; workerCount: number | null }>;
const NO_COUNTS: ExistingUnion['counts'] = new Map();

async function readCounts(
  transaction: Context['transaction'],
  ids: readonly number[],
): Promise<ReadonlyMap<number, Counts>> {
  const byUnion = new Map<number, Counts>();
  if (ids.length === 0) return byUnion;
  const rows = await transaction
    .selectFrom('unionMemberships')
    .select(['unionId', 'year', 'memberCount', 'workerCount'])
    .where('unionId', 'in', ids)
    .execute();
  for (const { unionId, year, ...count } of rows) {
    const counts: Counts = byUnion.get(unionId) ?? new Map();
    byUnion.set(unionId, counts.set(year, count));
  }
  return byUnion;
}
