import { sql } from 'kysely';

import { groupBy } from '#core/group-by.ts';
import { oneOf } from '#core/one-of.ts';
import type { Context } from '#platform/context.ts';

import { Judgement } from '../rules/application-views.ts';
import type { StepView } from '../rules/application-views.ts';
import { APPLICATION_STATES } from '../rules/states.ts';
import { ACTIONS } from '../rules/transitions.ts';

/** What was done to applications, by application, each from the first step on. */
export async function listSteps(
  { transaction }: Context,
  ids: readonly number[],
): Promise<ReadonlyMap<number, StepView[]>> {
  const rows = await transaction
    .selectFrom('applicationSteps')
    .select(['applicationId', 'number', 'action', 'fromState', 'toState', 'opinion', 'amountFen'])
    .select(['decision', 'meetsConditions', 'overrideReason', 'overrideFileId', 'detail'])
    .select(['actorName', 'actorUnion', 'happenedOn', 'happenedAt'])
    .where(sql<boolean>`application_id = any(${sql.val([...ids])}::bigint[])`)
    .orderBy('applicationId')
    .orderBy('number')
    .execute();
  const steps = rows.map(({ applicationId, decision, detail, happenedAt, ...row }) => ({
    applicationId,
    step: {
      ...row,
      action: oneOf(ACTIONS, row.action),
      fromState: oneOf(APPLICATION_STATES, row.fromState),
      toState: oneOf(APPLICATION_STATES, row.toState),
      judgement: decision === null ? null : Judgement.parse(decision),
      detail: isRecord(detail) ? detail : null,
      happenedAt: happenedAt.toISOString(),
    },
  }));
  const byCase = groupBy(steps, ({ applicationId }) => applicationId);
  return new Map([...byCase].map(([id, found]) => [id, found.map(({ step }) => step)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
