import { sql } from 'kysely';

import { oneOf } from '#core/one-of.ts';
import type { Context } from '#platform/context.ts';

import type { EntryListQuery } from '../rules/fund-inputs.ts';
import type { EntryPage, EntryView } from '../rules/fund-views.ts';
import { BUDGET_ENTRY_KINDS, ENTRY_KINDS } from '../rules/fund-words.ts';

/** Entries of the own unions, the newest first, with the sum of all that were found. */
export async function listEntries(context: Context, query: EntryListQuery): Promise<EntryPage> {
  const { transaction, actor } = context;
  const { after, limit } = query;
  const found = selectEntries(transaction, query);
  const rows = await found
    .leftJoin('applications as a', 'a.id', 'e.applicationId')
    .select(['e.id', 'e.sourceId', 's.name as sourceName', 'u.name as unionName', 's.year'])
    .select(['e.kind', 'e.amountFen', 'e.happenedOn', 'e.document', 'e.note', 'e.applicationId'])
    .select(['a.number as applicationNumber', 'e.correctsId', 'e.recordedBy', 'e.recordedByName'])
    .select(
      sql<boolean>`exists (select from fund_entries c where c.corrects_id = e.id)`.as(
        'isTakenBack',
      ),
    )
    .$if(after !== undefined, (select) => select.where('e.id', '<', Number(after)))
    .orderBy('e.id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const { total, totalFen } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .select(sql<number>`coalesce(sum(e.amount_fen), 0)::bigint`.as('totalFen'))
    .executeTakeFirstOrThrow();
  const last = page.at(-1);
  return {
    items: page.map(({ recordedBy, recordedByName, ...row }): EntryView => {
      const isPlain = BUDGET_ENTRY_KINDS.some((kind) => kind === row.kind && kind !== 'adjusted');
      const isOwn = recordedBy !== null && recordedBy === actor.accountId;
      return {
        ...row,
        kind: oneOf(ENTRY_KINDS, row.kind),
        recordedBy: recordedByName,
        mayTakeBack: isPlain && !isOwn && !row.isTakenBack && row.correctsId === null,
      };
    }),
    next: rows.length > limit && last !== undefined ? String(last.id) : null,
    total,
    totalFen,
  };
}

function selectEntries(
  transaction: Context['transaction'],
  { fundYearId, sourceId, kind, from, to }: EntryListQuery,
) {
  return transaction
    .selectFrom('fundEntries as e')
    .innerJoin('fundSources as s', 's.id', 'e.sourceId')
    .innerJoin('unions as u', 'u.id', 's.unionId')
    .$if(fundYearId !== undefined, (select) => select.where('s.fundYearId', '=', fundYearId ?? 0))
    .$if(sourceId !== undefined, (select) => select.where('e.sourceId', '=', sourceId ?? 0))
    .$if(kind !== undefined, (select) => select.where('e.kind', '=', kind ?? ''))
    .$if(from !== undefined, (select) => select.where('e.happenedOn', '>=', from ?? ''))
    .$if(to !== undefined, (select) => select.where('e.happenedOn', '<=', to ?? ''));
}
