import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';

import type { ReplayedDecision } from './replay-cases.ts';

/** What two versions come to over many cases. */
export interface ReplaySum {
  readonly caseCount: number;
  readonly beforeFen: Fen;
  readonly afterFen: Fen;
  /** Cases with more money under the second version, and with less. */
  readonly gainCount: number;
  readonly lossCount: number;
  readonly newlyAllowedCount: number;
  readonly newlyRefusedCount: number;
  /** Amounts that had to be moved into the range of the second version alone. */
  readonly movedCount: number;
  readonly suggestionCount: number;
}

type Counts = { -readonly [Key in keyof ReplaySum]: number };

const EMPTY: Counts = {
  caseCount: 0,
  beforeFen: 0,
  afterFen: 0,
  gainCount: 0,
  lossCount: 0,
  newlyAllowedCount: 0,
  newlyRefusedCount: 0,
  movedCount: 0,
  suggestionCount: 0,
};

/** Sums by some key, in the order in which the keys were met. */
export class ReplayTotals<Key> {
  readonly #sums = new Map<Key, Counts>();

  add(key: Key, before: ReplayedDecision, after: ReplayedDecision): void {
    let sum = this.#sums.get(key);
    if (sum === undefined) {
      sum = { ...EMPTY };
      this.#sums.set(key, sum);
    }
    sum.caseCount += 1;
    sum.beforeFen += before.amountFen;
    sum.afterFen += after.amountFen;
    if (after.amountFen > before.amountFen) sum.gainCount += 1;
    if (after.amountFen < before.amountFen) sum.lossCount += 1;
    if (before.outcome !== after.outcome) {
      if (after.outcome === 'allowed') sum.newlyAllowedCount += 1;
      else sum.newlyRefusedCount += 1;
    }
    if (after.isMoved && !before.isMoved) sum.movedCount += 1;
    if (after.suggestedFen !== before.suggestedFen) sum.suggestionCount += 1;
  }

  get(key: Key): ReplaySum {
    return toSum(this.#sums.get(key) ?? EMPTY);
  }

  list(): (readonly [Key, ReplaySum])[] {
    return [...this.#sums].map(([key, sum]) => [key, toSum(sum)] as const);
  }
}

function toSum(counts: Counts): ReplaySum {
  return { ...counts, beforeFen: fen(counts.beforeFen), afterFen: fen(counts.afterFen) };
}
