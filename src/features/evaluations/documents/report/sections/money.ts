import { quarterOf } from '#core/plain-date.ts';

import { adjustmentCauses } from '../../../rules/findings/detect-money.ts';
import { percentText, rateText, yuanText } from '../../../rules/findings/figures.ts';
import type { ReportContext } from '../report-context.ts';
import { chart, column, numberOf, paragraph, table } from '../section.ts';
import type { SectionChild } from '../section.ts';
import { amount, share, tenThousands } from './table-cells.ts';

/** 资金来源及使用: from the initial budget to what is left, by source. */
export function moneyBySource(context: ReportContext): readonly SectionChild[] {
  const { budget, fund } = context.evaluation;
  if (budget.bySource.length === 0) {
    return [paragraph(`${fund.year}年度没有登记预算和到位记录，资金来源和支出率无法列示。`)];
  }
  return [
    paragraph(budgetSentence(context)),
    ...adjustmentParagraph(context),
    paragraph(executionSentence(context)),
    moneyTable(context),
    ...quarterChart(context),
  ];
}

function budgetSentence(context: ReportContext): string {
  const { bySource, initialFen } = context.evaluation.budget;
  const parts = bySource
    .filter((source) => source.initialFen !== 0)
    .map((source) => `${source.source}${yuanText(source.initialFen)}`);
  const split =
    parts.length > 1
      ? `，由${parts.join('和')}构成`
      : parts.length === 1
        ? `，全部为${bySource.find((source) => source.initialFen !== 0)?.source ?? ''}`
        : '';
  return `年初核定预算${yuanText(initialFen)}${split}。分来源的预算、到位和支出情况见${numberOf('money')}。`;
}

function adjustmentParagraph(context: ReportContext): readonly SectionChild[] {
  const { initialFen, adjustedFen, bySource } = context.evaluation.budget;
  const changed = bySource.filter((source) => source.adjustedFen !== source.initialFen);
  if (changed.length === 0) return [paragraph('年度内未对预算作出调整。')];
  const change = adjustedFen - initialFen;
  const verb = change < 0 ? '净调减' : '净调增';
  const size =
    change === 0
      ? '，总额不变'
      : `，${verb}${yuanText(Math.abs(change))}${initialFen > 0 ? `，幅度${percentText(Math.abs(change), initialFen)}` : ''}`;
  const each = changed
    .map((source) => `${source.source}${yuanText(source.adjustedFen)}`)
    .join('，');
  const causes = adjustmentCauses(context);
  const cause = causes.length === 0 ? '调整事由未登记。' : `登记的调整事由：${causes.join('；')}。`;
  return [
    paragraph(
      `年度内预算经过调整，调整后总额为${yuanText(adjustedFen)}${size}。调整后${each}。${cause}`,
    ),
  ];
}

function executionSentence(context: ReportContext): string {
  const { budget, fund } = context.evaluation;
  const { executionRate, executionRateOfInitial, adjustedFen, receivedFen, paidFen } = budget;
  const rates =
    executionRate === null
      ? '调整后预算为零，支出率不适用'
      : `支出率为${rateText(executionRate)}${executionRateOfInitial === null || budget.initialFen === adjustedFen ? '' : `；若以年初预算为基数，则为${rateText(executionRateOfInitial)}`}`;
  const left = adjustedFen - paidFen;
  const balance = left >= 0 ? `预算结余${yuanText(left)}` : `超出调整后预算${yuanText(-left)}`;
  return `截至评价截止日，资金到位${yuanText(receivedFen)}，${fund.year}年度实际支出${yuanText(paidFen)}，${rates}，${balance}。评分采用以调整后预算为基数的支出率。`;
}

function moneyTable(context: ReportContext): SectionChild {
  const { budget } = context.evaluation;
  const total = { source: '合计', ...budget };
  const rows = [...budget.bySource, total].map((row) => [
    row.source,
    amount(row.initialFen),
    amount(row.adjustedFen - row.initialFen),
    amount(row.adjustedFen),
    amount(row.receivedFen),
    amount(row.paidFen),
    amount(row.adjustedFen - row.paidFen),
    share(row.paidFen, row.adjustedFen),
    share(row.paidFen, row.initialFen),
  ]);
  return table({
    id: 'money',
    caption: '分来源资金情况',
    unit: '金额单位：元',
    columns: [
      column('资金来源', 'left', 2.2),
      column('年初预算', 'right', 2),
      column('预算调整', 'right', 2.1),
      column('调整后预算', 'right', 2),
      column('到位', 'right', 2),
      column('支出', 'right', 2),
      column('预算结余', 'right', 1.7),
      column('支出率', 'right', 1.5),
      column('占年初预算', 'right', 1.5),
    ],
    rows,
    hasTotalRow: true,
    note: '注：预算结余＝调整后预算－支出；支出率＝支出÷调整后预算；“占年初预算”＝支出÷年初预算。',
  });
}

const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;

function quarterChart(context: ReportContext): readonly SectionChild[] {
  const { year } = context.records.fund;
  const dated = context.view.paid.filter((row) => row.paidOn?.startsWith(String(year)) ?? false);
  if (dated.length === 0) return [];
  const sources = [...new Set(context.view.bySource.map((row) => row.source))];
  const series = sources
    .map((name) => ({
      name,
      fen: QUARTERS.map((_, index) =>
        dated
          .filter(
            (row) =>
              row.source === name && row.paidOn !== null && quarterOf(row.paidOn) === index + 1,
          )
          .reduce((sum, row) => sum + row.amountFen, 0),
      ),
    }))
    .filter((one) => one.fen.some((value) => value > 0));
  return [
    chart({
      id: 'money-quarters',
      caption: '分季度、分来源支出情况',
      alternative: `${series.map((one) => `${one.name}${one.fen.map((value, index) => `${QUARTERS[index] ?? ''}支出${yuanText(value)}`).join('、')}`).join('；')}。`,
      figure: {
        form: 'stacked',
        orientation: 'vertical',
        axisTitle: '万元',
        categories: [...QUARTERS],
        series: series.map((one) => ({ name: one.name, values: one.fen.map(tenThousands) })),
        decimals: 2,
      },
    }),
  ];
}
