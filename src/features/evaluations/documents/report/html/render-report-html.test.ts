import { describe, expect, test } from 'vitest';

import { chartBlock, headingBlock, paragraphBlock, tableBlock } from '../report-blocks.fixture.ts';
import { reportFixture } from '../report-model.fixture.ts';
import { alternativeTexts, modelTexts, withoutBlanks } from '../report-texts.fixture.ts';
import { renderReportHtml } from './render-report-html.ts';

const MARKUP =
  '</style></title><script>alert("1")</script><img src=x onerror=\'y\'> & &amp; <b>粗</b>';
const model = reportFixture();
const html = renderReportHtml(model);
const headings = model.blocks.filter((block) => block.kind === 'heading');

describe('the whole report', () => {
  test('shows every text of the model, chart alternatives included', () => {
    const shown = withoutBlanks(visibleText(html));
    const missing = modelTexts(model).filter((text) => !shown.includes(withoutBlanks(text)));
    expect(missing).toEqual([]);
    const labels = [...html.matchAll(/aria-label="([^"]*)"/g)].map((match) => decoded(match[1]));
    for (const text of alternativeTexts(model)) expect(labels).toContain(text);
  });

  test('is in Chinese, can be jumped into, and lists every heading once in the contents', () => {
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toMatch(/<body>\s*<a class="skip-link" href="#report">/);
    const contents = /<nav[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';
    const links = [...contents.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)];
    expect(links.map(([, id, text]) => [id, text])).toEqual(
      headings.map(({ id, text }) => [id, text]),
    );
  });

  test('gives each heading its level and id, and no id twice', () => {
    for (const { level, id } of headings) expect(html).toMatch(new RegExp(`<h${level} id="${id}"`));
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)];
    for (const [, target] of targets) expect(ids).toContain(target);
  });

  test('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|base)\b/i);
    expect(html).not.toMatch(
      /\b(src|srcset|data|action|xlink:href)\s*=|@import|@font-face|url\((?!#)/i,
    );
    expect(html).not.toMatch(/https?:|\bon\w+\s*=/i);
    expect(html).toContain("default-src 'none'");
  });

  test('tables have a caption, heads with a scope, and merged groups', () => {
    const tables = html.match(/<table[\s\S]*?<\/table>/g) ?? [];
    expect(tables).toHaveLength(model.blocks.filter((block) => block.kind === 'table').length);
    for (const table of tables) {
      expect(table).toMatch(/<caption>[\s\S]+<\/caption>[\s\S]*<thead>[\s\S]*<th scope="col">/);
    }
    expect(html).toMatch(/<th scope="rowgroup" rowspan="\d+">投入<\/th>/);
    expect(html).toMatch(/<tr class="total"><th scope="row" colspan="3">合计<\/th>/);
  });
});

test('marks of HTML and CSS in a text are shown, not obeyed', () => {
  const marked = renderReportHtml(
    reportFixture({
      title: MARKUP,
      organization: MARKUP,
      department: MARKUP,
      notice: MARKUP,
      blocks: [
        headingBlock(1, 'a', MARKUP),
        paragraphBlock(MARKUP, MARKUP),
        chartBlock({ caption: MARKUP, alternative: MARKUP }),
        tableBlock({ caption: MARKUP, unit: MARKUP, note: MARKUP, rows: [[MARKUP, MARKUP, '1']] }),
      ],
    }),
  );
  expect(marked).not.toMatch(/<script|<img|<b>/);
  expect(marked.match(/<\/style>/g)).toHaveLength(1);
  expect(visibleText(marked).split(MARKUP).length - 1).toBeGreaterThanOrEqual(11);
});

test('the notice stands on each printed page, and no empty line where there is none', () => {
  expect(html).toMatch(/@top-center \{ content: "(\\[0-9a-f]+ )+"/);
  const plain = renderReportHtml(reportFixture({ notice: null }));
  expect(plain).not.toContain('class="notice"');
  expect(plain).not.toContain('@top-center');
});

test('equal models give equal text', () => {
  expect(renderReportHtml(reportFixture())).toBe(html);
});

function visibleText(page: string): string {
  return decoded(page.replace(/<style>[\s\S]*?<\/style>/, '').replaceAll(/<[^>]*>/g, ''));
}

function decoded(text: string | undefined): string {
  return (text ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
