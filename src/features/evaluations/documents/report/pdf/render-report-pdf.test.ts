import { describe, expect, test } from 'vitest';

import { readPdf, structureNodes } from '../../../../../../tests/support/read-pdf.ts';
import { headingBlock, paragraphBlock, tableBlock } from '../report-blocks.fixture.ts';
import { reportFixture } from '../report-model.fixture.ts';
import type { Table } from '../report-model.ts';
import { alternativeTexts, modelTexts, withoutBlanks } from '../report-texts.fixture.ts';
import { renderReportPdf } from './render-report-pdf.ts';

const MARKUP = '#let x=1 $a$ *粗* _斜_ @ref <lab> [块] \\ `码` ~ -- "q" // 注 /* 段 = 级 #{x}';
const model = reportFixture();
const rendered = await renderReportPdf(model);
const read = await readPdf(rendered.pdf);

describe('the whole report', () => {
  test('prints every text of the model', () => {
    const printed = withoutBlanks(read.pages.map((page) => page.all).join(''));
    const flowing = withoutBlanks(read.pages.map((page) => page.content).join(''));
    const missing = modelTexts(model)
      .map(withoutBlanks)
      .filter((text) => !printed.includes(text) && !flowing.includes(text));
    expect(missing).toEqual([]);
  });

  test('is tagged, names its language, and describes each chart in words', () => {
    expect(read.isTagged).toBe(true);
    const nodes = read.pages.flatMap((page) => structureNodes(page.structure));
    const roles = new Set(nodes.map((node) => node.role));
    for (const role of ['H1', 'H2', 'H3', 'H4', 'P', 'Table', 'TR', 'TH', 'TD', 'TOC', 'Figure']) {
      expect(roles, role).toContain(role);
    }
    const described = nodes.flatMap((node) => node.alt ?? []);
    for (const text of alternativeTexts(model)) expect(described).toContain(text);
    expect(Buffer.from(rendered.pdf).toString('latin1')).toMatch(/\/Lang ?\(zh-CN\)/);
  });

  test('carries title, author, the date of the report, and all headings as bookmarks', () => {
    expect(read.info).toMatchObject({
      Title: model.title + model.subtitle,
      Author: model.organization,
    });
    expect(String(read.info['CreationDate'])).toMatch(/^D:20230320/);
    const headings = model.blocks.flatMap((block) => (block.kind === 'heading' ? block.text : []));
    expect(read.bookmarks).toEqual(headings);
  });

  test('embeds its fonts as subsets', () => {
    const fonts =
      Buffer.from(rendered.pdf)
        .toString('latin1')
        .match(/\/BaseFont ?\/[^\s/]+/g) ?? [];
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    for (const font of fonts) expect(font).toMatch(/\/BaseFont ?\/[A-Z]{6}\+Noto(Serif|Sans)SC/);
    expect(rendered.pdf.length).toBeLessThan(1_000_000);
  });
});

describe('page numbers', () => {
  test('the cover has none, the first chapter starts at page 1 on a right-hand page', () => {
    expect(read.pages[0]?.all).not.toContain('—');
    const start = read.pageLabels.lastIndexOf('1');
    expect(start % 2).toBe(0);
    expect(withoutBlanks(read.pages[start]?.all ?? '')).toContain('—1—');
    expect(withoutBlanks(read.pages[start]?.content ?? '')).toMatch(/^一、项目概况/);
  });

  test('each heading stands on the page that is reported for it', () => {
    const start = read.pageLabels.lastIndexOf('1');
    for (const block of model.blocks) {
      if (block.kind !== 'heading') continue;
      const page = read.pages[start + (rendered.pageOf[block.id] ?? 0) - 1];
      expect(withoutBlanks(page?.content ?? '')).toContain(withoutBlanks(block.text));
    }
  });
});

test('equal models give equal bytes', async () => {
  const again = await renderReportPdf(reportFixture());
  expect(Buffer.from(again.pdf).equals(Buffer.from(rendered.pdf))).toBe(true);
});

test('marks of the typesetting language in a text are printed, not obeyed', async () => {
  const marked = reportFixture({
    title: MARKUP,
    organization: MARKUP,
    department: MARKUP,
    notice: MARKUP,
    blocks: [
      headingBlock(1, 'a', MARKUP),
      paragraphBlock(MARKUP, MARKUP),
      table({ caption: MARKUP, unit: MARKUP, note: MARKUP, rows: [[MARKUP, MARKUP, MARKUP]] }),
    ],
  });
  const { pages } = await readPdf((await renderReportPdf(marked)).pdf);
  const printed = withoutBlanks(pages.map((page) => page.all).join(''));
  expect(printed.split(withoutBlanks(MARKUP)).length - 1).toBeGreaterThanOrEqual(13);
});

test('contents of two pages leave the page after them empty, without a number', async () => {
  const blocks = Array.from({ length: 30 }, (_, at) => headingBlock(1, `h${at}`, `第${at}章`));
  const { pages, pageLabels } = await readPdf(
    (await renderReportPdf(reportFixture({ blocks }))).pdf,
  );
  expect(pageLabels.slice(1, 5)).toEqual(['I', 'II', 'III', '1']);
  expect(pages.slice(1, 5).map((page) => /— ?\w+ ?—/.test(page.all))).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

describe('long tables', () => {
  const rows = Array.from({ length: 120 }, (_, row) => [
    `第${Math.floor(row / 50) + 1}组`,
    `编号${row + 1}`,
    '600.00',
  ]);

  test('repeat their head on each page and print each row once', async () => {
    const { pages } = await renderTable({ rows });
    const withRows = pages.filter((page) => page.all.includes('编号'));
    expect(withRows.length).toBeGreaterThan(2);
    for (const page of withRows) expect(page.all).toContain('甲列');
    const text = withoutBlanks(pages.map((page) => page.all).join('|'));
    for (const [, name] of rows) expect(text.match(new RegExp(`${name}600`, 'g'))).toHaveLength(1);
  });

  test.each([false, true])(
    'name a merged group again where it goes on over a page (with a total row: %s)',
    async (hasTotalRow) => {
      const all = hasTotalRow ? [...rows, ['合计', '', '1']] : rows;
      const { pages } = await renderTable({ rows: all, mergedColumns: 1, hasTotalRow });
      const withRows = pages.filter((page) => page.all.includes('编号'));
      expect(withRows.length).toBeGreaterThan(2);
      const groups = withRows.map((page) => withoutBlanks(page.all).match(/第\d组/g)?.length);
      // Three groups of which two go on over a page, each named once more there.
      expect(groups.reduce((sum = 0, found = 0) => sum + found, 0)).toBeGreaterThan(3);
      expect(groups.every((found) => found !== undefined)).toBe(true);
    },
  );

  test('break a row only where it is higher than a page, and lose nothing of it', async () => {
    const { pages } = await renderTable({ rows: [['甲', '很长的说明'.repeat(500), '1']] });
    const text = withoutBlanks(pages.map((page) => page.content).join(''));
    expect(text.match(/很/g)).toHaveLength(500);
  });
});

test('a digest too long for its column wraps and stays readable', async () => {
  const digest = '0123456789abcdef'.repeat(4);
  const { pages } = await renderTable({ rows: [['摘要', digest, '']] });
  expect(withoutBlanks(pages.map((page) => page.all).join(''))).toContain(digest);
});

test('a character that no font has does not stop the report', async () => {
  const { pages } = await renderTable({
    rows: [
      ['甲', '\u{2F81A}\uE000', '1'],
      ['乙', '控\u0001制', '2'],
    ],
  });
  expect(pages.map((page) => page.all).join('')).toContain('控制');
});

function table(overrides: Partial<Table>): Table {
  const columns = ['甲列', '乙列', '丙列'].map((title) => ({
    title,
    align: 'left' as const,
    width: 1,
  }));
  return { ...tableBlock({ id: 't', caption: '表1' }), columns, ...overrides };
}

async function renderTable(overrides: Partial<Table>): ReturnType<typeof readPdf> {
  const blocks = [headingBlock(1, 'a', '一、表格'), table(overrides)];
  return readPdf((await renderReportPdf(reportFixture({ blocks }))).pdf);
}
