import { mergedSpans, totalLabelSpan } from '../merged-cells.ts';
import type { Table } from '../report-model.ts';
import { escapeHtml } from './escape-html.ts';

/** A table in a container of its own that scrolls sideways where the screen is narrow. */
export function tableHtml(table: Table): string {
  const id = `table-${escapeHtml(table.id)}`;
  const unit = table.unit === null ? '' : `<span class="unit">${escapeHtml(table.unit)}</span>`;
  return `<div class="table-block">
<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}-caption">
<table id="${id}" style="min-width:${leastWidth(table)}em">
<caption><span class="caption" id="${id}-caption">${escapeHtml(table.caption)}</span>${unit}</caption>
${columnGroup(table)}
<thead><tr>${table.columns.map(({ title }) => `<th scope="col">${escapeHtml(title)}</th>`).join('')}</tr></thead>
<tbody>
${bodyRows(table).join('\n')}
</tbody>
</table>
</div>
${table.note === null ? '' : `<p class="note">${escapeHtml(table.note)}</p>`}
</div>`;
}

/** Below this width names would stand as towers of single characters; a wider screen shows no scroll bar. */
function leastWidth({ columns }: Table): number {
  const widths = columns.map((column) => column.width);
  const sum = widths.reduce((total, width) => total + width, 0);
  return Math.round(Math.min(48, Math.max(columns.length * 5.5, (sum / Math.min(...widths)) * 4)));
}

function columnGroup({ columns }: Table): string {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const widths = columns.map(
    ({ width }) => `<col style="width:${((width / sum) * 100).toFixed(2)}%">`,
  );
  return `<colgroup>${widths.join('')}</colgroup>`;
}

function bodyRows(table: Table): string[] {
  const spans = mergedSpans(table);
  return table.rows.map((row, y) => {
    if (table.hasTotalRow && y === table.rows.length - 1) return totalRow(table, row);
    const cells = row.map((text, x) => {
      const span = spans[x]?.[y];
      return span === undefined ? cell(table, text, x) : groupHead(text, span);
    });
    return `<tr>${cells.join('')}</tr>`;
  });
}

function cell(table: Table, text: string, column: number): string {
  return `<td class="${table.columns[column]?.align ?? 'left'}">${escapeHtml(text)}</td>`;
}

function groupHead(text: string, span: number): string {
  if (span === 0) return '';
  const rows = span === 1 ? ' scope="row"' : ` scope="rowgroup" rowspan="${span}"`;
  return `<th${rows}>${escapeHtml(text)}</th>`;
}

function totalRow(table: Table, row: readonly string[]): string {
  const span = totalLabelSpan(table);
  const label = `<th scope="row"${span === 1 ? '' : ` colspan="${span}"`}>${escapeHtml(row[0] ?? '')}</th>`;
  const cells = row.slice(span).map((text, at) => cell(table, text, at + span));
  return `<tr class="total">${label}${cells.join('')}</tr>`;
}
