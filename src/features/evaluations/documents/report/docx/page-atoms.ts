import { chartSize } from '../chart-size.ts';
import { mergedSpans } from '../merged-cells.ts';
import type { Block, Table } from '../report-model.ts';
import { CHARACTER_SPACE, LINE_PITCH, SIZE, TEXT_WIDTH, TWIPS_PER_PIXEL } from './measures.ts';
import { keepsWithNext } from './table-blocks.ts';
import { fitTable } from './table-widths.ts';
import type { TableFit } from './table-widths.ts';
import { countLines } from './text-lines.ts';

/** A piece of the report that no page break divides. */
export interface Atom {
  /** Twips. */
  readonly height: number;
  readonly keepsWithNext: boolean;
  readonly startsPage: boolean;
  readonly headingId: string | null;
  /** Height of the table head that is repeated when a page begins with this piece; 0 for none. */
  readonly repeatedHead: number;
}

const BODY_EM = SIZE.hao3 * 10 + CHARACTER_SPACE;
const ROW_PADDING = 66;
const CAPTION = 560;
const UNIT = 340;
const NOTE_LINE = 340;
const NOTE_SPACE = 220;
const AFTER_TABLE = 160;
/** Space around a picture, the depth of the line that carries it, and its caption. */
const FIGURE_SPACE = 200;
const FIGURE_CAPTION = 600;

export function atomsOf(block: Block): Atom[] {
  switch (block.kind) {
    case 'heading':
      return bodyLines(block.text).map((line, index) => ({
        ...line,
        keepsWithNext: true,
        startsPage: block.startsPage && index === 0,
        headingId: index === 0 ? block.id : null,
      }));
    case 'paragraph':
      return bodyLines(block.lead + block.text);
    case 'list':
      return block.items.flatMap(bodyLines);
    case 'table':
      return tableAtoms(block);
    case 'chart':
      return [
        atom(FIGURE_SPACE + chartSize(block.figure).height * TWIPS_PER_PIXEL, true),
        atom(FIGURE_CAPTION),
      ];
  }
}

/** Lines of body text: Word leaves neither the first nor the last of a paragraph alone on a page. */
function bodyLines(text: string): Atom[] {
  const count = countLines(text, { width: TEXT_WIDTH, firstIndent: 2 * BODY_EM, em: BODY_EM });
  return Array.from({ length: count }, (_, index) =>
    atom(LINE_PITCH, count > 1 && (index === 0 || index === count - 2)),
  );
}

function tableAtoms(table: Table): Atom[] {
  if (table.columns.length === 0) return [atom(CAPTION)];
  const fit = fitTable(table);
  const titles = table.columns.map((column) => column.title);
  const head = rowHeight(fit, titles, () => true);
  const spans = mergedSpans(table);
  const rows = table.rows.map((texts, row) => {
    const height = rowHeight(fit, texts, (column) => (spans[column]?.[row] ?? 1) === 1);
    return { ...atom(height, keepsWithNext(table, row)), repeatedHead: head };
  });
  const note =
    table.note === null
      ? 0
      : countLines(table.note, { width: TEXT_WIDTH, firstIndent: 0, em: SIZE.hao5 * 10 });
  return [
    atom(CAPTION, true),
    ...(table.unit === null ? [] : [atom(UNIT, true)]),
    atom(head, true),
    ...(rows.length === 0 ? [atom(head)] : rows),
    atom(note === 0 ? AFTER_TABLE : NOTE_SPACE + note * NOTE_LINE),
  ];
}

/** The tallest cell sets the height; merged cells have the room of several rows. */
function rowHeight(
  { widths, type }: TableFit,
  texts: readonly string[],
  isSingle: (column: number) => boolean,
): number {
  const lines = widths.map((width, column) =>
    isSingle(column)
      ? countLines(texts[column] ?? '', {
          width: width - 2 * type.cellMargin,
          firstIndent: 0,
          em: type.size * 10,
        })
      : 1,
  );
  return Math.max(...lines) * type.line + ROW_PADDING;
}

function atom(height: number, keeps = false): Atom {
  return { height, keepsWithNext: keeps, startsPage: false, headingId: null, repeatedHead: 0 };
}
