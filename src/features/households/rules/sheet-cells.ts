import { showCell } from '#core/cell-value.ts';
import { CODE, TEXT, isBlankCell } from '#features/fund-years/rules/cell-kinds.ts';
import type { CellKind } from '#features/fund-years/rules/cell-kinds.ts';
import { squeeze } from '#features/fund-years/rules/normalise-text.ts';
import { fault, parseIdentity, parsed } from '#features/fund-years/rules/parse-cell.ts';
import type { Column } from '#features/fund-years/rules/sheet-spec.ts';

import { CAUSE_NAMES } from './word-names.ts';
import { CAUSES } from './words.ts';
import type { Cause } from './words.ts';

/** Stands in the rows that show how to fill in the template. */
export const EXAMPLE_NUMBER = '示例';

const APOSTROPHE = /^['‘’]/;

export const FILE_NUMBER: CellKind<string> = {
  ...CODE,
  parse: (cell) => {
    const text = CODE.parse(cell);
    if (!text.ok) return text;
    if (text.value === EXAMPLE_NUMBER) return fault('household.example_row');
    const value = text.value.replace(APOSTROPHE, '');
    return /^[0-9A-Za-z-]{1,60}$/.test(value) ? parsed(value) : fault('household.not_a_number');
  },
};

/** Whether it is a sound number is judged with the whole form. */
export const PERSON_NUMBER: CellKind<string> = {
  ...CODE,
  parse: (cell) => {
    if (cell.kind === 'number') return parseIdentity(cell);
    const text = CODE.parse(cell);
    return text.ok ? parsed(text.value.replace(APOSTROPHE, '').toUpperCase()) : text;
  },
};

/** Phones, card and member numbers. */
export const NUMBER_TEXT: CellKind<string> = {
  ...CODE,
  parse: (cell) => {
    const text = CODE.parse(cell);
    return text.ok ? parsed(text.value.replace(APOSTROPHE, '')) : text;
  },
};

const SEPARATORS = /[、,;\n]+/;

/** Several causes in one cell. */
export const CAUSE_LIST: CellKind<readonly Cause[]> = {
  ...TEXT,
  parse: (cell) => {
    const names = squeeze(showCell(cell)).split(SEPARATORS).filter(Boolean);
    const causes = names.map((name) => CAUSES.find((cause) => CAUSE_NAMES[cause] === name));
    const known = causes.filter((cause) => cause !== undefined);
    const options = Object.values(CAUSE_NAMES).join('、');
    if (known.length < causes.length) return fault('workbook.not_an_option', { options });
    return parsed([...new Set(known)]);
  },
  print: (causes) => ({ kind: 'text', text: causes.map((cause) => CAUSE_NAMES[cause]).join('、') }),
};

/** A column that must be there although a row may do without it. */
export function expected<T>(heading: string, kind: CellKind<T>, note: string): Column<T | null> {
  return {
    heading,
    note,
    isRequired: true,
    look: kind.look,
    options: kind.options,
    parse: (cell) => (isBlankCell(cell) ? parsed(null) : kind.parse(cell)),
    print: (value) => (value === null ? { kind: 'blank' } : kind.print(value)),
  };
}
