import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import type { DuplicateVerdict } from '../../rules/duplicate-inputs.ts';
import { findPair } from '../list-duplicates.ts';

export interface Judging {
  readonly id: number;
  readonly verdict: DuplicateVerdict;
}

/**
 * Says whether two rows are one person; merges nothing. Holds until the facts change.
 * @throws AppError `not_found` `duplicate.unknown`; `conflict` `duplicate.changed_meanwhile` when the
 *   facts are others than the judge saw.
 */
export async function judgeDuplicate(
  context: Context,
  { id, verdict: { verdict, factsDigest, reason } }: Judging,
): Promise<void> {
  const { transaction, actor, now } = context;
  const pair = await findPair(context, id);
  if (pair === undefined) throw new AppError('not_found', 'duplicate.unknown');
  const { numUpdatedRows } = await transaction
    .updateTable('duplicatePairs')
    .set({ verdict, verdictReason: reason, verdictBy: actor.accountId, verdictAt: now })
    .where('id', '=', id)
    .where('factsDigest', '=', factsDigest)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('conflict', 'duplicate.changed_meanwhile');
  const files = { first: pair.firstFileNumber, second: pair.secondFileNumber };
  await context.record({
    subjectId: id,
    unionId: pair.firstUnionId,
    reason,
    before: { verdict: pair.verdict },
    after: { verdict, files },
  });
}
