import { sql } from 'kysely';

import { formatYuanShort, fen } from '#core/money.ts';
import { yearOf } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { ActInput } from '../rules/application-inputs.ts';
import type { ReasonView, SubmissionCheck } from '../rules/application-views.ts';
import { checkContent } from '../rules/check-act-content.ts';
import { judgeCase, toActGround } from './act-ground.ts';
import { getApplication } from './application-row.ts';
import type { StoredApplication } from './application-row.ts';
import { findMinimumLiving, loadCase } from './load-cases.ts';
import type { LoadedCase } from './load-cases.ts';

/** What is missing before an application is sent, what to think of, and what the rules would say. */
export async function checkSubmission(context: Context, id: number): Promise<SubmissionCheck> {
  const application = await getApplication(context, id);
  const loaded = await loadCase(context, application);
  const ground = toActGround(context, loaded, { seat: 'filing' }, null);
  const missing = checkContent('submit', ActInput.parse({ action: 'submit', version: 1 }), ground);
  const { requestedFen, specialReason } = application;
  // Whether the family is as the class describes is for the desks to find.
  const finding = { amountFen: requestedFen, meetsConditions: true, specialReason };
  const minimumLivingFen = await findMinimumLiving(context);
  return {
    missing: missing.map(({ code, params }) => ({ code, params: { ...params } })),
    warnings: [...warnOfAid(loaded, context.now), ...(await warnOfOthers(context, application))],
    judgement: judgeCase(loaded, finding, { now: context.now, minimumLivingFen }).judgement,
  };
}

function warnOfAid({ facts }: LoadedCase, now: Date): ReasonView[] {
  const year = yearOf(toChinaDay(now));
  const thisYear = facts.earlierAid.filter(({ approvedOn }) => yearOf(approvedOn) === year);
  if (thisYear.length === 0) return [];
  const total = thisYear.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const params = { year, count: thisYear.length, yuan: formatYuanShort(fen(total)) };
  return [{ code: 'application.aid_this_year', params }];
}

interface Others {
  readonly open: readonly { readonly number: string; readonly name: string }[];
  readonly pairCount: number;
}

/** Open applications of the same family, and people of it who may stand in a second file. */
async function warnOfOthers(
  { transaction }: Context,
  { id, householdId }: StoredApplication,
): Promise<ReasonView[]> {
  const { rows } = await sql<Others>`select
    coalesce((select json_agg(json_build_object('number', a.number, 'name', a.applicant_name) order by a.id)
      from applications a where a.household_id = ${householdId} and a.id <> ${id}
        and a.decided_on is null and a.state not in ('draft', 'withdrawn', 'returned')), '[]') as open,
    (select count(*) from duplicate_pairs d where d.verdict is null and exists (select from household_people p
      where p.household_id = ${householdId} and p.id in (d.first_id, d.second_id)))::int as "pairCount"`.execute(
    transaction,
  );
  const [found] = rows;
  if (found === undefined) return [];
  const pairs = { code: 'application.possible_duplicates', params: { count: found.pairCount } };
  return [
    ...found.open.map(({ number, name }) => ({
      code: 'application.other_open',
      params: { number, name },
    })),
    ...(found.pairCount > 0 ? [pairs] : []),
  ];
}
