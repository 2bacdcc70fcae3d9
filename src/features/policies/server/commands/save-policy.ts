import { AppError, refusal } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import { checkPolicyDraft } from '../../rules/check-policy-draft.ts';
import type { PolicyDraft } from '../../rules/check-policy-draft.ts';
import { compareVersions } from '../../rules/compare-versions.ts';
import { toPolicyVersion } from '../../rules/policy-body.ts';
import type { PolicyChange } from '../../rules/policy-inputs.ts';
import { assertVersion, getDraft } from '../policy-row.ts';
import type { StoredPolicy } from '../policy-row.ts';

/**
 * Saves what a draft says.
 * @throws AppError `not_found`, `conflict` (no draft, changed meanwhile), `invalid` with every fault, or
 *   when nothing was changed.
 */
export async function savePolicy(
  context: Context,
  { id, change }: { readonly id: number; readonly change: PolicyChange },
): Promise<void> {
  const draft = await getDraft(context, id);
  assertVersion(draft, change.version);
  const { title, validFrom, validTo, note, body } = change;
  assertSound(change);
  const differences = findDifferences(draft, change);
  await context.transaction
    .updateTable('policyVersions')
    .set({
      title,
      validFrom,
      validTo,
      note,
      body: JSON.stringify(body),
      version: draft.version + 1,
      editedBy: context.actor.accountId,
      editedAt: context.now,
    })
    .where('id', '=', id)
    .execute();
  await context.record({
    subjectId: id,
    unionId: draft.unionId,
    before: toFacts(differences, 'before'),
    after: toFacts(differences, 'after'),
  });
}

/** @throws AppError `invalid` with every fault. */
export function assertSound(draft: PolicyDraft): void {
  const reasons = checkPolicyDraft(draft).map(({ reason }) => reason);
  if (reasons.length > 0) throw refusal(reasons, 'invalid');
}

/** @throws AppError `invalid` `policy.nothing_changed`. */
function findDifferences(draft: StoredPolicy, change: PolicyChange): Differences {
  const { code: id } = draft;
  const differences = compareVersions(
    toPolicyVersion({ ...draft, id }, draft.body),
    toPolicyVersion({ ...change, id }, change.body),
  );
  // The order of the papers and their codes count as well, without being a difference for a reader.
  const isSameText = JSON.stringify(change.body) === JSON.stringify(draft.body);
  if (differences.length === 0 && isSameText && change.note === draft.note) {
    throw new AppError('invalid', 'policy.nothing_changed');
  }
  return differences;
}

type Differences = ReturnType<typeof compareVersions>;

/** Values by place; what a version says is no secret. */
function toFacts(differences: Differences, side: 'before' | 'after'): Record<string, unknown> {
  return Object.fromEntries(
    differences.map((difference) => [difference.place.join('.'), difference[side]]),
  );
}
