import { chartSize } from '../chart-size.ts';
import { renderChartSvg } from '../charts/render-chart-svg.ts';
import type { Block, Chart, Heading, Paragraph } from '../report-model.ts';
import { escapeHtml } from './escape-html.ts';
import { tableHtml } from './table-html.ts';

export function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block);
    case 'paragraph':
      return paragraphHtml(block);
    case 'list':
      return `<ul class="items">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}</ul>`;
    case 'table':
      return tableHtml(block);
    case 'chart':
      return chartHtml(block);
  }
}

function headingHtml({ level, id, text, startsPage }: Heading): string {
  const start = startsPage ? ' class="starts-page"' : '';
  return `<h${level} id="${escapeHtml(id)}"${start}>${escapeHtml(text)}</h${level}>`;
}

function paragraphHtml({ lead, text }: Paragraph): string {
  return `<p>${lead === '' ? '' : `<strong>${escapeHtml(lead)}</strong>`}${escapeHtml(text)}</p>`;
}

function chartHtml({ id, caption, alternative, figure }: Chart): string {
  // A page of HTML knows the SVG namespaces by itself; without them it holds no address at all.
  const svg = renderChartSvg(figure, chartSize(figure)).replaceAll(
    / xmlns(?::xlink)?="[^"]*"/g,
    '',
  );
  return `<figure id="chart-${escapeHtml(id)}">
<div class="scroll" tabindex="0" role="img" aria-label="${escapeHtml(alternative)}">${svg}</div>
<figcaption>${escapeHtml(caption)}</figcaption>
</figure>`;
}
