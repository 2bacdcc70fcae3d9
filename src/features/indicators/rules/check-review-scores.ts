import { compare, toShort, ZERO } from '#core/fraction.ts';

import type { IndicatorRow, ReviewScore } from './framework.ts';
import { indicatorProblem } from './indicator-problem.ts';
import type { IndicatorProblem } from './indicator-problem.ts';

/** Fewest reviewers whose mean makes a score (`workbook.md`, 评审). */
export const MIN_REVIEWERS = 2;

/** Checks the 评分 sheet: known rows, scores within the weight, reasons for each deduction. */
export function checkReviewScores(
  rows: readonly IndicatorRow[],
  scores: readonly ReviewScore[],
): IndicatorProblem[] {
  const problems: IndicatorProblem[] = [];
  const rowOf = new Map(rows.map((row) => [row.level3, row]));
  const seen = new Map<string, string>();
  for (const score of scores) {
    const key = `${score.level3}\n${score.reviewer}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, score.row);
    else problems.push(fault(score, ['评审人', score.reviewer], 'review.duplicate', { first }));
    problems.push(...checkScore(score, rowOf.get(score.level3)));
  }
  return [...problems, ...checkEnoughReviewers(rows, scores)];
}

function checkScore(score: ReviewScore, row: IndicatorRow | undefined): IndicatorProblem[] {
  if (row === undefined) {
    return [fault(score, ['三级指标', score.level3], 'review.unknown_indicator')];
  }
  const value = toShort(score.score, 4);
  const weight = toShort(row.weight, 4);
  if (compare(score.score, row.weight) > 0) {
    return [fault(score, ['得分', value], 'review.score_over_weight', { weight })];
  }
  if (compare(score.score, ZERO) < 0) {
    return [fault(score, ['得分', value], 'review.score_negative', { weight })];
  }
  if (row.kind !== '评审') {
    return [fault(score, ['三级指标', score.level3], 'review.not_used', { kind: row.kind })];
  }
  return compare(score.score, row.weight) < 0 && score.reason === null
    ? [fault(score, ['理由', ''], 'review.reason_missing', { score: value, weight })]
    : [];
}

function checkEnoughReviewers(
  rows: readonly IndicatorRow[],
  scores: readonly ReviewScore[],
): IndicatorProblem[] {
  return rows
    .filter((row) => row.kind === '评审')
    .flatMap((row) => {
      const reviewers = new Set(
        scores.filter((score) => score.level3 === row.level3).map((score) => score.reviewer),
      ).size;
      if (reviewers >= MIN_REVIEWERS) return [];
      return [
        indicatorProblem('指标', row.row, 'indicator.too_few_reviewers', {
          column: '计分方式',
          value: row.kind,
          params: { indicator: row.level3, reviewers, needed: MIN_REVIEWERS },
        }),
      ];
    });
}

function fault(
  score: ReviewScore,
  [column, value]: readonly [string, string],
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): IndicatorProblem {
  return indicatorProblem('评分', score.row, code, {
    column,
    value,
    params: { indicator: score.level3, reviewer: score.reviewer, ...params },
  });
}
