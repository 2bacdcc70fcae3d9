import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { judgeFounding, judgeFuture, judgeLastChange, judgeOpen } from './decide-placement.ts';
import type { PlacedUnion } from './decide-placement.ts';
import { toSeveral } from './union-reasons.ts';
import type { UnionReason } from './union-reasons.ts';

export interface UnionClosureWish {
  readonly union: PlacedUnion;
  /** Names of the unions directly below that are open. */
  readonly openChildren: readonly string[];
  /** Names of those who hold a role for this union, today or later. */
  readonly roleHolders: readonly string[];
  readonly closedOn: PlainDate;
  readonly lastChange: PlainDate | null;
}

/**
 * Whether a union may be closed. Its people first lose their roles, and what stands below it first moves or
 * closes: nobody shall act for a union that is no more.
 */
export function decideClosure(wish: UnionClosureWish, today: PlainDate): Decision<UnionReason> {
  const { union, openChildren, roleHolders, closedOn } = wish;
  if (union.closedOn !== null) return { ok: false, reasons: judgeOpen(union) };
  const reasons: UnionReason[] = [];
  if (union.parentId === null) reasons.push({ code: 'union.root_stays', params: {} });
  if (openChildren.length > 0) {
    reasons.push({ code: 'union.open_children', params: toSeveral(openChildren) });
  }
  if (roleHolders.length > 0) {
    reasons.push({ code: 'union.roles_held', params: toSeveral(roleHolders) });
  }
  return toDecision([
    ...reasons,
    ...judgeFuture(closedOn, today),
    ...judgeLastChange(closedOn, wish.lastChange),
    ...judgeFounding(closedOn, union.foundedOn),
  ]);
}
