import { compare, toShort } from '#core/fraction.ts';

import type { BuiltInFramework } from './built-in-frameworks.ts';
import type { ElementRow } from './framework.ts';
import { indicatorProblem } from './indicator-problem.ts';
import type { IndicatorProblem } from './indicator-problem.ts';

/**
 * Takes the hand-decided answers of a built-in framework from the 要素 sheet by name.
 * An element the sheet leaves out or leaves blank is an error: a missing answer never counts as either.
 */
export function matchBuiltInElements(
  builtIn: BuiltInFramework,
  given: readonly ElementRow[],
): { readonly elements: readonly ElementRow[]; readonly problems: readonly IndicatorProblem[] } {
  const problems: IndicatorProblem[] = [];
  const givenByName = new Map(given.map((element) => [nameOf(element), element]));
  const elements = builtIn.elements.map((element) => {
    const answered = givenByName.get(nameOf(element));
    problems.push(...checkAnswer(element, answered));
    if (answered === undefined) return element;
    return {
      ...element,
      answer: element.metric === null ? answered.answer : null,
      evidence: answered.evidence,
      note: answered.note,
      row: answered.row,
    };
  });
  return { elements, problems: [...problems, ...checkUnknown(builtIn, given)] };
}

function checkAnswer(element: ElementRow, given: ElementRow | undefined): IndicatorProblem[] {
  const params = { indicator: element.level3, element: element.element };
  if (given === undefined) {
    return element.metric === null
      ? [indicatorProblem('要素', null, 'element.built_in_missing', { params })]
      : [];
  }
  const problems: IndicatorProblem[] = [];
  if (element.metric === null && given.answer === null) {
    problems.push(
      indicatorProblem('要素', given.row, 'element.answer_missing', { column: '是否满足', params }),
    );
  }
  if (compare(element.share, given.share) !== 0) {
    problems.push(
      indicatorProblem('要素', given.row, 'element.built_in_share', {
        column: '占比',
        value: toShort(given.share, 4),
        params: { ...params, share: toShort(element.share, 2) },
      }),
    );
  }
  return problems;
}

function checkUnknown(builtIn: BuiltInFramework, given: readonly ElementRow[]): IndicatorProblem[] {
  const known = new Set(builtIn.elements.map(nameOf));
  const knownRows = new Set(builtIn.rows.map((row) => row.level3));
  return given
    .filter((element) => knownRows.has(element.level3) && !known.has(nameOf(element)))
    .map((element) =>
      indicatorProblem('要素', element.row, 'element.built_in_unknown', {
        column: '要素',
        value: element.element,
        params: { indicator: element.level3 },
      }),
    );
}

function nameOf(element: ElementRow): string {
  return `${element.level3}\n${element.element.replace(/\s+/g, '')}`;
}
