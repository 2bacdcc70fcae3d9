import { divide, fraction, roundHalfUp, sum, toFixed, ZERO } from '#core/fraction.ts';
import type { Fraction } from '#core/fraction.ts';
import { groupBy } from '#core/group-by.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Framework } from '#features/indicators/rules/framework.ts';

import type { Evaluation, Indicator } from '../evaluation.ts';
import type { Metrics } from '../metrics/compute-metrics.ts';
import { gradeOf } from './grade.ts';
import { resultOf, scaleRow, toIndicator } from './score-row.ts';
import type { ScoredRow } from './score-row.ts';

export interface Scoring {
  readonly indicators: readonly Indicator[];
  readonly totals: Evaluation['totals'];
}

const FULL = fraction(100);

/**
 * Scores every row; rows that are 不适用 are left out and the remaining weights scaled to 100.
 * Each row is rounded to 2 places, and every sum adds the rounded rows.
 */
export function scoreFramework(framework: Framework, metrics: Metrics, on: PlainDate): Scoring {
  const results = framework.rows.map((row) => ({ row, result: resultOf(row, framework, metrics) }));
  const applicable = results.filter(({ result }) => result.points !== null);
  const remaining = sum(applicable.map(({ row }) => row.weight));
  const scale = remaining.numerator === 0n ? ZERO : divide(FULL, remaining);
  const rows = results.map(({ row, result }) => scaleRow(row, result, scale));
  const total = totalOf(rows);
  return {
    indicators: rows.map((row) => toIndicator(row, metrics)),
    totals: {
      weight: toFixed(total.weight, 2),
      score: toFixed(total.score, 2),
      grade: gradeOf(roundHalfUp(total.score, 2), on),
      level1: [...groupBy(rows, ({ row }) => row.level1)].map(([name, group]) => ({
        name,
        ...printTotal(totalOf(group)),
      })),
      level2: [...groupBy(rows, ({ row }) => `${row.level1}\n${row.level2}`)].map(
        ([key, group]) => {
          const [level1 = '', name = ''] = key.split('\n');
          return { level1, name, ...printTotal(totalOf(group)) };
        },
      ),
    },
  };
}

interface Total {
  readonly weight: Fraction;
  readonly score: Fraction;
}

function totalOf(rows: readonly ScoredRow[]): Total {
  return {
    weight: sum(rows.map((row) => row.weight)),
    score: sum(rows.map((row) => row.score ?? ZERO)),
  };
}

function printTotal(total: Total): { weight: string; score: string; rate: string | null } {
  return {
    weight: toFixed(total.weight, 2),
    score: toFixed(total.score, 2),
    rate: total.weight.numerator === 0n ? null : toFixed(divide(total.score, total.weight), 6),
  };
}
