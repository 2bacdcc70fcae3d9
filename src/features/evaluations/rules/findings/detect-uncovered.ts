import type { Finding, Indicator } from '../../contract.ts';
import { hasLostPoints } from './year-view.ts';
import type { YearView } from './year-view.ts';

export const UNCOVERED_CODES = ['element_unmet', 'points_lost'] as const;

/**
 * What no special detector explained: an element that is not or only partly met, and an indicator
 * below its weight. With these, no lost point is without a finding.
 */
export function detectUncovered(year: YearView, found: readonly Finding[]): readonly Finding[] {
  return year.indicators.flatMap((indicator) => {
    const elements = unmetElements(indicator, found);
    if (elements.length > 0) return elements;
    const isCovered = found.some(
      (finding) => finding.indicator === indicator.level3 && finding.severity !== 'info',
    );
    return hasLostPoints(indicator) && !isCovered ? [pointsLost(indicator)] : [];
  });
}

function unmetElements(indicator: Indicator, found: readonly Finding[]): readonly Finding[] {
  return (indicator.elements ?? [])
    .filter((element) => element.satisfied !== '是')
    .filter((element) => !found.some((finding) => explains(finding, indicator, element)))
    .map((element) => ({
      code: 'element_unmet',
      severity: 'warn',
      indicator: indicator.level3,
      ...(element.metric === undefined ? {} : { metric: element.metric }),
      statement: `“${indicator.level3}”中“${element.element}”${element.satisfied === '部分' ? '仅部分达到要求' : '未达到要求'}：${endSentence(element.reason)}`,
      suggestion: `对照“${element.element}”的要求查明差距，明确责任部门和完成时限，并补充相应的佐证材料。`,
    }));
}

type Element = NonNullable<Indicator['elements']>[number];

/** A finding speaks of an element when it shares its metric, or quotes its words. */
function explains(finding: Finding, indicator: Indicator, element: Element): boolean {
  if (finding.severity === 'info' || finding.indicator !== indicator.level3) return false;
  return element.metric === undefined
    ? finding.statement.includes(element.element)
    : finding.metric === element.metric;
}

function pointsLost(indicator: Indicator): Finding {
  const score = indicator.score ?? '0.00';
  return {
    code: 'points_lost',
    severity: 'warn',
    indicator: indicator.level3,
    ...(indicator.metric === null ? {} : { metric: indicator.metric }),
    statement: `“${indicator.level3}”满分${indicator.weight}分，得${score}分：${endSentence(indicator.reasons.join('；'))}`,
    suggestion: `针对“${indicator.level3}”的扣分原因制定改进措施，明确责任人和期限，并在下一年度评价时复核。`,
  };
}

function endSentence(text: string): string {
  return `${text.replace(/[。；;\s]+$/, '')}。`;
}
