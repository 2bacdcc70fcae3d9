import { compare, divide, fraction, sum, toFixed, toShort } from '#core/fraction.ts';
import type { Framework, IndicatorRow } from '#features/indicators/rules/framework.ts';

import type { RowResult } from './row-result.ts';

/** 评审: the mean of the reviewers' scores; the framework check has made sure there are at least two. */
export function scoreByReview(row: IndicatorRow, framework: Framework): RowResult {
  const reviews = framework.reviewScores.filter((review) => review.level3 === row.level3);
  if (reviews.length === 0) throw new RangeError(`评审 row without reviews: ${row.level3}`);
  const points = divide(sum(reviews.map((review) => review.score)), fraction(reviews.length));
  const deductions = reviews.filter((review) => compare(review.score, row.weight) < 0);
  return {
    points,
    reasons: [
      `${reviews.length}名评审人评分的平均值为${toFixed(points, 2)}分`,
      ...deductions.map(
        (review) => `${review.reviewer}评${toShort(review.score, 2)}分：${review.reason ?? ''}`,
      ),
    ],
    evidence: reviews.map((review) => `评分表：${review.reviewer}（${review.row}）`),
    reviews: reviews.map((review) => ({
      reviewer: review.reviewer,
      score: toFixed(review.score, 2),
      reason: review.reason,
    })),
  };
}
