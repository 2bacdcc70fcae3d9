import type { Fraction } from '#core/fraction.ts';

import type { MetricName } from './metric-names.ts';

export const INDICATOR_CATEGORIES = ['共性', '个性'] as const;
export type IndicatorCategory = (typeof INDICATOR_CATEGORIES)[number];
export const SCORING_KINDS = ['比率', '分档', '扣分', '要素', '评审', '不适用'] as const;
export type ScoringKind = (typeof SCORING_KINDS)[number];
export const DIRECTIONS = ['越大越好', '越小越好'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const ELEMENT_ANSWERS = ['是', '部分', '否'] as const;
export type ElementAnswer = (typeof ELEMENT_ANSWERS)[number];

/** Where a record stands in the workbook, e.g. `预算!3`; figures open to it. */
export type RowReference = string;

/** One row of the indicator tree, from the 指标 sheet or a built-in framework. */
export interface IndicatorRow {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly weight: Fraction;
  readonly category: IndicatorCategory | null;
  readonly kind: ScoringKind;
  /** 数据口径; required by 比率, 分档 and 扣分. */
  readonly metric: MetricName | null;
  /** 目标值, in per cent for a rate, a plain number for a count. */
  readonly target: Fraction | null;
  readonly direction: Direction;
  /** 参数 as written: bands of 分档, points per event of 扣分. */
  readonly parameter: string | null;
  /** Null for a row of a built-in framework. */
  readonly row: RowReference | null;
}

/** One element of a 要素 row. */
export interface ElementRow {
  readonly level3: string;
  readonly element: string;
  /** 占比 in per cent of the row. */
  readonly share: Fraction;
  /** Null when a metric decides. */
  readonly answer: ElementAnswer | null;
  readonly metric: MetricName | null;
  /** 下限, in per cent for a rate, a plain number for a count. */
  readonly bound: Fraction | null;
  readonly evidence: string | null;
  readonly note: string | null;
  readonly row: RowReference | null;
}

/** One row of 评分: what one reviewer gives one 评审 row. */
export interface ReviewScore {
  readonly level3: string;
  readonly reviewer: string;
  readonly score: Fraction;
  readonly reason: string | null;
  readonly row: RowReference;
}

/** A framework ready to score: every hand-decided element carries its answer. */
export interface Framework {
  /** e.g. `songnuan-23@2023-01`, or `workbook` for one from the 指标 sheet. */
  readonly version: string;
  readonly title: string;
  readonly rows: readonly IndicatorRow[];
  readonly elements: readonly ElementRow[];
  readonly reviewScores: readonly ReviewScore[];
}
