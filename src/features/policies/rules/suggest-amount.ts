import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';

import type { AidClass, AmountStep, PolicyVersion } from './policy-version.ts';

/** What an amount is suggested by. `null` is unknown, never zero. */
export interface SuggestionFacts {
  readonly aidClass: AidClass;
  /** Net income of the family a month and head (收入减刚性支出). */
  readonly netMonthlyFen: Fen | null;
  /** D, the monthly minimum living standard. */
  readonly minimumLivingFen: Fen | null;
  /** What the family paid itself after insurance and compensation. */
  readonly selfPaidFen: Fen | null;
}

interface ClassRange {
  readonly aidClass: AidClass;
  readonly minFen: Fen;
  readonly maxFen: Fen;
}

/** The step that was taken: net income from so many per cent of D on, below so many. */
export interface TakenStep {
  readonly netMonthlyFen: Fen;
  readonly minimumLivingFen: Fen;
  /** 0 for the lowest step. */
  readonly fromPercent: number;
  readonly belowPercent: number;
  /** As the version states it; the range of the class may hold it back. */
  readonly stepFen: Fen;
}

/**
 * `step`: one figure with how it came about. `above_steps`: the family has more than the last step
 * speaks of, so there is no figure. `no_steps`: the version has none. `range`: emergency aid is chosen
 * within the range; what the family paid itself is told beside it. `facts_missing`: which ones.
 */
export type AmountSuggestion = ClassRange &
  (
    | { readonly kind: 'step'; readonly amountFen: Fen; readonly step: TakenStep }
    | {
        readonly kind: 'above_steps';
        readonly netMonthlyFen: Fen;
        readonly minimumLivingFen: Fen;
        readonly lastPercent: number;
      }
    | { readonly kind: 'no_steps' }
    | { readonly kind: 'range'; readonly selfPaidFen: Fen | null }
    | {
        readonly kind: 'facts_missing';
        readonly facts: readonly ('netMonthlyFen' | 'minimumLivingFen')[];
      }
  );

/**
 * The suggested amount of an application (建议金额): a suggestion only, the reviewer may choose
 * otherwise within the range and says why.
 */
export function suggestAmount(facts: SuggestionFacts, policy: PolicyVersion): AmountSuggestion {
  const { aidClass, netMonthlyFen, minimumLivingFen, selfPaidFen } = facts;
  const { aidType, minFen, maxFen } = policy.classes[aidClass];
  const range = { aidClass, minFen, maxFen };
  if (aidType !== '季度救助') return { ...range, kind: 'range', selfPaidFen };
  const { steps } = policy.quarterly;
  const last = steps.at(-1);
  if (last === undefined) return { ...range, kind: 'no_steps' };
  if (netMonthlyFen === null || minimumLivingFen === null) {
    return { ...range, kind: 'facts_missing', facts: listMissing(facts) };
  }
  const place = findStep(steps, netMonthlyFen, minimumLivingFen);
  const step = steps[place];
  if (step === undefined) {
    const lastPercent = last.belowPercent;
    return { ...range, kind: 'above_steps', netMonthlyFen, minimumLivingFen, lastPercent };
  }
  const { belowPercent, amountFen: stepFen } = step;
  const fromPercent = steps[place - 1]?.belowPercent ?? 0;
  const taken = { netMonthlyFen, minimumLivingFen, fromPercent, belowPercent, stepFen };
  return { ...range, kind: 'step', amountFen: moveIntoRange(stepFen, range), step: taken };
}

/** The single figure of a suggestion, where there is one; for comparing many. */
export function suggestedFen(suggestion: AmountSuggestion): Fen | null {
  return suggestion.kind === 'step' ? suggestion.amountFen : null;
}

/** The nearest amount that the range allows. */
export function moveIntoRange(
  amountFen: Fen,
  { minFen, maxFen }: { readonly minFen: Fen; readonly maxFen: Fen },
): Fen {
  return fen(Math.min(Math.max(amountFen, minFen), maxFen));
}

/** Place of the first step above the income; -1 when it is above all. Compared without dividing. */
function findStep(steps: readonly AmountStep[], netMonthlyFen: Fen, minimumLivingFen: Fen): number {
  return steps.findIndex(
    ({ belowPercent }) => netMonthlyFen * 100 < belowPercent * minimumLivingFen,
  );
}

function listMissing({
  netMonthlyFen,
  minimumLivingFen,
}: SuggestionFacts): ('netMonthlyFen' | 'minimumLivingFen')[] {
  return [
    ...(netMonthlyFen === null ? (['netMonthlyFen'] as const) : []),
    ...(minimumLivingFen === null ? (['minimumLivingFen'] as const) : []),
  ];
}
