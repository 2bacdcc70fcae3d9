import { chartSize } from '../chart-size.ts';
import { renderChartSvg } from '../charts/render-chart-svg.ts';
import { mergedSpans, totalLabelSpan } from '../merged-cells.ts';
import type { Block, ReportModel, Table } from '../report-model.ts';

const LONG_WORD = /[\w./:+-]{24,}/g;

/** Characters of the largest table type across the text block, and lines of a row that is still kept whole. */
const CHARACTERS_ACROSS = 42;
const MOST_LINES_KEPT_WHOLE = 28;

// oxlint-disable-next-line no-control-regex -- cells of foreign workbooks do hold them
const CONTROL_CHARACTERS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g;

/** What the Typst template reads: the model with charts drawn, spans counted and the date in parts. */
interface ReportData extends Omit<ReportModel, 'blocks'> {
  /** Year, month, day for the file's properties; the clock of the machine plays no part. */
  readonly date: readonly [number, number, number];
  readonly blocks: readonly object[];
}

function reportData(model: ReportModel): ReportData {
  return {
    ...model,
    date: dateParts(model.dateText) ?? [model.year, 12, 31],
    blocks: model.blocks.map(blockData),
  };
}

function blockData(block: Block): object {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'list':
      return block;
    case 'table':
      return tableData(block);
    case 'chart':
      return {
        kind: block.kind,
        caption: block.caption,
        alternative: block.alternative,
        svg: renderChartSvg(block.figure, chartSize(block.figure)),
      };
  }
}

/** JSON for the template; text that no line could break, or no font draw, is mended on the way. */
export function reportJson(model: ReportModel): string {
  return JSON.stringify(reportData(model), (key, value: unknown) =>
    typeof value === 'string' && key !== 'svg' ? printable(value) : value,
  );
}

/** Digests and addresses have no place to break: zero-width spaces mark pieces between which a line may end. */
function printable(text: string): string {
  return text
    .replaceAll(CONTROL_CHARACTERS, '')
    .replaceAll(LONG_WORD, (word) => `\u200B${word.replaceAll(/.{4}/g, '$&\u200B')}\u200B`);
}

/** Counts what the template would be slow to count: it runs through thousands of cells. */
function tableData(table: Table): object {
  const widths = table.columns.map((column) => column.width);
  const sum = widths.reduce((total, width) => total + width, 0);
  const charactersPerLine = widths.map((width) =>
    Math.max(1, (width / sum) * CHARACTERS_ACROSS - 1),
  );
  const isTall = (row: readonly string[]): boolean =>
    row.some((text, at) => text.length / (charactersPerLine[at] ?? 1) > MOST_LINES_KEPT_WHOLE);
  return {
    ...table,
    spans: mergedSpans(table),
    totalSpan: totalLabelSpan(table),
    tallRows: table.rows.flatMap((row, at) => (isTall(row) ? [at] : [])),
    wrappingRows: table.rows.flatMap((row, at) => (row.some(hasLongWord) ? [at] : [])),
  };
}

function hasLongWord(text: string): boolean {
  return text.search(LONG_WORD) !== -1;
}

function dateParts(dateText: string): readonly [number, number, number] | null {
  const found = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(dateText);
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? [year, month, day] : null;
}
