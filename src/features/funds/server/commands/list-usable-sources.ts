import { sql } from 'kysely';

import { fen } from '#core/money.ts';
import { oneOf } from '#core/one-of.ts';
import { yearOf } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

import { findUsableSources } from '../../rules/choose-source.ts';
import type { FundNeed, SourceWithRoom } from '../../rules/choose-source.ts';
import { SOURCE_KINDS } from '../../rules/fund-words.ts';

/** Sources of the year that serve any of the unions: their own and those of the unions above, as far as in sight. */
export async function loadSources(
  { transaction }: Context,
  { unionIds, on }: { readonly unionIds: readonly number[]; readonly on: PlainDate },
): Promise<readonly SourceWithRoom[]> {
  const rows = await transaction
    .selectFrom('fundSources as s')
    .innerJoin('unions as u', 'u.id', 's.unionId')
    .innerJoin('unionClosure as c', 'c.ancestorId', 's.unionId')
    .select(['s.id', 's.unionId', 'u.name as unionName', 's.kind', 's.name'])
    .select(['s.fileTiers', 's.aidTypes', 's.availableFen'])
    .select(sql<number[]>`array_agg(c.descendant_id)`.as('servedUnionIds'))
    .where('s.year', '=', yearOf(on))
    .where(sql<boolean>`c.descendant_id = any(${sql.val([...unionIds])}::int[])`)
    .groupBy(['s.id', 'u.name'])
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: oneOf(SOURCE_KINDS, row.kind),
    availableFen: fen(row.availableFen),
  }));
}

/** Sources that may pay for a case, those with the most room first. */
export async function listUsableSources(
  context: Context,
  { on, ...need }: Omit<FundNeed, 'year' | 'amountFen'> & { readonly on: PlainDate },
): Promise<readonly SourceWithRoom[]> {
  const sources = await loadSources(context, { unionIds: [need.unionId], on });
  return findUsableSources(sources, need);
}
