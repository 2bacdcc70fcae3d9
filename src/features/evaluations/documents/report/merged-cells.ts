import type { Table } from './report-model.ts';

/**
 * How many rows each cell of the leading merged columns spans: one list per column, 0 where the cell
 * above covers the row. A group never reaches past a group of the column before it, nor into the total row.
 */
export function mergedSpans(table: Table): readonly (readonly number[])[] {
  const mergeable = table.hasTotalRow ? table.rows.length - 1 : table.rows.length;
  return table.columns.slice(0, table.mergedColumns).map((_, column) => {
    const spans = table.rows.map(() => 1);
    let first = 0;
    for (let row = 1; row < mergeable; row += 1) {
      if (continuesGroup(table, row, column)) {
        spans[first] = row - first + 1;
        spans[row] = 0;
      } else {
        first = row;
      }
    }
    return spans;
  });
}

/** How many columns the label of the total row takes: its own and the empty ones beside it. */
export function totalLabelSpan(table: Table): number {
  const total = table.hasTotalRow ? table.rows.at(-1) : undefined;
  if (total === undefined || total[0] === '') return 1;
  const filled = total.findIndex((text, column) => column > 0 && text !== '');
  return filled === -1 ? 1 : filled;
}

function continuesGroup(table: Table, row: number, column: number): boolean {
  const above = table.rows[row - 1];
  const here = table.rows[row];
  for (let at = 0; at <= column; at += 1) if (above?.[at] !== here?.[at]) return false;
  return true;
}
