import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { judgeAfterOpening, judgeNotFuture, judgeOpenFile } from './act-conditions.ts';
import type { JudgedFile } from './act-conditions.ts';
import { MAX_PEOPLE } from './household-form.ts';
import { toSeveral } from './household-reasons.ts';
import type { ActReason } from './household-reasons.ts';

interface MergedFile extends JudgedFile {
  readonly id: number;
}

export interface MergeWish {
  /** The file that stays. */
  readonly household: MergedFile;
  /** The file that ends in it. */
  readonly other: MergedFile;
  readonly mergedOn: PlainDate;
  /** In the file that stays, once who is in both is counted once. */
  readonly peopleCount: number;
}

/** Whether one file may end in another (并户). Both are open: what has ended has nothing to hand over. */
export function decideMerge(wish: MergeWish, today: PlainDate): Decision<ActReason> {
  const { household, other, mergedOn, peopleCount: count } = wish;
  if (household.id === other.id) {
    return { ok: false, reasons: [{ code: 'household.merge_with_itself', params: {} }] };
  }
  const reasons = [
    ...judgeOpenFile(household),
    ...judgeOpenFile(other),
    ...judgeNotFuture(mergedOn, today),
    ...judgeAfterOpening(mergedOn, household),
    ...judgeAfterOpening(mergedOn, other),
  ];
  if (count > MAX_PEOPLE) {
    reasons.push({ code: 'household.too_many_people', params: { count, max: MAX_PEOPLE } });
  }
  return toDecision(reasons);
}

export interface MergeUndoWish {
  readonly household: Pick<MergedFile, 'id' | 'state'>;
  readonly other: Pick<MergedFile, 'state'> & { readonly mergedIntoId: number | null };
  /** Names of people of the other file who are in the open file of a third household by now. */
  readonly peopleElsewhere: readonly string[];
}

/** Whether a merged file may be restored beside the one it went into. */
export function decideMergeUndo({
  household,
  other,
  peopleElsewhere,
}: MergeUndoWish): Decision<ActReason> {
  const reasons = judgeOpenFile(household);
  if (other.state !== 'merged' || other.mergedIntoId !== household.id) {
    reasons.push({ code: 'household.not_merged_here', params: {} });
  }
  if (peopleElsewhere.length > 0) {
    reasons.push({ code: 'household.people_elsewhere', params: toSeveral(peopleElsewhere) });
  }
  return toDecision(reasons);
}
