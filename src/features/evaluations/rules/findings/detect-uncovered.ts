import type { Finding, Indicator } from '../evaluation.ts';
import { DETECTORS } from './detectors.ts';
import { hasLostPoints } from './finding-context.ts';
import type { FindingContext } from './finding-context.ts';

const CONTEXT_CODES: ReadonlySet<string> = new Set(
  DETECTORS.filter((detector) => detector.isContext === true).map(({ code }) => code),
);

/**
 * What no special detector explained: an element that is not or only partly met, and an indicator
 * below its weight. With these, no lost point is without a finding.
 */
export function detectUncovered(
  year: Pick<FindingContext, 'indicators'>,
  found: readonly Finding[],
): readonly Finding[] {
  return year.indicators.flatMap((indicator) => {
    const touching = found.filter(
      (finding) => finding.indicator === indicator.level3 && finding.severity !== 'info',
    );
    const unmet = (indicator.elements ?? []).filter((element) => element.satisfied !== '是');
    if (unmet.length > 0) {
      return unmet
        .filter((element) => !touching.some((finding) => explainsElement(finding, element)))
        .map((element) => elementUnmet(indicator, element));
    }
    const isExplained = touching.some((finding) => !CONTEXT_CODES.has(finding.code));
    return hasLostPoints(indicator) && !isExplained ? [pointsLost(indicator)] : [];
  });
}

type Element = NonNullable<Indicator['elements']>[number];

/** A finding speaks of an element when its metric decided it, or when it quotes its words. */
function explainsElement(finding: Finding, element: Element): boolean {
  if (finding.statement.includes(`“${element.element}”`)) return true;
  if (element.metric === undefined || CONTEXT_CODES.has(finding.code)) return false;
  return finding.metric === element.metric;
}

function elementUnmet(indicator: Indicator, element: Element): Finding {
  const verdict = element.satisfied === '部分' ? '仅部分达到要求' : '未达到要求';
  const cause = causeOf(element);
  return {
    code: 'element_unmet',
    severity: 'warn',
    indicator: indicator.level3,
    ...(element.metric === undefined ? {} : { metric: element.metric }),
    statement: `“${element.element}”${verdict}${cause === '' ? '' : `，${cause}`}，影响“${indicator.level3}”分值的${element.sharePercent}%。`,
    suggestion: `对照“${element.element}”的要求查明差距，明确责任部门和完成时限，并补充相应的佐证材料。`,
  };
}

/** The reason without its share, and for an answer given by hand only the note of who gave it. */
function causeOf(element: Element): string {
  const reason = element.reason.replace(/(，视为未满足)?，占本项[\d.]+%$/, '');
  return element.metric === undefined ? (/（(.*)）$/.exec(reason)?.[1] ?? '') : reason;
}

function pointsLost(indicator: Indicator): Finding {
  const reasons = indicator.reasons.map((reason) => reason.replace(/，(按比例)?得[\d.]+分$/, ''));
  return {
    code: 'points_lost',
    severity: 'warn',
    indicator: indicator.level3,
    ...(indicator.metric === null ? {} : { metric: indicator.metric }),
    statement: `“${indicator.level3}”满分${indicator.weight}分，得${indicator.score ?? '0.00'}分：${endSentence(reasons.join('；'))}`,
    suggestion: `针对“${indicator.level3}”的扣分原因制定改进措施，明确责任人和期限，并在下一年度评价时复核。`,
  };
}

function endSentence(text: string): string {
  return `${text.replace(/[。；;\s]+$/, '')}。`;
}
