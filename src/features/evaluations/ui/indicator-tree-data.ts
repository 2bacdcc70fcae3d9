import { groupBy } from '#core/group-by.ts';

import type { EvaluationView } from '../contract.ts';
import type { Indicator } from '../rules/evaluation.ts';
import { lostPoints } from './figures.ts';

export interface PlacedIndicator {
  readonly indicator: Indicator;
  /** Place in the framework, from 0; names the indicator in addresses. */
  readonly position: number;
}

/** The indicators under one level-2 name, with the scores of both levels above. */
export interface TreeBranch {
  readonly name: string;
  readonly weight: string;
  readonly score: string;
  readonly groups: readonly {
    readonly name: string;
    readonly weight: string;
    readonly score: string;
    readonly indicators: readonly PlacedIndicator[];
  }[];
  /** Those of all groups. */
  readonly indicators: readonly PlacedIndicator[];
}

/** The tree in the order of the framework; with `onlyLost`, what lost no point is left out. */
export function toBranches(view: EvaluationView, onlyLost: boolean): readonly TreeBranch[] {
  const placed = view.indicators
    .map((indicator, position) => ({ indicator, position }))
    .filter(({ indicator }) => !onlyLost || hasLost(indicator));
  return [...groupBy(placed, ({ indicator }) => indicator.level1)].map(([level1, indicators]) => {
    const total = view.totals.level1.find(({ name }) => name === level1);
    return {
      name: level1,
      weight: total?.weight ?? '',
      score: total?.score ?? '',
      indicators,
      groups: [...groupBy(indicators, ({ indicator }) => indicator.level2)].map(
        ([level2, group]) => {
          const sum = view.totals.level2.find(
            (row) => row.level1 === level1 && row.name === level2,
          );
          return {
            name: level2,
            weight: sum?.weight ?? '',
            score: sum?.score ?? '',
            indicators: group,
          };
        },
      ),
    };
  });
}

export function hasLost({ weight, score }: Indicator): boolean {
  return score !== null && lostPoints(weight, score) !== '0';
}
