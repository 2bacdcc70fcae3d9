import type { Table } from '../report-model.ts';
import { latinWidth } from './latin-width.ts';
import { TEXT_WIDTH } from './measures.ts';
import { ORDINARY, SMALL } from './table-styles.ts';
import type { TableType } from './table-styles.ts';

export interface TableFit {
  /** Twips; they add up to the width of the text block. */
  readonly widths: readonly number[];
  readonly type: TableType;
}

const UNBREAKABLE = /[!-~]+/g;
/** Heads and sums are bold, and the face that stands in where Times New Roman is missing is wider. */
const RESERVE = 1.16;
/** From so many columns on, ordinary type would stand in towers of two or three characters. */
const MANY_COLUMNS = 7;
/** So much may move between columns before smaller type looks better. */
const SMALL_SHORTAGE = TEXT_WIDTH * 0.06;
/** A longer word may break: it must not starve the other columns. */
const WIDEST_WORD = TEXT_WIDTH * 0.3;

/** Columns by their shares in ordinary type; where a number or word would break, wider columns or smaller type. */
export function fitTable(table: Table): TableFit {
  const shares = table.columns.map((column) => Math.max(column.width, 0.01));
  const needed = neededWidths(table, ORDINARY);
  if (shares.length < MANY_COLUMNS && shortage(spread(shares), needed) <= SMALL_SHORTAGE) {
    return { widths: widened(shares, needed), type: ORDINARY };
  }
  return { widths: widened(shares, neededWidths(table, SMALL)), type: SMALL };
}

function shortage(widths: readonly number[], needed: readonly number[]): number {
  return total(needed.map((need, index) => Math.max(0, need - (widths[index] ?? 0))));
}

/** What each column needs so that no word breaks and no line holds a single character. */
function neededWidths(table: Table, type: TableType): number[] {
  const em = type.size * 10;
  return table.columns.map((column, index) => {
    const texts = [column.title, ...table.rows.map((row) => row[index] ?? '')];
    const longest = texts.reduce((most, text) => Math.max(most, longestWord(text)), 0);
    const word = Math.min(longest * em, WIDEST_WORD);
    return Math.ceil(Math.max(word, 2 * em) + 2 * type.cellMargin);
  });
}

/** In units of the type size. */
function longestWord(text: string): number {
  return (
    [...text.matchAll(UNBREAKABLE)].reduce(
      (most, match) => Math.max(most, latinWidth(match[0])),
      0,
    ) * RESERVE
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
