import type { Context } from '#platform/context.ts';
import { enterScope } from '#platform/database/transaction.ts';

/** Lets a rule look past the actor's scope within the transaction, and closes it again. */
export async function seeingAll<Result>(
  { transaction, actor }: Context,
  look: () => Promise<Result>,
): Promise<Result> {
  await enterScope(transaction, { roots: 'all', accountId: actor.accountId });
  const result = await look();
  await enterScope(transaction, { roots: actor.scopeRoots, accountId: actor.accountId });
  return result;
}
