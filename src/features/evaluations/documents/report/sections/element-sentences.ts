import type { Indicator } from '../../../contract.ts';
import type { ReportContext } from '../report-context.ts';
import { metricSentence } from './metric-sentences.ts';

type Element = NonNullable<Indicator['elements']>[number];

/** What a check list shows: the elements met with their papers, then each one that is not. */
export function elementSentences(context: ReportContext, row: Indicator): string {
  const elements = row.elements ?? [];
  const met = elements.filter((element) => element.satisfied === '是');
  const unmet = elements.filter((element) => element.satisfied !== '是');
  return [
    metSentence(context, met, elements.length),
    ...unmet.map((element) => unmetSentence(context, row, element)),
  ].join('');
}

function metSentence(context: ReportContext, met: readonly Element[], count: number): string {
  if (met.length === 0) return `所设${count}项要素均未完全满足。`;
  const papers = [
    ...new Set(met.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]))),
  ];
  const figures = met.flatMap(({ metric }) =>
    metric === undefined ? [] : [metricSentence(context, metric)],
  );
  const names = met.map(({ element }) => element).join('、');
  const amount =
    met.length === count ? `所设${count}项要素全部满足` : `${count}项要素满足${met.length}项`;
  const basis = papers.length === 0 ? '' : `，查阅的材料有${papers.join('、')}`;
  const figure = figures.length === 0 ? '' : `${figures.join('；')}。`;
  return `${amount}，即${names}${basis}。${figure}`;
}

function unmetSentence(context: ReportContext, row: Indicator, element: Element): string {
  const verdict = element.satisfied === '部分' ? '仅部分满足，按一半计分' : '未满足';
  const share = `占本项${element.sharePercent}%`;
  if (element.metric !== undefined) {
    const bound = element.bound === undefined ? '' : `，未达到${element.bound}的要求`;
    return `${metricSentence(context, element.metric)}${bound}，“${element.element}”${verdict}（${share}）。`;
  }
  const note = noteOf(context, row, element);
  return `“${element.element}”${verdict}（${share}）${note === null ? '' : `：${note}`}。`;
}

function noteOf(context: ReportContext, row: Indicator, element: Element): string | null {
  const given = context.framework.elements.find(
    (one) => one.level3 === row.level3 && one.element === element.element,
  );
  return given?.note?.replace(/[。；\s]+$/, '') ?? null;
}
