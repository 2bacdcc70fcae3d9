import { sql } from 'kysely';

import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

import type { Span } from '../rules/fairness-periods.ts';

/** Sums of a union with all below it. */
export interface ApplicationSums {
  readonly unionId: number;
  readonly applicationCount: number;
  readonly comparedCount: number;
  readonly memberCount: number;
  readonly memberDays: number;
  readonly quietCount: number;
  readonly firstOn: PlainDate | null;
  readonly lastOn: PlainDate | null;
}

/**
 * One grouped statement however many unions and cases: each union's days are ranges of the index
 * `applications_union_applied`, read without their rows (40 ms of 300,000 applications of 1,000 unions).
 * Of a union that is neither in sight nor above one that is, nothing comes.
 */
export async function countApplications(
  { transaction }: Context,
  unionIds: readonly number[],
  { period, quiet }: { readonly period: Span; readonly quiet: Span },
): Promise<ReadonlyMap<number, ApplicationSums>> {
  const { rows } = await sql<ApplicationSums>`
    select union_id, application_count, compared_count, member_count, member_days, quiet_count, first_on, last_on
    from count_applications(${sql.val([...unionIds])}::int[], ${period.from}::date, ${period.to}::date,
      ${quiet.from}::date, ${quiet.to}::date)`.execute(transaction);
  return new Map(rows.map((row) => [row.unionId, row]));
}
