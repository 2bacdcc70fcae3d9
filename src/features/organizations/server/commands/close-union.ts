import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideClosure } from '../../rules/decide-closure.ts';
import { decideReopening } from '../../rules/decide-placement.ts';
import type { UnionClosure, UnionReopening } from '../../rules/union-inputs.ts';
import { findClosureFacts } from '../closure-facts.ts';
import { addPlacement, endPlacement } from '../placements.ts';
import { assertAllowed, findUnion, getUnion, lockTree, saveUnion } from '../union-row.ts';

/** @throws AppError `not_found`, `conflict` with a `UnionReason` or `union.changed_meanwhile`. */
export async function closeUnion(
  context: Context,
  { id, closure }: { readonly id: number; readonly closure: UnionClosure },
): Promise<void> {
  await lockTree(context.transaction);
  const union = await getUnion(context, id);
  const { closedOn, reason, version } = closure;
  const facts = await findClosureFacts(context, id);
  assertAllowed(decideClosure({ union, closedOn, ...facts }, toChinaDay(context.now)));
  await saveUnion(context, { id, version }, { closedOn });
  await endPlacement(context, { unionId: id, lastDay: closedOn, endReason: reason });
  const [before, after] = [{ closedOn: null }, { closedOn }];
  await context.record({ subjectId: id, unionId: id, reason, before, after });
}

/** @throws AppError `not_found`, `conflict` with a `UnionReason` or `union.changed_meanwhile`. */
export async function reopenUnion(
  context: Context,
  { id, reopening }: { readonly id: number; readonly reopening: UnionReopening },
): Promise<void> {
  await lockTree(context.transaction);
  const union = await getUnion(context, id);
  const { from, reason, version } = reopening;
  const { parentId, name, closedOn } = union;
  const parent = parentId === null ? null : ((await findUnion(context, parentId)) ?? null);
  assertAllowed(decideReopening({ union, parent, from }, toChinaDay(context.now)));
  await saveUnion(context, { id, version }, { closedOn: null });
  await addPlacement(context, { unionId: id, parentId, name, from, reason });
  await context.record({
    subjectId: id,
    unionId: id,
    reason,
    before: { closedOn },
    after: { from },
  });
}
