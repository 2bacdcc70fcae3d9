import type { Indicator } from '../../../rules/evaluation.ts';
import type { ReportContext } from '../report-context.ts';
import { metricSentence } from './metric-sentences.ts';

type Element = NonNullable<Indicator['elements']>[number];

/** What a check list shows: the elements met with their papers, then each one that is not. */
export function elementSentences(context: ReportContext, row: Indicator): string {
  const elements = row.elements ?? [];
  const met = elements.filter((element) => element.satisfied === '是');
  const unmet = elements.filter((element) => element.satisfied !== '是');
  const figures = met.flatMap(({ metric }) =>
    metric === undefined ? [] : [metricSentence(context, metric)],
  );
  return [
    metSentence(context.evaluation.indicators.indexOf(row), met, elements.length),
    figures.length === 0 ? '' : `${figures.join('；')}。`,
    ...unmet.map((element) => unmetSentence(context, row, element)),
  ].join('');
}

/** One of three wordings by the place of the row: a page of equal sentences is not read. */
function metSentence(place: number, met: readonly Element[], count: number): string {
  if (met.length === 0) return `所设${count}项要素均未完全满足。`;
  const names = met.map(({ element }) => element).join('、');
  const papers = papersOf(met);
  const isAll = met.length === count;
  if (count === 1) return `所设要素“${names}”符合要求${papers === '' ? '' : `，依据为${papers}`}。`;
  if (place % 3 === 0) {
    const basis = papers === '' ? '' : `，查阅的材料有${papers}`;
    return `${isAll ? `所设${count}项要素全部满足` : `${count}项要素满足${met.length}项`}，即${names}${basis}。`;
  }
  if (place % 3 === 1) {
    const basis = papers === '' ? '' : `，依据为${papers}`;
    return `对照${count}项要素核查，${names}${isAll ? '均' : `等${met.length}项`}符合要求${basis}。`;
  }
  const basis = papers === '' ? '' : `佐证材料为${papers}。`;
  return `${count}项要素${isAll ? '均符合要求' : `中符合要求的有${met.length}项`}：${names}。${basis}`;
}

/** Names of the papers on which the elements rest, each once. */
export function papersOf(elements: readonly Element[]): string {
  const papers = elements.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]));
  return [...new Set(papers.map((paper) => paper.replace(/[。；\s]+$/, '')))].join('、');
}

function unmetSentence(context: ReportContext, row: Indicator, element: Element): string {
  const verdict = element.satisfied === '部分' ? '仅部分满足，按一半计分' : '未满足';
  const share = `占本项${element.sharePercent}%`;
  if (element.metric === undefined) {
    const note = noteOf(context, row, element);
    return `“${element.element}”${verdict}（${share}）${note === null ? '' : `：${note}`}。`;
  }
  const metric = context.evaluation.metrics[element.metric];
  if (metric === undefined || metric.value === null) {
    const cause = metric?.reason === undefined ? '' : `${metric.reason}，`;
    return `${cause}${element.metric}没有计算基数，“${element.element}”按未满足处理（${share}）。`;
  }
  const bound = element.bound === undefined ? '' : `，未达到${element.bound}的要求`;
  return `${metricSentence(context, element.metric)}${bound}，“${element.element}”${verdict}（${share}）。`;
}

function noteOf(context: ReportContext, row: Indicator, element: Element): string | null {
  const given = context.framework.elements.find(
    (one) => one.level3 === row.level3 && one.element === element.element,
  );
  return given?.note?.replace(/[。；\s]+$/, '') ?? null;
}
