import { decimal, sum, toFixed, toShort } from '#core/fraction.ts';
import type { IndicatorRow, ScoringKind } from '#features/indicators/rules/framework.ts';

import type { ReportContext } from '../report-context.ts';
import { branchesOf } from '../report-context.ts';
import { column, numberOf, paragraph, table } from '../section.ts';
import type { SectionChild } from '../section.ts';

/** 指标体系: its shape in words and the table of all rows. */
export function indicatorSystem(context: ReportContext): readonly SectionChild[] {
  const { totals, indicators } = context.evaluation;
  const level1 = totals.level1.map((branch) => `${branch.name}${branch.weight}分`);
  const branches = branchesOf(indicators);
  const level2Count = branches.reduce((count, branch) => count + branch.level2.length, 0);
  return [
    paragraph(
      `采用${context.framework.title}，设一级指标${branches.length}项、二级指标${level2Count}项、三级指标${indicators.length}项，参与评分的总分值${totals.weight}分，其中${level1.join('、')}。指标构成和设置依据见${numberOf('indicators')}。`,
    ),
    indicatorTable(context),
  ];
}

/** 表2-1: names with weights, and whether a row is common to all projects or this project's own. */
function indicatorTable(context: ReportContext): SectionChild {
  const { rows } = context.framework;
  const weightOf = (isOwn: (row: IndicatorRow) => boolean): string =>
    toShort(sum(rows.filter(isOwn).map((row) => row.weight)), 2);
  return table({
    id: 'indicators',
    caption: '绩效评价指标体系',
    unit: null,
    columns: [
      column('一级指标', 'center', 2.2),
      column('二级指标', 'center', 2.8),
      column('三级指标', 'left', 4.4),
      column('设置依据', 'center', 1.6),
      column('评分方式', 'left', 3),
    ],
    rows: rows.map((row) => [
      `${row.level1}（${weightOf((other) => other.level1 === row.level1)}分）`,
      `${row.level2}（${weightOf((other) => other.level1 === row.level1 && other.level2 === row.level2)}分）`,
      `${row.level3}（${toShort(row.weight, 2)}分）`,
      basisOf(row),
      KIND_WORDS[row.kind],
    ]),
    mergedColumns: 2,
    note: '注：共性指标适用于各类项目；个性指标根据本项目的工作内容和绩效目标设置。',
  });
}

function basisOf(row: IndicatorRow): string {
  if (row.category === '共性') return '共性指标';
  return row.category === '个性' ? '个性指标' : '自设指标';
}

const KIND_WORDS: Readonly<Record<ScoringKind, string>> = {
  比率: '按目标完成比例计分',
  分档: '按所达档次计分',
  扣分: '按发生笔数扣分',
  要素: '按满足的要素计分',
  评审: '按评审人员评分的平均值',
  不适用: '本年度不计分',
};

/** 评分标准: how each kind gives points and where the grades begin. */
export function scoringRules(context: ReportContext): readonly SectionChild[] {
  const kinds = [...new Set(context.framework.rows.map((row) => row.kind))];
  const left = context.evaluation.indicators.filter((row) => row.score === null);
  const weight = context.framework.rows.reduce(
    (total, row) => total + Number(toFixed(row.weight, 2)),
    0,
  );
  const rescaled =
    left.length === 0
      ? ''
      : `本次有${left.length}项指标不适用，其余指标的分值由合计${toShort(decimal(scoredWeight(context)), 2)}分按比例折算为100分。`;
  return [
    paragraph(
      `满分${toShort(decimal(weight.toFixed(2)), 2)}分。${kinds.map((kind) => KIND_RULES[kind]).join('')}各项得分四舍五入保留两位小数，总分为各项得分之和。${rescaled}`,
    ),
    paragraph(
      '评价等级分为四档：总分90分及以上为优，80分及以上不足90分为良，60分及以上不足80分为中，不足60分为差。',
    ),
  ];
}

function scoredWeight(context: ReportContext): string {
  const left = new Set(
    context.evaluation.indicators.filter((row) => row.score === null).map((row) => row.level3),
  );
  return toFixed(
    sum(context.framework.rows.filter((row) => !left.has(row.level3)).map((row) => row.weight)),
    2,
  );
}

const KIND_RULES: Readonly<Record<ScoringKind, string>> = {
  比率: '设目标值的指标，达到目标得满分，未达到的按完成比例计分。',
  分档: '分档计分的指标，按指标值所达到的最高一档给分。',
  扣分: '扣分计分的指标，每发生一笔按规定分值扣减，扣完为止。',
  要素: '要素计分的指标，按满足要素所占比例给分，部分满足的按一半计。',
  评审: '评审计分的指标，取各评审人员评分的平均值。',
  不适用: '不适用的指标不参与评分。',
};
