import { z } from 'zod';

import type { Context } from '#platform/context.ts';
import { enqueueJob } from '#platform/jobs/enqueue-job.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

import { REASON_CODES } from '../rules/policy-tests.ts';
import { replayCases } from '../rules/replay-cases.ts';
import { ReplayOrder } from '../rules/replay-views.ts';
import type { ReplayResult } from '../rules/replay-views.ts';
import { getPolicyVersion } from './commands/load-policy.ts';
import { loadDecidedCases } from './load-decided-cases.ts';
import { getWritablePolicy } from './policy-row.ts';

const ReplayInput = ReplayOrder.extend({ id: z.int().min(1) });
type ReplayInput = z.output<typeof ReplayInput>;
export type ReplayJob = JobKind<ReplayInput>;

/** Enough to see what a draft does; the sums are of all. */
const KEPT_DIFFERENCES = 500;

/** Replays the decided cases that the asker sees; only reads, so beginning again does no harm. */
export function createReplayJob(): ReplayJob {
  return {
    name: 'policies.replay',
    title: '政策模拟',
    input: ReplayInput,
    run: async ({ id: jobId, input, inContext, progress }) => {
      progress(0, null, '正在读取案件');
      const result = await inContext(async (context) => {
        const replayed = await replay(context, input);
        const { total, differenceCount } = replayed;
        const entry = { action: 'policy.replayed', subject: 'policy', subjectId: input.id };
        await context.record({ ...entry, after: { ...input, ...total, differenceCount } });
        return replayed;
      });
      const link = `/policies/${input.id}/replay?withId=${input.withId}&jobId=${jobId}`;
      return { ...result, count: result.total.caseCount, link };
    },
  };
}

async function replay(
  context: Context,
  { id, withId, from, to }: ReplayInput,
): Promise<ReplayResult> {
  const before = await getPolicyVersion(context.transaction, withId);
  const after = await getPolicyVersion(context.transaction, id);
  const cases = await loadDecidedCases(context, { from, to });
  const { total, bySource, byClass, differences } = replayCases(cases, before, after);
  return {
    before: { id: withId, title: before.title },
    after: { id, title: after.title },
    from,
    to,
    total,
    bySource: [...bySource],
    byClass: [...byClass],
    differenceCount: differences.length,
    differences: differences.slice(0, KEPT_DIFFERENCES).map(toPlain),
  };
}

function toPlain({
  before,
  after,
  ...difference
}: ReturnType<typeof replayCases>['differences'][number]): ReplayResult['differences'][number] {
  return {
    ...difference,
    before: { ...before, codes: toKnown(before.codes) },
    after: { ...after, codes: toKnown(after.codes) },
  };
}

function toKnown(codes: readonly string[]): ReplayResult['differences'][number]['before']['codes'] {
  return REASON_CODES.filter((code) => codes.includes(code));
}

/** Orders a replay; returns the job's id. @throws AppError `not_found` `policy.unknown`. */
export async function orderReplay(
  context: Context,
  kind: ReplayJob,
  input: ReplayInput,
): Promise<string> {
  const { actor, transaction } = context;
  if (actor.unionId === null) throw new Error('a replay is ordered by a person of a union');
  await getWritablePolicy(context, input.id);
  await getPolicyVersion(transaction, input.withId);
  const { unionId } = actor;
  const jobId = await enqueueJob(context, { kind, input, permission: 'policies.write', unionId });
  await context.record({ subjectId: jobId, unionId, after: { ...input } });
  return jobId;
}
