import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import { enterScope } from '#platform/database/transaction.ts';

import { decideMove } from '../../rules/decide-placement.ts';
import type { UnionMove } from '../../rules/union-inputs.ts';
import { addPlacement, findLastChange } from '../placements.ts';
import { assertAllowed, getParent, getUnion, lockTree, saveUnion } from '../union-row.ts';

/**
 * Puts a union with all below it under another one; its place before stays in the history.
 * @throws AppError `not_found`, `conflict` with a `UnionReason` or `union.changed_meanwhile`.
 */
export async function moveUnion(
  context: Context,
  { id, move }: { readonly id: number; readonly move: UnionMove },
): Promise<void> {
  const { transaction, actor } = context;
  await lockTree(transaction);
  const union = await getUnion(context, id);
  const parent = await getParent(context, move.parentId);
  const isParentBelow = await isBelow(context, parent.id, id);
  const lastChange = await findLastChange(context, id);
  const { from, reason, document = null } = move;
  const wish = { union, parent, isParentBelow, from, lastChange };
  assertAllowed(decideMove(wish, toChinaDay(context.now)));
  await saveUnion(context, { id, version: move.version }, { parentId: parent.id });
  await enterScope(transaction, { roots: actor.scopeRoots, accountId: actor.accountId });
  const place = { unionId: id, parentId: parent.id, name: union.name };
  await addPlacement(context, { ...place, from, reason, document });
  await context.record({
    subjectId: id,
    unionId: id,
    reason,
    before: { parentId: union.parentId },
    after: { parentId: parent.id, parentName: parent.name, from, document },
  });
}

async function isBelow({ transaction }: Context, id: number, ancestorId: number): Promise<boolean> {
  const row = await transaction
    .selectFrom('unionClosure')
    .select('depth')
    .where('ancestorId', '=', ancestorId)
    .where('descendantId', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
