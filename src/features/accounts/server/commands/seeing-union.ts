import type { Context } from '#platform/context.ts';
import { enterScope } from '#platform/database/transaction.ts';

/**
 * Lets the program look at and write one union for somebody who has none in scope, once it is found that
 * the matter is the actor's own; the actor's scope is closed again whatever happens.
 */
export async function seeingUnion<Result>(
  context: Context,
  unionId: number,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const { transaction, actor } = context;
  const { accountId, scopeRoots } = actor;
  const leave = (): Promise<void> => enterScope(transaction, { roots: scopeRoots, accountId });
  await enterScope(transaction, { roots: [unionId], accountId });
  const seeing = { ...context, actor: { ...actor, scopeRoots: [unionId] } };
  const result = await work(seeing).catch(async (error: unknown) => {
    // A statement that failed ended the transaction, which then takes no other one.
    await leave().catch(() => undefined);
    throw error;
  });
  await leave();
  return result;
}
