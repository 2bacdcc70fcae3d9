import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import { getApplication } from '../application-row.ts';

/**
 * Notes that somebody withdraws from a case as a relative; from then on no act of theirs is taken.
 * @throws AppError `not_found`, `conflict` `application.already_recused`.
 */
export async function recuse(
  context: Context,
  wish: { readonly id: number; readonly accountId: number | null; readonly reason: string },
): Promise<void> {
  const { transaction, actor } = context;
  const { id, unionId } = await getApplication(context, wish.id);
  const accountId = wish.accountId ?? actor.accountId;
  if (accountId === null) throw new AppError('not_found', 'application.unknown');
  const added = await transaction
    .insertInto('applicationRecusals')
    .values({
      applicationId: id,
      accountId,
      unionId,
      reason: wish.reason,
      recordedBy: actor.accountId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('accountId')
    .executeTakeFirst();
  if (added === undefined) throw new AppError('conflict', 'application.already_recused');
  await context.record({
    action: 'application.recused',
    subject: 'application',
    subjectId: id,
    unionId,
    reason: wish.reason,
    after: { accountId },
  });
}
