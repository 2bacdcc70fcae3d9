import { sql } from 'kysely';

import { fen } from '#core/money.ts';
import { oneOf } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import { BUDGET_ITEMS, FUND_SOURCES } from '#features/fund-years/rules/year-records.ts';
import type { BudgetEntry } from '#features/fund-years/rules/year-records.ts';
import { SOURCE_KIND_NAMES } from '#features/funds/messages.ts';
import { SOURCE_KINDS } from '#features/funds/rules/fund-words.ts';
import type { Context } from '#platform/context.ts';

import type { LedgerYear } from './load-ledger.ts';

interface BudgetRow {
  readonly kind: string;
  readonly item: string;
  readonly amountFen: number;
  readonly on: string;
  readonly document: string | null;
  readonly note: string | null;
}

/**
 * 预算 of a year: what was budgeted, changed and received, a row a movement. An entry that was taken back and
 * its counter-entry are left out together. Money handed on lowers the budget; what was received stands whole.
 */
export async function loadBudget(
  { transaction }: Context,
  { year, cutoff }: LedgerYear,
): Promise<BudgetEntry[]> {
  const { rows } = await sql<BudgetRow>`
    select s.kind, part.item, part.amount as "amountFen", e.happened_on as "on", e.document, e.note
    from fund_entries e join fund_sources s on s.id = e.source_id
    cross join lateral (values ('年初预算', e.initial_part), ('预算调整', e.changed_part),
      ('到位', greatest(e.received_part, 0))) part (item, amount)
    where s.year = ${year} and e.happened_on <= ${cutoff}::date and part.amount <> 0
      and e.corrects_id is null and not exists (select from fund_entries c where c.corrects_id = e.id)
    order by e.happened_on, e.id, part.item`.execute(transaction);
  return rows.map((one, index) => ({
    row: `预算!${index + 2}`,
    source: oneOf(FUND_SOURCES, SOURCE_KIND_NAMES[oneOf(SOURCE_KINDS, one.kind)]),
    item: oneOf(BUDGET_ITEMS, one.item),
    amountFen: fen(one.amountFen),
    date: day(one.on),
    documentNumber: one.document,
    note: one.note,
  }));
}
