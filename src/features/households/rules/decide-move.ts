import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { judgeAfterOpening, judgeNotFuture, judgeOpenFile } from './act-conditions.ts';
import type { JudgedFile } from './act-conditions.ts';
import type { ActReason } from './household-reasons.ts';

export interface MoveWish {
  readonly household: JudgedFile & { readonly unionId: number };
  readonly to: { readonly id: number; readonly name: string; readonly isClosed: boolean };
  readonly movedOn: PlainDate;
  /** Numbers of applications that are not at their end: they hang on the desks of the present union. */
  readonly openCases: readonly string[];
}

const NAMED = 5;

/** Whether a file may go to another union. */
export function decideMove(
  { household, to, movedOn, openCases }: MoveWish,
  today: PlainDate,
): Decision<ActReason> {
  const { length: count } = openCases;
  const numbers = openCases.slice(0, NAMED).join('、');
  return toDecision<ActReason>([
    ...judgeOpenFile(household),
    ...judgeNotFuture(movedOn, today),
    ...judgeAfterOpening(movedOn, household),
    ...(to.id === household.unionId
      ? [{ code: 'household.move_to_same', params: { name: to.name } } as const]
      : []),
    ...(to.isClosed
      ? [{ code: 'household.move_to_closed', params: { name: to.name } } as const]
      : []),
    ...(count > 0
      ? [{ code: 'household.move_open_cases', params: { count, numbers } } as const]
      : []),
  ]);
}
