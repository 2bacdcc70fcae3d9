import {
  compare,
  divide,
  fraction,
  multiply,
  sum,
  toFixed,
  toShort,
  ZERO,
} from '#core/fraction.ts';
import type { Fraction } from '#core/fraction.ts';
import type {
  ElementAnswer,
  ElementRow,
  Framework,
  IndicatorRow,
} from '#features/indicators/rules/framework.ts';

import type { Indicator } from '../evaluation.ts';
import type { Metrics } from '../metrics/compute-metrics.ts';
import { printBound, printMetric, scoredValue } from '../metrics/metric.ts';
import type { RowResult } from './row-result.ts';

type ElementResult = NonNullable<Indicator['elements']>[number];

const HUNDRED = fraction(100);
/** 部分 counts half (`workbook.md`, 要素). */
const CREDIT: Readonly<Record<ElementAnswer, Fraction>> = {
  是: fraction(1),
  部分: fraction(1, 2),
  否: ZERO,
};

/** 要素: the weight times the shares of the elements that are satisfied. */
export function scoreByElements(
  row: IndicatorRow,
  framework: Framework,
  metrics: Metrics,
): RowResult {
  const judged = framework.elements
    .filter((element) => element.level3 === row.level3)
    .map((element) => judgeElement(element, row.weight, metrics));
  const missed = judged.filter(({ answer }) => answer !== '是');
  const points = sum(judged.map((element) => element.points));
  const reasons =
    missed.length === 0
      ? [`${judged.length}项要素全部满足，得满分`]
      : [
          `${judged.length}项要素中${judged.length - missed.length}项满足，得${toFixed(points, 2)}分`,
          ...missed.map(({ result }) => `“${result.element}”：${result.reason}`),
        ];
  return {
    points,
    reasons,
    evidence: judged.flatMap(({ result }) =>
      result.evidence === undefined ? [] : [`${result.element}：${result.evidence}`],
    ),
    elements: judged.map(({ result }) => result),
  };
}

interface JudgedElement {
  readonly answer: ElementAnswer;
  readonly points: Fraction;
  readonly result: ElementResult;
}

function judgeElement(element: ElementRow, weight: Fraction, metrics: Metrics): JudgedElement {
  const { answer, reason } = decideElement(element, metrics);
  const full = divide(multiply(weight, element.share), HUNDRED);
  const points = multiply(full, CREDIT[answer]);
  const lost = answer === '是' ? '' : `，占本项${toShort(element.share, 2)}%`;
  return {
    answer,
    points,
    result: {
      element: element.element,
      sharePercent: toShort(element.share, 2),
      satisfied: answer,
      ...(element.metric === null ? {} : { metric: element.metric }),
      ...(element.metric === null || element.bound === null
        ? {}
        : { bound: printBound(element.metric, element.bound) }),
      points: toFixed(points, 2),
      reason: `${reason}${lost}`,
      ...(element.evidence === null ? {} : { evidence: element.evidence }),
    },
  };
}

/** A metric decides where one is named (v ≥ bound); one that is 不适用 does not satisfy. */
function decideElement(
  element: ElementRow,
  metrics: Metrics,
): { readonly answer: ElementAnswer; readonly reason: string } {
  if (element.metric === null || element.bound === null) {
    if (element.answer === null) throw new RangeError(`undecided element: ${element.element}`);
    const note = element.note === null ? '' : `（${element.note}）`;
    const words = { 是: '满足要求', 部分: '部分满足要求，按一半计', 否: '未满足要求' };
    return { answer: element.answer, reason: `${words[element.answer]}${note}` };
  }
  const metric = metrics[element.metric];
  const value = scoredValue(element.metric, metric);
  const bound = printBound(element.metric, element.bound);
  if (value === null) {
    return {
      answer: '否',
      reason: `${element.metric}不适用（${metric.reason ?? ''}），视为未满足`,
    };
  }
  const printed = `${element.metric}为${printMetric(element.metric, metric)}`;
  return compare(value, element.bound) >= 0
    ? { answer: '是', reason: `${printed}，达到${bound}` }
    : { answer: '否', reason: `${printed}，未达到${bound}` };
}
