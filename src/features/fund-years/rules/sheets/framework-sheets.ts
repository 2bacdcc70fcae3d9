import {
  DIRECTIONS,
  ELEMENT_ANSWERS,
  INDICATOR_CATEGORIES,
  SCORING_KINDS,
  type Direction,
  type ElementRow,
  type IndicatorRow,
  type ReviewScore,
} from '#features/indicators/rules/framework.ts';
import { METRIC_NAMES } from '#features/indicators/rules/metric-names.ts';

import { CODE, decimalWith, NAME, oneOf, TEXT } from '../cell-kinds.ts';
import { optional, required, type SheetSpec } from '../sheet-spec.ts';

/** Targets, bounds and scores are exact; so many places are more than any table prints. */
const EXACT = decimalWith(6);
/** A weight finer than its printed place could be exceeded by its own rounded score. */
const WEIGHT = decimalWith(2);
const SHARE = decimalWith(2);

export interface IndicatorValues extends Omit<IndicatorRow, 'row' | 'direction'> {
  readonly ordinal: string;
  readonly direction: Direction | null;
}

export const INDICATOR_SHEET: SheetSpec<IndicatorValues, IndicatorRow> = {
  name: '指标',
  isRequired: false,
  purpose: '本单位的指标体系，分值合计100；不填则采用内置的指标体系。',
  columns: {
    ordinal: required('序号', CODE),
    level1: required('一级指标', NAME),
    level2: required('二级指标', NAME),
    level3: required('三级指标', NAME, '不得重复'),
    weight: required('分值', WEIGHT, '大于0，最多两位小数，全部指标合计100'),
    category: optional('类型', oneOf(INDICATOR_CATEGORIES)),
    kind: required('计分方式', oneOf(SCORING_KINDS), '评审须有两名以上评审人在“评分”表打分'),
    metric: optional('数据口径', oneOf(METRIC_NAMES), '比率、分档、扣分必填'),
    target: optional('目标值', EXACT, '比率填百分数的数值，例如90表示90%'),
    direction: optional('方向', oneOf(DIRECTIONS), '不填为越大越好'),
    parameter: optional('参数', CODE, '分档例如95:5;80:4;60:3;0:0；扣分填每发生一次扣的分'),
  },
  toRecord: ({ ordinal: _ordinal, direction, ...values }, row) => ({
    ...values,
    direction: direction ?? '越大越好',
    row,
  }),
  toValues: ({ row: _row, ...values }, index) => ({ ...values, ordinal: String(index + 1) }),
};

export type ElementValues = Omit<ElementRow, 'row'>;

export const ELEMENT_SHEET: SheetSpec<ElementValues, ElementRow> = {
  name: '要素',
  isRequired: false,
  purpose: '按要素计分的指标的评分要素；采用内置指标体系时，由人工判断的要素在这里填写。',
  columns: {
    level3: required('三级指标', NAME),
    element: required('要素', NAME),
    share: required('占比', SHARE, '百分数的数值，最多两位小数；同一指标各要素合计100'),
    answer: optional('是否满足', oneOf(ELEMENT_ANSWERS), '由数据口径判断的要素留空，其余必填'),
    metric: optional('数据口径', oneOf(METRIC_NAMES)),
    bound: optional('下限', EXACT, '达到下限即为满足；比率填百分数的数值，其余填次数'),
    evidence: optional('佐证', TEXT),
    note: optional('说明', TEXT),
  },
  toRecord: (values, row) => ({ ...values, row }),
  toValues: ({ row: _row, ...values }) => values,
};

export type ReviewValues = Omit<ReviewScore, 'row'>;

export const REVIEW_SHEET: SheetSpec<ReviewValues, ReviewScore> = {
  name: '评分',
  isRequired: false,
  purpose: '计分方式为评审的指标，由评审人分别打分，一人一项一行。',
  columns: {
    level3: required('三级指标', NAME),
    reviewer: required('评审人', NAME),
    score: required('得分', EXACT, '不得超过该指标的分值'),
    reason: optional('理由', TEXT, '得分低于分值时必填'),
  },
  toRecord: (values, row) => ({ ...values, row }),
  toValues: ({ row: _row, ...values }) => values,
};
