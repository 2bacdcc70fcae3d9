import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { AidRow } from '#features/fund-years/rules/year-records.ts';
import type { Context } from '#platform/context.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

import { toAidRow } from '../rules/to-aid-row.ts';
import type { LedgerCase } from '../rules/to-aid-row.ts';

/** What opens the identity numbers: a ledger without them counts no persons. */
export interface YearRecordKeys {
  readonly cipher: Pick<FieldCipher, 'decrypt'>;
}

export interface LedgerYear {
  readonly year: number;
  readonly cutoff: PlainDate;
}

export const MAX_LEDGER_ROWS = 20_000;
const NAMED = 5;

/**
 * 救助台账 of a year: cases that came to the district, in the year of their decision; undecided ones in
 * every year until they are decided.
 * @throws AppError `conflict` `year_records.nothing`, `year_records.too_large`, `year_records.no_identity`.
 */
export async function loadLedger(
  context: Context,
  { cipher }: YearRecordKeys,
  wish: LedgerYear,
): Promise<AidRow[]> {
  const rows = await selectCases(context, wish);
  refuseUnfit(rows, wish);
  return rows.map(({ personId, identitySecret, ...one }, index) => {
    const identityNumber = cipher.decrypt(identitySecret ?? '', `people.identity:${personId}`);
    return { row: `救助台账!${index + 2}`, ...toAidRow({ ...one, identityNumber }, wish.year) };
  });
}

interface LedgerRow extends Omit<LedgerCase, 'identityNumber'> {
  readonly personId: number;
  readonly identitySecret: string | null;
}

function refuseUnfit(rows: readonly LedgerRow[], { year }: LedgerYear): void {
  if (rows.length === 0) throw new AppError('conflict', 'year_records.nothing', { year });
  if (rows.length > MAX_LEDGER_ROWS) {
    const params = { max: MAX_LEDGER_ROWS, count: rows.length };
    throw new AppError('conflict', 'year_records.too_large', params);
  }
  const nameless = rows.filter(({ identitySecret }) => identitySecret === null);
  if (nameless.length === 0) return;
  const numbers = nameless.slice(0, NAMED).map(({ number }) => number);
  const params = { count: nameless.length, numbers: numbers.join('、') };
  throw new AppError('conflict', 'year_records.no_identity', params);
}

/** The latest act of each tier that says yes or no; `uphold` is the district's second no. */
async function selectCases(
  { transaction }: Context,
  { year, cutoff }: LedgerYear,
): Promise<LedgerRow[]> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const { rows } = await sql<LedgerRow>`
    select a.number, a.applicant_name as name, a.person_id as "personId", p.identity_secret as "identitySecret",
      h.file_number as "fileNumber", u.name as "unionName", town.name as "townName",
      a.aid_type as "aidType", a.aid_class as "aidClass", a.round_index as "roundIndex",
      a.applied_on as "appliedOn", a.district_received_on as "receivedOn",
      step.grassroots, step.town, step.district, a.state, a.approved_fen as "approvedFen", source.kind as source,
      step.paid_on as "paidOn", e.number as "eventNumber", a.special_reason as "specialReason"
    from applications a
    join unions u on u.id = a.union_id
    join household_people p on p.id = a.person_id
    join households h on h.id = (select find_family(a.household_id) limit 1)
    left join aid_events e on e.id = a.event_id
    left join lateral (select t.name from union_closure c join unions t on t.id = c.ancestor_id
      where c.descendant_id = a.union_id and t.level = 'town_or_system' order by c.depth limit 1) town on true
    left join fund_reservations r on r.application_id = a.id
    left join fund_sources source on source.id = r.source_id
    cross join lateral (select
        ${latestOf(sql`s.action = 'pass_grassroots'`)} as grassroots,
        ${latestOf(sql`s.action = 'pass_town'`)} as town,
        ${latestOf(sql`s.action in ('approve', 'refuse', 'uphold')`)} as district,
        (select max(f.happened_on) from fund_entries f where f.application_id = a.id and f.kind = 'spent') as paid_on
      from application_steps s where s.application_id = a.id) step
    where a.district_received_on is not null
      and (a.decided_on between ${from}::date and ${to}::date
        or (a.decided_on is null and a.district_received_on <= ${cutoff}::date
          and a.state not in ('draft', 'returned', 'withdrawn')))
    order by a.applied_on, a.number limit ${MAX_LEDGER_ROWS + 1}`.execute(transaction);
  return rows;
}

/** Of the steps that meet the condition, the last: its opinion and day. */
function latestOf(condition: ReturnType<typeof sql>) {
  return sql`(array_agg(json_build_object('opinion', s.opinion, 'on', s.happened_on) order by s.number desc)
    filter (where ${condition}))[1]`;
}
