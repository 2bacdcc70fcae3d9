import { toShort } from '#core/fraction.ts';
import { isMetricName, metricUnit } from '#features/indicators/rules/metric-names.ts';
import { parseBands, parsePointsPerEvent } from '#features/indicators/rules/parameters.ts';

import type { Indicator } from '../../../rules/evaluation.ts';
import { rateText } from '../../../rules/findings/figures.ts';
import { hasLostPoints } from '../../../rules/findings/finding-context.ts';
import type { ReportContext } from '../report-context.ts';
import {
  branchesOf,
  frameworkRowOf,
  lostPoints,
  problemsOf,
  sumOfLosses,
} from '../report-context.ts';
import { paragraph, section } from '../section.ts';
import type { Section, SectionChild } from '../section.ts';
import { elementSentences } from './element-sentences.ts';
import { metricSentence } from './metric-sentences.ts';

/** One section a level-1 branch, one below it a level-2 branch, one paragraph a row. */
export function analysis(context: ReportContext, suffix: string): readonly Section[] {
  const { indicators, totals } = context.evaluation;
  return branchesOf(indicators).map(({ level1, level2 }) => {
    const total = totals.level1.find((branch) => branch.name === level1);
    const lead = total === undefined ? [] : [paragraph(branchLead(context, total))];
    return section(`${level1}${suffix}`, [
      ...lead,
      ...level2.map((name) =>
        section(
          name,
          indicators
            .filter((row) => row.level1 === level1 && row.level2 === name)
            .map((row) => indicatorParagraph(context, row)),
        ),
      ),
    ]);
  });
}

/** States the rate as it is; praise would need more than a figure (F29). */
function branchLead(
  context: ReportContext,
  total: ReportContext['evaluation']['totals']['level1'][number],
): string {
  const lost = context.evaluation.indicators.filter(
    (row) => row.level1 === total.name && hasLostPoints(row),
  );
  const rate = total.rate === null ? '' : `，得分率${rateText(total.rate)}`;
  const where =
    lost.length === 0
      ? '各项均得满分'
      : `失分${sumOfLosses(lost)}分，出自${lost.map((row) => `“${row.level3}”`).join('')}`;
  return `${total.name}指标分值${total.weight}分，得${total.score}分${rate}；${where}。`;
}

function indicatorParagraph(context: ReportContext, row: Indicator): SectionChild {
  const text =
    row.score === null
      ? `${endless(row.reasons.join('；'))}。该项不参与评分，分值由其余指标按比例分摊。`
      : `${factSentences(context, row)}${scoreSentence(context, row)}`;
  const weight = row.score === null ? '不计分' : `${row.weight}分`;
  return paragraph(text, `${row.level3}（${weight}）。`);
}

function factSentences(context: ReportContext, row: Indicator): string {
  if (row.kind === '要素') return elementSentences(context, row);
  if (row.kind === '评审') return reviewSentences(row);
  const fact =
    row.metric === null ? endless(row.reasons.join('；')) : metricSentence(context, row.metric);
  return `${fact}。${standardSentence(context, row)}`;
}

function standardSentence(context: ReportContext, row: Indicator): string {
  const rule = frameworkRowOf(context, row);
  if (row.metric === '预算控制') return '标准为各来源和合计均不超支。';
  if (row.kind === '比率' && row.target !== null) {
    const side = rule?.direction === '越小越好' ? '不高于' : '不低于';
    return `目标值为${side}${row.target}，${hasLostPoints(row) ? '尚未达到' : '已经达到'}。`;
  }
  const unit = row.metric !== null && isMetricName(row.metric) ? metricUnit(row.metric) : '';
  if (row.kind === '分档' && rule !== undefined) {
    const parsed = parseBands(rule.parameter ?? '', rule.weight);
    if (!parsed.ok) return '';
    const bands = parsed.bands.map((band, index) =>
      index === parsed.bands.length - 1
        ? `其余得${toShort(band.points, 2)}分`
        : `${toShort(band.bound, 2)}${unit}及以上得${toShort(band.points, 2)}分`,
    );
    return `评分标准${beforeScaling(context)}为${bands.join('，')}。`;
  }
  const perEvent = parsePointsPerEvent(rule?.parameter ?? '');
  if (row.kind === '扣分' && perEvent !== undefined) {
    return `按标准${beforeScaling(context)}每${unit === '%' ? '个百分点' : `发生1${unit}`}扣${toShort(perEvent, 2)}分。`;
  }
  return '';
}

/** Points of the framework hold before the rows that are left out hand on their weight. */
function beforeScaling(context: ReportContext): string {
  return context.evaluation.indicators.some((row) => row.score === null) ? '（折算前）' : '';
}

/** Reviewers are counted, not named. */
function reviewSentences(row: Indicator): string {
  const reviews = row.reviews ?? [];
  const opinions = reviews.flatMap(({ reason }) => (reason === null ? [] : [endless(reason)]));
  const said = opinions.length === 0 ? '' : `评审意见为：${[...new Set(opinions)].join('；')}。`;
  return `由${reviews.length}名评审人员分别打分，评分为${reviews.map(({ score }) => `${score}分`).join('、')}。${said}`;
}

const FULL = ['该项得满分', '据此得满分', '按标准得满分'] as const;

function scoreSentence(context: ReportContext, row: Indicator): string {
  const problems = problemsOf(context, row.level3);
  if (!hasLostPoints(row)) {
    const index = context.evaluation.indicators.indexOf(row);
    const see = problems === '' ? '' : `，但仍有需要改进之处，见${problems}`;
    return `${FULL[index % FULL.length] ?? FULL[0]}${see}。`;
  }
  const see = problems === '' ? '' : `，成因和影响见${problems}`;
  return `该项扣${lostPoints(row)}分，得${row.score ?? ''}分${see}。`;
}

function endless(text: string): string {
  return text.replace(/[。；\s]+$/, '');
}
