import type { ErrorParams } from '#core/app-error.ts';
import type { InputProblem } from '#core/input-problem.ts';

import { CELL_TEXTS } from './rules/texts/cell-texts.ts';
import { FILE_TEXTS, FOUND_NAMES, LIMIT_NAMES } from './rules/texts/file-texts.ts';
import { FRAMEWORK_TEXTS } from './rules/texts/framework-texts.ts';
import { fillIn, type ProblemText } from './rules/texts/problem-text.ts';

/** A problem in words, for a list or a table. */
export interface ProblemMessage {
  /** `救助台账!N12`, the sheet alone, or 工作簿. */
  readonly where: string;
  /** Shortened to one line; empty for a blank cell. */
  readonly value: string;
  readonly cause: string;
  readonly cure: string;
}

const MAX_VALUE_LENGTH = 60;

export function describeProblem(problem: InputProblem): ProblemMessage {
  const { sheet, cell, value, code, params } = problem;
  const { cause, cure } = textOf(code);
  const shown = value.replace(/\s+/g, ' ').trim();
  return {
    where: whereOf(sheet, cell),
    value: shown.length > MAX_VALUE_LENGTH ? `${shown.slice(0, MAX_VALUE_LENGTH)}…` : shown,
    cause: fillIn(cause, params),
    cure: fillIn(cure, params),
  };
}

/** One line: where, value, cause, cure. */
export function formatProblem(problem: InputProblem): string {
  const { where, value, cause, cure } = describeProblem(problem);
  const quoted = value === '' ? '' : `“${value}”`;
  return `${where}${quoted}：${cause}。${cure}。`;
}

/** The sentence for a file that cannot be read as a workbook at all; undefined for other codes. */
export function explainWorkbookError(code: string): ((params: ErrorParams) => string) | undefined {
  const found = FILE_TEXTS[code];
  if (found === undefined) return undefined;
  return (params) => {
    const named = {
      ...params,
      found: FOUND_NAMES[String(params['found'])] ?? '',
      limit: LIMIT_NAMES[String(params['limit'])] ?? '',
    };
    return `${fillIn(found.cause, named)}。${fillIn(found.cure, named)}。`;
  };
}

function whereOf(sheet: string, cell: string): string {
  if (sheet === '') return '工作簿';
  if (cell === '') return `工作表“${sheet}”`;
  return /^\d+$/.test(cell) ? `${sheet}!第${cell}行` : `${sheet}!${cell}`;
}

function textOf(code: string): ProblemText {
  const text = CELL_TEXTS[code] ?? FRAMEWORK_TEXTS[code];
  return text ?? { cause: `内容有误（${code}）`, cure: '请对照填写说明核对' };
}
