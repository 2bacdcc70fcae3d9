import { AppError } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { listAssignments } from './list-assignments.ts';
import { seeingAll } from './seeing-all.ts';

/**
 * Whoever hands out a way into an account can use its roles: none may hold, or come to hold, where the
 * actor's own right does not. @throws AppError `forbidden` `account.reaches_further`.
 */
export async function refuseReachingFurther(context: Context, accountId: number): Promise<void> {
  const { transaction, now } = context;
  const today = toChinaDay(now);
  const visible = new Set(
    (await listAssignments(transaction, accountId)).map((assignment) => assignment.id),
  );
  const all = await seeingAll(context, () => listAssignments(transaction, accountId));
  const isFurther = all.some(
    ({ id, validTo }) => !visible.has(id) && (validTo === null || validTo >= today),
  );
  if (isFurther) throw new AppError('forbidden', 'account.reaches_further');
}
