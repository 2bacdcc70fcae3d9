import {
  clamp,
  compare,
  decimal,
  multiply,
  ONE,
  roundHalfUp,
  toFixed,
  toShort,
  ZERO,
} from '#core/fraction.ts';
import type { Fraction } from '#core/fraction.ts';
import type { Framework, IndicatorRow, ScoringKind } from '#features/indicators/rules/framework.ts';

import type { Indicator } from '../evaluation.ts';
import type { Metrics } from '../metrics/compute-metrics.ts';
import { printBound, printMetric } from '../metrics/metric.ts';
import type { RowResult } from './row-result.ts';
import { scoreByBands } from './score-by-bands.ts';
import { scoreByDeduction } from './score-by-deduction.ts';
import { scoreByElements } from './score-by-elements.ts';
import { scoreByRatio } from './score-by-ratio.ts';
import { scoreByReview } from './score-by-review.ts';

type Scorer = (row: IndicatorRow, framework: Framework, metrics: Metrics) => RowResult;

const SCORERS: Readonly<Record<ScoringKind, Scorer>> = {
  比率: scoreByRatio,
  分档: scoreByBands,
  扣分: scoreByDeduction,
  要素: scoreByElements,
  评审: scoreByReview,
  不适用: () => ({ points: null, reasons: ['本项经确认不适用，不参与计分'] }),
};

/** A scored row with its exact, scaled weight and its score rounded to the printed place. */
export interface ScoredRow {
  readonly row: IndicatorRow;
  readonly weight: Fraction;
  readonly score: Fraction | null;
  readonly result: RowResult;
}

export function resultOf(row: IndicatorRow, framework: Framework, metrics: Metrics): RowResult {
  return SCORERS[row.kind](row, framework, metrics);
}

/** Rounds half up to 2 places after scaling; the score never leaves [0, weight]. */
export function scaleRow(row: IndicatorRow, result: RowResult, scale: Fraction): ScoredRow {
  if (result.points === null) return { row, weight: ZERO, score: null, result };
  const weight = multiply(row.weight, scale);
  const points = clamp(multiply(result.points, scale), ZERO, weight);
  const scored = { row, weight, score: roundHalfUp(points, 2), result };
  return compare(scale, ONE) === 0 ? scored : { ...scored, result: tellScaling(scored, scale) };
}

/** The reasons speak of the row's own weight: say what became of it, so that no figure contradicts. */
function tellScaling({ row, weight, score, result }: ScoredRow, scale: Fraction): RowResult {
  const words =
    `部分指标不适用，本项分值由${toFixed(row.weight, 2)}分折算为${toFixed(weight, 2)}分，` +
    `折算后得${toFixed(score ?? ZERO, 2)}分`;
  const reasons = [...result.reasons, words];
  if (result.elements === undefined) return { ...result, reasons };
  const elements = result.elements.map((element) => ({
    ...element,
    points: toFixed(multiply(decimal(element.points), scale), 2),
  }));
  return { ...result, reasons, elements };
}

export function toIndicator(scored: ScoredRow, metrics: Metrics): Indicator {
  const { row, result } = scored;
  const metric = row.metric;
  return {
    level1: row.level1,
    level2: row.level2,
    level3: row.level3,
    weight: toFixed(scored.weight, 2),
    kind: row.kind,
    metric,
    value: metric === null ? null : printMetric(metric, metrics[metric]),
    target: printTarget(row),
    score: scored.score === null ? null : toFixed(scored.score, 2),
    reasons: [...result.reasons],
    evidence: [...(result.evidence ?? [])],
    ...(result.elements === undefined ? {} : { elements: result.elements }),
    ...(result.reviews === undefined ? {} : { reviews: result.reviews }),
  };
}

function printTarget(row: IndicatorRow): string | null {
  if (row.target === null) return null;
  return row.metric === null ? toShort(row.target, 4) : printBound(row.metric, row.target);
}
