import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { judgeAfterOpening, judgeNotFuture, judgeOpenFile } from './act-conditions.ts';
import type { JudgedFile } from './act-conditions.ts';
import type { ActReason } from './household-reasons.ts';
import type { ExitKind, HardshipClass } from './words.ts';

export interface ExitWish {
  /** With the class of its newest form. */
  readonly household: JudgedFile & { readonly hardshipClass: HardshipClass };
  readonly kind: ExitKind;
  readonly exitedOn: PlainDate;
}

/**
 * Whether a file may end. Nobody leaves as out of hardship (脱困) whose form still says that they live below
 * the minimum standard: first the facts are brought up to date.
 */
export function decideExit(
  { household, kind, exitedOn }: ExitWish,
  today: PlainDate,
): Decision<ActReason> {
  const isStillDeep = kind === 'out_of_hardship' && household.hardshipClass === 'deep';
  return toDecision<ActReason>([
    ...judgeOpenFile(household),
    ...judgeNotFuture(exitedOn, today),
    ...judgeAfterOpening(exitedOn, household),
    ...(isStillDeep ? [{ code: 'household.exit_still_deep', params: {} } as const] : []),
  ]);
}
