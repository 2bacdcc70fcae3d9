import {
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { FileChild } from 'docx';

import { mergedSpans } from '../merged-cells.ts';
import type { Table } from '../report-model.ts';
import { TEXT_WIDTH } from './measures.ts';
import { cellStyleId, headStyleId, tableStyleId } from './table-styles.ts';
import { fitTable } from './table-widths.ts';
import type { TableFit } from './table-widths.ts';
import { textRuns } from './text-runs.ts';

const NO_ROWS = '（无）';
/** Rows of a table that still stays on one page. */
const LONGEST_UNSPLIT = 8;

/** Caption, unit, the table and its note, in reading order. */
export function tableBlocks(table: Table): FileChild[] {
  const caption = line(table.caption, 'TableCaption');
  if (table.columns.length === 0) return [caption];
  return [
    caption,
    ...(table.unit === null ? [] : [line(table.unit, 'TableUnit')]),
    wordTable(table),
    table.note === null ? line('', 'AfterTable') : line(table.note, 'TableNote'),
  ];
}

function wordTable(table: Table): WordTable {
  const fit = fitTable(table);
  return new WordTable({
    style: tableStyleId(fit.type),
    tableLook: {
      firstRow: true,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...fit.widths],
    rows: [
      headRow(table, fit),
      ...(table.rows.length === 0 ? [emptyRow(table, fit)] : bodyRows(table, fit)),
    ],
  });
}

function headRow(table: Table, fit: TableFit): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, index) =>
      cell(fit, index, line(column.title, headStyleId(fit.type))),
    ),
  });
}

function bodyRows(table: Table, fit: TableFit): TableRow[] {
  const spans = mergedSpans(table);
  return table.rows.map((texts, row) => {
    const isTotal = table.hasTotalRow && row === table.rows.length - 1;
    const cells = table.columns.map((column, index) => {
      const span = spans[index]?.[row] ?? 1;
      const text = span === 0 ? '' : (texts[index] ?? '');
      const paragraph = line(
        text,
        cellStyleId(column.align, fit.type),
        isTotal ? 'Strong' : undefined,
      );
      return cell(fit, index, paragraph, span);
    });
    return new TableRow({
      cantSplit: true,
      ...(keepsWithNext(table, row) ? { keepNext: true } : {}),
      children: cells,
    });
  });
}

/** A short table stays on one page, and a sum never stands alone on the next. */
export function keepsWithNext(table: Table, row: number): boolean {
  const last = table.rows.length - 1;
  return row < last && (last < LONGEST_UNSPLIT || row === last - 1);
}

function emptyRow(table: Table, fit: TableFit): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: table.columns.length,
        verticalAlign: VerticalAlign.CENTER,
        children: [line(NO_ROWS, cellStyleId('center', fit.type))],
      }),
    ],
  });
}

/** `span`: how many rows the cell covers; 0 where the cell above covers this one. */
function cell(fit: TableFit, index: number, paragraph: Paragraph, span = 1): TableCell {
  return new TableCell({
    width: { size: fit.widths[index] ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(span === 1
      ? {}
      : { verticalMerge: span === 0 ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART }),
    children: [paragraph],
  });
}

function line(text: string, style: string, characterStyle?: string): Paragraph {
  return new Paragraph({ style, children: textRuns(text, characterStyle) });
}
