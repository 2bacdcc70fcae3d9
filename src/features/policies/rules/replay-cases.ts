import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';

import type { AidFacts, ReasonCode } from './aid-decision.ts';
import { decideAid } from './decide-aid.ts';
import type { AidClass, PolicyVersion } from './policy-version.ts';
import { ReplayTotals } from './replay-totals.ts';
import type { ReplaySum } from './replay-totals.ts';
import { moveIntoRange, suggestAmount, suggestedFen } from './suggest-amount.ts';

/** A case that was decided, as far as rules ask about it. */
export interface DecidedCase {
  /** Its number, by which people find it. */
  readonly reference: string;
  /** As they stood when it was decided; the amount is the one applied for or approved. */
  readonly facts: AidFacts;
  /** In force on the day of the decision. */
  readonly minimumLivingFen: Fen | null;
  readonly netMonthlyFen: Fen | null;
}

/** What one version says to a case. */
export interface ReplayedDecision {
  readonly outcome: 'allowed' | 'refused';
  /** Of an allowed case: the amount, moved into the range of the class; 0 of a refused one. */
  readonly amountFen: Fen;
  readonly isMoved: boolean;
  readonly codes: readonly ReasonCode[];
  readonly suggestedFen: Fen | null;
}

export type ReplayEffect = 'gains' | 'loses' | 'same';

/** A case that the two versions see differently. */
export interface CaseDifference {
  readonly reference: string;
  readonly aidClass: AidClass | null;
  readonly source: string | null;
  readonly before: ReplayedDecision;
  readonly after: ReplayedDecision;
  readonly effect: ReplayEffect;
}

export interface Replay {
  readonly total: ReplaySum;
  readonly bySource: readonly (ReplaySum & { readonly source: string | null })[];
  readonly byClass: readonly (ReplaySum & { readonly aidClass: AidClass | null })[];
  /** Every case that is seen differently, in the order given. */
  readonly differences: readonly CaseDifference[];
}

/**
 * Decides past cases anew under two versions and tells the differences. Both are asked the same facts,
 * so what differs is the rules alone; an amount outside a version's range is moved to its nearer end, as
 * an officer would. What one household or person had before stays as it was: a case that falls away
 * does not make room for the next.
 */
export function replayCases(
  cases: Iterable<DecidedCase>,
  before: PolicyVersion,
  after: PolicyVersion,
): Replay {
  const total = new ReplayTotals<null>();
  const bySource = new ReplayTotals<string | null>();
  const byClass = new ReplayTotals<AidClass | null>();
  const differences: CaseDifference[] = [];
  for (const aCase of cases) {
    const first = decideReplayed(aCase, before);
    const second = decideReplayed(aCase, after);
    const { source, aidClass } = aCase.facts;
    total.add(null, first, second);
    bySource.add(source, first, second);
    byClass.add(aidClass, first, second);
    if (isSame(first, second)) continue;
    const effect = effectOf(first, second);
    const { reference } = aCase;
    differences.push({ reference, aidClass, source, before: first, after: second, effect });
  }
  return {
    total: total.get(null),
    bySource: bySource.list().map(([source, sum]) => ({ source, ...sum })),
    byClass: byClass.list().map(([aidClass, sum]) => ({ aidClass, ...sum })),
    differences,
  };
}

/** Who has more money under the second version, and who less. */
export function effectOf(before: ReplayedDecision, after: ReplayedDecision): ReplayEffect {
  if (after.amountFen === before.amountFen) return 'same';
  return after.amountFen > before.amountFen ? 'gains' : 'loses';
}

const NOTHING = fen(0);

function decideReplayed(
  { facts, minimumLivingFen, netMonthlyFen }: DecidedCase,
  policy: PolicyVersion,
): ReplayedDecision {
  const amountFen = amountUnder(facts, policy);
  const isMoved = amountFen !== facts.amountFen;
  const asked = isMoved ? { ...facts, amountFen } : facts;
  const { outcome, reasons } = decideAid(asked, policy, minimumLivingFen);
  return {
    outcome,
    amountFen: outcome === 'allowed' && amountFen !== null ? amountFen : NOTHING,
    isMoved,
    codes: reasons.map(({ code }) => code),
    suggestedFen: suggestionUnder(facts, policy, { minimumLivingFen, netMonthlyFen }),
  };
}

/** Goods have no range. */
function amountUnder(
  { aidType, aidClass, amountFen }: AidFacts,
  policy: PolicyVersion,
): Fen | null {
  if (amountFen === null || aidClass === null || aidType === '实物慰问') return amountFen;
  return moveIntoRange(amountFen, policy.classes[aidClass]);
}

function suggestionUnder(
  { aidType, aidClass }: AidFacts,
  policy: PolicyVersion,
  money: Pick<DecidedCase, 'minimumLivingFen' | 'netMonthlyFen'>,
): Fen | null {
  if (aidClass === null || aidType !== '季度救助') return null;
  return suggestedFen(suggestAmount({ aidClass, selfPaidFen: null, ...money }, policy));
}

function isSame(first: ReplayedDecision, second: ReplayedDecision): boolean {
  return (
    first.outcome === second.outcome &&
    first.amountFen === second.amountFen &&
    first.suggestedFen === second.suggestedFen &&
    first.codes.length === second.codes.length &&
    first.codes.every((code, index) => code === second.codes[index])
  );
}
