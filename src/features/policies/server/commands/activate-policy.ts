import { AppError } from '#core/app-error.ts';
import { addDays } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideActivation, decideEnd, findOverlapping } from '../../rules/decide-policy-acts.ts';
import { toPolicyVersion } from '../../rules/policy-body.ts';
import type { PolicyActivation, PolicyEnd, PolicyWithdrawal } from '../../rules/policy-inputs.ts';
import { listActive } from '../policy-detail.ts';
import {
  assertAllowed,
  assertVersion,
  getDraft,
  getWritablePolicy,
  lockPolicies,
} from '../policy-row.ts';
import type { StoredPolicy } from '../policy-row.ts';
import { listTests, runTest } from '../policy-tests-rows.ts';

/**
 * Brings a draft into force from its day on, ending versions in the way if that is asked for.
 * @throws AppError `not_found`, `conflict` (changed meanwhile, or every reason against it).
 */
export async function activatePolicy(
  context: Context,
  { id, activation }: { readonly id: number; readonly activation: PolicyActivation },
): Promise<void> {
  await lockPolicies(context);
  const draft = await getWritablePolicy(context, id);
  assertVersion(draft, activation.version);
  const version = toPolicyVersion({ ...draft, id: draft.code }, draft.body);
  const tests = (await listTests(context, id)).map((stored) => runTest(stored, version));
  const active = await listActive(context);
  const { actor, now, transaction } = context;
  const facts = { ...draft, active, actorId: actor.accountId, today: toChinaDay(now) };
  const { endsOverlapping, reason } = activation;
  assertAllowed(
    decideActivation({
      ...facts,
      endsOverlapping,
      tests: tests.map(({ test: { name }, isPassed }) => ({ name, isPassed })),
    }),
  );
  const ended = findOverlapping(draft, active);
  for (const other of ended) {
    // Read with a lock: another district's version is nobody else's to end.
    const stored = await getWritablePolicy(context, other.id);
    await setEnd(context, stored, { validTo: addDays(draft.validFrom, -1), reason });
  }
  await transaction
    .updateTable('policyVersions')
    .set({ state: 'active', activatedBy: actor.accountId, activatedAt: now })
    .set({ version: draft.version + 1 })
    .where('id', '=', id)
    .execute();
  const { title, validFrom, validTo, unionId } = draft;
  const after = { title, validFrom, validTo, testCount: tests.length };
  await context.record({ subjectId: id, unionId, reason, after });
}

/** @throws AppError `not_found`, `conflict` (changed meanwhile, or every reason against it). */
export async function endPolicy(
  context: Context,
  { id, end }: { readonly id: number; readonly end: PolicyEnd },
): Promise<void> {
  await lockPolicies(context);
  const policy = await getWritablePolicy(context, id);
  assertVersion(policy, end.version);
  const today = toChinaDay(context.now);
  assertAllowed(decideEnd({ ...policy, newValidTo: end.validTo, today }));
  await setEnd(context, policy, end);
}

/** @throws AppError `not_found`, `conflict` (no draft, changed meanwhile). */
export async function withdrawPolicy(
  context: Context,
  { id, withdrawal }: { readonly id: number; readonly withdrawal: PolicyWithdrawal },
): Promise<void> {
  const draft = await getDraft(context, id);
  assertVersion(draft, withdrawal.version);
  await context.transaction
    .updateTable('policyVersions')
    .set({ state: 'withdrawn', version: draft.version + 1 })
    .where('id', '=', id)
    .execute();
  const { title, unionId } = draft;
  await context.record({ subjectId: id, unionId, reason: withdrawal.reason, before: { title } });
}

async function setEnd(
  context: Context,
  policy: StoredPolicy,
  { validTo, reason }: Pick<PolicyEnd, 'validTo' | 'reason'>,
): Promise<void> {
  const { id, unionId, version } = policy;
  const result = await context.transaction
    .updateTable('policyVersions')
    .set({ validTo, version: version + 1 })
    .where('id', '=', id)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new AppError('not_found', 'policy.unknown');
  await context.record({
    action: 'policy.ended',
    subject: 'policy',
    subjectId: id,
    unionId,
    reason,
    before: { validTo: policy.validTo },
    after: { validTo },
  });
}
