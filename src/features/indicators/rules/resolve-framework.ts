import { DEFAULT_FRAMEWORK } from './built-in-frameworks.ts';
import type { BuiltInFramework } from './built-in-frameworks.ts';
import { checkElements, checkElementShares } from './check-elements.ts';
import { checkIndicators } from './check-indicators.ts';
import { checkReviewScores } from './check-review-scores.ts';
import type { ElementRow, Framework, IndicatorRow, ReviewScore } from './framework.ts';
import type { IndicatorProblem } from './indicator-problem.ts';
import { matchBuiltInElements } from './match-built-in-elements.ts';

export interface FrameworkParts {
  /** Null when the workbook brings no framework: the built-in one is used. */
  readonly indicators: readonly IndicatorRow[] | null;
  readonly elements: readonly ElementRow[];
  readonly reviewScores: readonly ReviewScore[];
}

export interface FrameworkResult {
  /** Null when there is an error. */
  readonly framework: Framework | null;
  readonly problems: readonly IndicatorProblem[];
}

/** Joins the sheets 指标, 要素 and 评分 into a framework that can be scored, or names what is wrong. */
export function resolveFramework(
  parts: FrameworkParts,
  builtIn: BuiltInFramework = DEFAULT_FRAMEWORK,
): FrameworkResult {
  const own = parts.indicators;
  const rows = own ?? builtIn.rows;
  const matched =
    own === null
      ? matchBuiltInElements(builtIn, parts.elements)
      : { elements: parts.elements, problems: checkElementShares(parts.elements) };
  const problems = [
    ...(own === null ? [] : checkIndicators(own)),
    ...matched.problems,
    ...checkElements(rows, parts.elements, own !== null),
    ...checkReviewScores(rows, parts.reviewScores),
  ];
  if (problems.some((problem) => problem.severity === 'error'))
    return { framework: null, problems };
  const isBuiltIn = own === null || equalsBuiltIn(own, parts.elements, builtIn);
  return {
    framework: {
      version: isBuiltIn ? builtIn.version : 'workbook',
      title: isBuiltIn ? builtIn.title : '本单位自定指标体系',
      rows,
      elements: matched.elements,
      reviewScores: parts.reviewScores,
    },
    problems,
  };
}

/** A workbook may carry an unchanged copy of the built-in framework; the report then names that one. */
function equalsBuiltIn(
  rows: readonly IndicatorRow[],
  elements: readonly ElementRow[],
  builtIn: BuiltInFramework,
): boolean {
  const rowKey = (row: IndicatorRow): string =>
    [
      row.level1,
      row.level2,
      row.level3,
      exact(row.weight),
      row.kind,
      row.metric,
      row.target === null ? '' : exact(row.target),
      row.direction,
      row.parameter,
    ].join('|');
  const elementKey = (element: ElementRow): string =>
    [
      element.level3,
      element.element,
      exact(element.share),
      element.metric,
      element.bound === null ? '' : exact(element.bound),
    ].join('|');
  return (
    sameList(rows.map(rowKey), builtIn.rows.map(rowKey)) &&
    sameList(elements.map(elementKey).toSorted(), builtIn.elements.map(elementKey).toSorted())
  );
}

function exact(value: { numerator: bigint; denominator: bigint }): string {
  return `${value.numerator}/${value.denominator}`;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
