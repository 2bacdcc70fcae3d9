import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import { findViolatedConstraint } from '#platform/database/database-errors.ts';

import type { PolicyTest } from '../../rules/policy-tests.ts';
import { getDraft } from '../policy-row.ts';
import type { StoredPolicy } from '../policy-row.ts';
import { toTestColumns } from '../policy-tests-rows.ts';

interface TestPlace {
  readonly id: number;
  readonly testId: number;
}

/** @throws AppError `not_found`, `conflict` `policy.not_a_draft` or `policy.test_name_taken`. */
export async function addPolicyTest(
  context: Context,
  { id, test }: { readonly id: number; readonly test: PolicyTest },
): Promise<void> {
  const draft = await getDraft(context, id);
  await refusingTakenName(() =>
    context.transaction
      .insertInto('policyTests')
      .values({ policyId: id, unionId: draft.unionId, ...toTestColumns(test) })
      .execute(),
  );
  await noteEdit(context, draft);
  await context.record({ subjectId: id, unionId: draft.unionId, after: { ...test } });
}

/** @throws AppError as above, and `not_found` `policy.test_unknown`. */
export async function changePolicyTest(
  context: Context,
  { id, testId, test }: TestPlace & { readonly test: PolicyTest },
): Promise<void> {
  const draft = await getDraft(context, id);
  const result = await refusingTakenName(() =>
    context.transaction
      .updateTable('policyTests')
      .set(toTestColumns(test))
      .where('policyId', '=', id)
      .where('id', '=', testId)
      .executeTakeFirst(),
  );
  if (result.numUpdatedRows === 0n) throw new AppError('not_found', 'policy.test_unknown');
  await noteEdit(context, draft);
  await context.record({ subjectId: id, unionId: draft.unionId, after: { testId, ...test } });
}

/** @throws AppError as above. */
export async function removePolicyTest(
  context: Context,
  { id, testId, reason }: TestPlace & { readonly reason: string },
): Promise<void> {
  const draft = await getDraft(context, id);
  const removed = await context.transaction
    .deleteFrom('policyTests')
    .where('policyId', '=', id)
    .where('id', '=', testId)
    .returning('name')
    .executeTakeFirst();
  if (removed === undefined) throw new AppError('not_found', 'policy.test_unknown');
  await noteEdit(context, draft);
  await context.record({
    subjectId: id,
    unionId: draft.unionId,
    reason,
    before: { testId, name: removed.name },
  });
}

/** Whoever sets the tests shares in the draft: somebody else activates it. */
async function noteEdit({ transaction, actor, now }: Context, { id }: StoredPolicy): Promise<void> {
  await transaction
    .updateTable('policyVersions')
    .set({ editedBy: actor.accountId, editedAt: now })
    .where('id', '=', id)
    .execute();
}

async function refusingTakenName<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (findViolatedConstraint(error) !== 'policy_tests_policy_id_name_key') throw error;
    throw new AppError('conflict', 'policy.test_name_taken', {}, error);
  }
}
