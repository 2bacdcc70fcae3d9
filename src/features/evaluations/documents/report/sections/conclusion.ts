import { compare, decimal, divide, fraction, multiply, toFixed } from '#core/fraction.ts';

import type { Indicator } from '../../../rules/evaluation.ts';
import { metricPercent, percentText, rateText, yuanText } from '../../../rules/findings/figures.ts';
import { hasLostPoints } from '../../../rules/findings/finding-context.ts';
import type { ReportContext } from '../report-context.ts';
import { lostPoints, problemsOf, sumOfLosses } from '../report-context.ts';
import { chart, column, numberOf, paragraph, table } from '../section.ts';
import type { SectionChild } from '../section.ts';

/** 总体结论: total, grade, what was measured, and where branches stand against the total. */
export function conclusion(context: ReportContext): readonly SectionChild[] {
  const { totals, fund } = context.evaluation;
  return [
    paragraph(
      `经评价，${fund.organization}${fund.year}年度“${fund.name}”项目得${totals.score}分，评价等级为“${totals.grade}”。${measuredSentence(context)}`,
    ),
    paragraph(`${branchSentence(context)}各类指标得分见${numberOf('summary')}。`),
    ...weaknessParagraph(context),
    summaryTable(context),
    scoreChart(context),
  ];
}

function weaknessParagraph(context: ReportContext): readonly SectionChild[] {
  const { problems } = context.grouped;
  if (problems.length === 0) return [];
  return [
    paragraph(
      `评价共归纳需要改进的问题${context.problemNumbers.size}个，涉及${problems.length}个方面：${problems.map(({ titles }) => titles.problem).join('；')}。`,
    ),
  ];
}

/** Only measured rows speak of effects (F54). */
function measuredSentence(context: ReportContext): string {
  const { aid, budget, metrics } = context.evaluation;
  const done =
    aid.rows === 0
      ? '本年度没有发放成功的救助'
      : `全年发放救助${aid.rows}人次、惠及职工${aid.persons}人，支出${yuanText(budget.paidFen)}${budget.executionRate === null ? '' : `，支出率${rateText(budget.executionRate)}`}`;
  const satisfaction = metrics['满意度'];
  const rate = metricPercent(satisfaction);
  const opinion =
    rate === undefined
      ? '职工满意度没有可用的调查数据'
      : `${satisfaction?.denominator ?? 0}名作答的受助职工满意度为${rate}（误差±${satisfaction?.interval?.marginPoints ?? '—'}个百分点）`;
  return `${done}；${opinion}。`;
}

function branchSentence(context: ReportContext): string {
  const { totals } = context.evaluation;
  const totalRate = totalRateOf(context);
  if (totalRate === null) return '各项指标均不适用，得分率无法计算。';
  const placed = totals.level1.flatMap((branch) => {
    const rate = branchRate(branch);
    return rate === null ? [] : [{ branch, side: compare(rate, totalRate) }];
  });
  const name = (side: number): string =>
    placed
      .filter((one) => Math.sign(one.side) === side)
      .map(({ branch }) => `${branch.name}（${rateText(branch.rate ?? '')}）`)
      .join('、');
  const parts = [
    { words: '高于', names: name(1) },
    { words: '等于', names: name(0) },
    { words: '低于', names: name(-1) },
  ].filter(({ names }) => names !== '');
  const losses = context.evaluation.indicators.filter(hasLostPoints);
  const weak =
    losses.length === 0
      ? '各项指标均得满分。'
      : `全部失分${sumOfLosses(losses)}分，分布在${losses.length}项三级指标，失分原因见${numberOf('losses')}。`;
  return `总得分率为${percentOf(totalRate)}，${parts.map(({ words, names }) => `${words}总得分率的是${names}`).join('，')}。${weak}`;
}

/** In per cent, exact; null when every row is left out. */
function branchRate(branch: { readonly score: string; readonly weight: string }): Rate | null {
  if (Number(branch.weight) === 0) return null;
  return multiply(divide(decimal(branch.score), decimal(branch.weight)), fraction(100));
}

type Rate = ReturnType<typeof fraction>;

function totalRateOf(context: ReportContext): Rate | null {
  return branchRate(context.evaluation.totals);
}

function percentOf(rate: Rate | null): string {
  if (rate === null) return '不适用';
  return `${toFixed(rate, 2)}%`;
}

/** 表3-1 */
function summaryTable(context: ReportContext): SectionChild {
  const { totals } = context.evaluation;
  const rows = totals.level1.map((branch) => [
    branch.name,
    branch.weight,
    branch.score,
    branch.rate === null ? '不适用' : rateText(branch.rate),
  ]);
  return table({
    id: 'summary',
    caption: '绩效评价得分汇总',
    columns: [
      column('评价内容', 'center', 3),
      column('分值', 'right', 2),
      column('得分', 'right', 2),
      column('得分率', 'right', 2),
    ],
    rows: [...rows, ['合计', totals.weight, totals.score, percentOf(totalRateOf(context))]],
    hasTotalRow: true,
    note: `注：评价等级为“${totals.grade}”。`,
  });
}

function scoreChart(context: ReportContext): SectionChild {
  const { level1 } = context.evaluation.totals;
  return chart({
    id: 'score-by-branch',
    caption: '各类指标分值与得分',
    alternative: `${level1.map((branch) => `${branch.name}分值${branch.weight}分、得分${branch.score}分`).join('；')}。`,
    figure: {
      form: 'grouped',
      orientation: 'horizontal',
      axisTitle: '分',
      categories: level1.map((branch) => branch.name),
      series: [
        { name: '分值', values: level1.map((branch) => Number(branch.weight)) },
        { name: '得分', values: level1.map((branch) => Number(branch.score)) },
      ],
      decimals: 2,
    },
  });
}

/** 失分因素: every lost point with its share of the loss and the problem that explains it. */
export function lossTable(context: ReportContext): readonly SectionChild[] {
  const losses = context.evaluation.indicators.filter(hasLostPoints);
  if (losses.length === 0) return [];
  const total = sumOfLosses(losses);
  const cents = (points: string): number => Number(points.replace('.', ''));
  return [
    table({
      id: 'losses',
      caption: '失分因素分析',
      columns: [
        column('三级指标', 'left', 3),
        column('分值', 'right', 1),
        column('失分', 'right', 1),
        column('占失分比例', 'right', 1.5),
        column('失分原因', 'left', 5),
        column('对应问题', 'left', 2),
      ],
      rows: [
        ...losses.map((row) => [
          row.level3,
          row.weight,
          lostPoints(row),
          percentText(cents(lostPoints(row)), cents(total)),
          lossCause(row),
          problemsOf(context, row.level3),
        ]),
        ['合计', '', total, percentText(1, 1), '', ''],
      ],
      hasTotalRow: true,
    }),
  ];
}

/** Without the points, which have a column of their own. */
function lossCause(row: Indicator): string {
  const unmet = (row.elements ?? []).filter((element) => element.satisfied !== '是');
  if (unmet.length > 0) {
    return unmet
      .map(
        (element) => `“${element.element}”${element.satisfied === '部分' ? '部分满足' : '未满足'}`,
      )
      .join('；');
  }
  return row.reasons
    .map((reason) => reason.replace(/，(扣[\d.]+分，)?(按比例)?得[\d.]+分$/, ''))
    .join('；');
}
