import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { UnionLevel } from '#features/accounts/rules/roles.ts';

import { canStandUnder } from './level-order.ts';
import type { UnionReason } from './union-reasons.ts';

/** A union as far as its place in the tree is judged. */
export interface PlacedUnion {
  readonly id: number;
  readonly name: string;
  readonly level: UnionLevel;
  readonly parentId: number | null;
  readonly foundedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
}

/** Whether a union of a level may be founded below another one. */
export function decideFounding(
  union: { readonly level: UnionLevel; readonly foundedOn: PlainDate | null },
  parent: PlacedUnion,
  today: PlainDate,
): Decision<UnionReason> {
  return toDecision([
    ...judgeParent(union.level, parent),
    ...(union.foundedOn === null ? [] : judgeFuture(union.foundedOn, today)),
  ]);
}

export interface UnionMoveWish {
  readonly union: PlacedUnion;
  readonly parent: PlacedUnion;
  /** The new parent is the union itself or stands somewhere below it. */
  readonly isParentBelow: boolean;
  /** First day under the new parent. */
  readonly from: PlainDate;
  /** First day of the place and name in force; null when unknown. */
  readonly lastChange: PlainDate | null;
}

/**
 * Whether a union may move. The tree shows today's places, so a move may be dated back but never ahead.
 */
export function decideMove(wish: UnionMoveWish, today: PlainDate): Decision<UnionReason> {
  const { union, parent, from } = wish;
  if (union.parentId === null) return refuse({ code: 'union.root_stays', params: {} });
  if (wish.isParentBelow) return refuse({ code: 'union.below_itself', params: {} });
  if (union.parentId === parent.id) {
    return refuse({ code: 'union.already_there', params: { parent: parent.name } });
  }
  return toDecision([
    ...judgeOpen(union),
    ...judgeParent(union.level, parent),
    ...judgeFuture(from, today),
    ...judgeLastChange(from, wish.lastChange),
    ...judgeFounding(from, union.foundedOn),
  ]);
}

export interface UnionReopeningWish {
  readonly union: PlacedUnion;
  /** Null for a root. */
  readonly parent: PlacedUnion | null;
  readonly from: PlainDate;
}

export function decideReopening(
  { union, parent, from }: UnionReopeningWish,
  today: PlainDate,
): Decision<UnionReason> {
  if (union.closedOn === null) return refuse({ code: 'union.not_closed', params: {} });
  return toDecision([
    ...(parent === null ? [] : judgeParent(union.level, parent)),
    ...judgeFuture(from, today),
    ...judgeLastChange(from, union.closedOn),
  ]);
}

export function judgeOpen({ closedOn }: PlacedUnion): UnionReason[] {
  return closedOn === null ? [] : [{ code: 'union.closed', params: { closedOn } }];
}

export function judgeFuture(day: PlainDate, today: PlainDate): UnionReason[] {
  return day > today ? [{ code: 'union.day_in_future', params: { day, today } }] : [];
}

export function judgeLastChange(day: PlainDate, lastChange: PlainDate | null): UnionReason[] {
  return lastChange !== null && day < lastChange
    ? [{ code: 'union.day_before_last_change', params: { day, lastChange } }]
    : [];
}

export function judgeFounding(day: PlainDate, foundedOn: PlainDate | null): UnionReason[] {
  return foundedOn !== null && day < foundedOn
    ? [{ code: 'union.day_before_founding', params: { day, foundedOn } }]
    : [];
}

function judgeParent(level: UnionLevel, parent: PlacedUnion): UnionReason[] {
  const reasons: UnionReason[] = [];
  if (parent.closedOn !== null) {
    const params = { parent: parent.name, closedOn: parent.closedOn };
    reasons.push({ code: 'union.parent_closed', params });
  }
  if (!canStandUnder(level, parent.level)) {
    reasons.push({ code: 'union.level_order', params: { level, parentLevel: parent.level } });
  }
  return reasons;
}

function refuse(reason: UnionReason): Decision<UnionReason> {
  return { ok: false, reasons: [reason] };
}
