import type { Table } from '../report-model.ts';
import { CELL_MARGIN, TEXT_WIDTH } from './measures.ts';
import { ORDINARY, SMALL } from './table-styles.ts';
import type { TableType } from './table-styles.ts';

export interface TableFit {
  /** Twips; they add up to the width of the text block. */
  readonly widths: readonly number[];
  readonly type: TableType;
}

const UNBREAKABLE = /[!-~]+/g;
/** Digits are half as wide as the type is high; letters and signs a little more. */
const LATIN_WIDTH = 0.54;
/** A longer word may break: it must not starve the other columns. */
const WIDEST_WORD = TEXT_WIDTH * 0.3;

/** Columns by their shares in ordinary type; where a number or word would break, small type, then wider columns. */
export function fitTable(table: Table): TableFit {
  const shares = table.columns.map((column) => Math.max(column.width, 0.01));
  const plain = spread(shares);
  if (isRoomy(plain, neededWidths(table, ORDINARY))) return { widths: plain, type: ORDINARY };
  const needed = neededWidths(table, SMALL);
  if (isRoomy(plain, needed)) return { widths: plain, type: SMALL };
  return { widths: widened(shares, needed), type: SMALL };
}

function isRoomy(widths: readonly number[], needed: readonly number[]): boolean {
  return widths.every((width, index) => width >= (needed[index] ?? 0));
}

/** What each column needs so that no word breaks and no line holds a single character. */
function neededWidths(table: Table, type: TableType): number[] {
  const em = type.size * 10;
  return table.columns.map((column, index) => {
    const texts = [column.title, ...table.rows.map((row) => row[index] ?? '')];
    const longest = texts.reduce((most, text) => Math.max(most, longestWord(text)), 0);
    const word = Math.min(longest * LATIN_WIDTH * em, WIDEST_WORD);
    return Math.ceil(Math.max(word, 2 * em) + 2 * CELL_MARGIN);
  });
}

function longestWord(text: string): number {
  return [...text.matchAll(UNBREAKABLE)].reduce(
    (most, match) => Math.max(most, match[0].length),
    0,
  );
}

/** Gives narrow columns what they need and shares the rest; plain shares when all together need too much. */
function widened(shares: readonly number[], needed: readonly number[]): number[] {
  const wanted = total(needed);
  if (wanted >= TEXT_WIDTH) return spread(needed);
  const narrow = new Set<number>();
  for (;;) {
    const rest = TEXT_WIDTH - total(needed.filter((_, index) => narrow.has(index)));
    const open = total(shares.filter((_, index) => !narrow.has(index)));
    const widths = shares.map((share, index) =>
      narrow.has(index) ? (needed[index] ?? 0) : (share / open) * rest,
    );
    const short = widths.flatMap((width, index) =>
      !narrow.has(index) && width < (needed[index] ?? 0) ? [index] : [],
    );
    if (short.length === 0) return spread(widths);
    for (const index of short) narrow.add(index);
  }
}

/** Whole twips in the proportion of the shares, adding up to the text block. */
function spread(shares: readonly number[]): number[] {
  const all = total(shares);
  let given = 0;
  let reached = 0;
  return shares.map((share) => {
    reached += share;
    const end = Math.round((reached / all) * TEXT_WIDTH);
    const width = end - given;
    given = end;
    return width;
  });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
