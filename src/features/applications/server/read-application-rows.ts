import { sql } from 'kysely';

import { oneOf, oneOfOrNull } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';
import { workingDaysBetween } from '#features/policies/rules/working-days.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { ApplicationRow, ClockView } from '../rules/application-views.ts';
import { countUsed, findLight } from '../rules/clock.ts';
import { findTiers } from '../rules/find-tiers.ts';
import { toRound } from '../rules/judge-application.ts';
import { APPLICATION_STATES } from '../rules/states.ts';
import { findTierAtWork } from '../rules/tiers.ts';
import type { Standing } from '../rules/tiers.ts';

/** Applications as lists show them, in the order of the ids. */
export async function readApplicationRows(
  context: Context,
  ids: readonly number[],
): Promise<ApplicationRow[]> {
  if (ids.length === 0) return [];
  const today = toChinaDay(context.now);
  const rows = await selectRows(context, ids);
  return rows.map(
    ({ levels, roundIndex, resumeState, enteredOn, spentDays, warnOn, dueOn, ...row }) => {
      const state = oneOf(APPLICATION_STATES, row.state);
      const standing: Standing = {
        state,
        resumeState: oneOfOrNull(APPLICATION_STATES, resumeState),
        tiers: findTiers(levels.map((level) => oneOf(UNION_LEVELS, level))),
      };
      return {
        ...row,
        state,
        aidType: oneOf(AID_TYPES, row.aidType),
        aidClass: oneOfOrNull(AID_CLASSES, row.aidClass),
        round: roundIndex === null ? null : toRound(roundIndex),
        tier: findTierAtWork(standing),
        clock: toClock({ ...standing, enteredOn: day(enteredOn), spentDays, warnOn, dueOn }, today),
      };
    },
  );
}

interface ClockColumns extends Standing {
  readonly enteredOn: PlainDate;
  readonly spentDays: number;
  readonly warnOn: string | null;
  readonly dueOn: string | null;
}

function toClock(columns: ClockColumns, today: PlainDate): ClockView {
  const { enteredOn, spentDays } = columns;
  const dueOn = columns.dueOn === null ? null : day(columns.dueOn);
  const warnOn = columns.warnOn === null ? null : day(columns.warnOn);
  return {
    light: findLight({ warnOn, dueOn }, today),
    enteredOn,
    dueOn,
    usedDays: countUsed(columns, today),
    limitDays:
      dueOn === null ? null : Math.max(0, spentDays + workingDaysBetween(enteredOn, dueOn)),
  };
}

function selectRows({ transaction }: Context, ids: readonly number[]) {
  const wanted = sql.val([...ids]);
  return transaction
    .selectFrom('applications as a')
    .innerJoin('unions as u', 'u.id', 'a.unionId')
    .leftJoin('households as h', 'h.id', 'a.householdId')
    .select(['a.id', 'a.number', 'a.unionId', 'u.name as unionName', 'a.applicantName'])
    .select(['a.householdId', 'h.fileNumber', 'a.aidType', 'a.aidClass', 'a.roundIndex', 'a.state'])
    .select(['a.requestedFen', 'a.proposedFen', 'a.approvedFen', 'a.appliedOn', 'a.decidedOn'])
    .select(['a.isOnBehalf', 'a.isDirect', 'a.isEscalated', 'a.hasOverride', 'a.isSample'])
    .select(['a.version', 'a.resumeState', 'a.enteredOn', 'a.spentDays', 'a.warnOn', 'a.dueOn'])
    .select(sql<readonly string[]>`find_union_levels(a.union_id)`.as('levels'))
    .where(sql<boolean>`a.id = any(${wanted}::bigint[])`)
    .orderBy(sql`array_position(${wanted}::bigint[], a.id)`)
    .execute();
}
