import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';

import { chartBlock, headingBlock, paragraphBlock, tableBlock } from '../report-blocks.fixture.ts';
import { reportFixture } from '../report-model.fixture.ts';
import type { Block, ReportModel } from '../report-model.ts';
import { renderReportDocx } from './render-report-docx.ts';

interface Parts {
  readonly document: string;
  readonly styles: string;
  readonly zip: JSZip;
}

async function partsOf(model: ReportModel): Promise<Parts> {
  const zip = await JSZip.loadAsync(await renderReportDocx(model));
  return {
    document: await text(zip, 'word/document.xml'),
    styles: await text(zip, 'word/styles.xml'),
    zip,
  };
}

async function text(zip: JSZip, path: string): Promise<string> {
  const file = zip.file(path);
  if (file === null) throw new Error(`missing part ${path}`);
  return file.async('string');
}

function withBlocks(...blocks: Block[]): ReportModel {
  return reportFixture({ blocks, notice: null });
}

function occurrences(xml: string, part: string): number {
  return xml.split(part).length - 1;
}

/** The text of each paragraph in reading order, with the style it has. */
function paragraphs(xml: string): { style: string; text: string }[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? '',
    text: [...paragraph.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>([^<]*)<\/w:t>/g)]
      .map(([run]) => run.replaceAll(/<[^>]+>/g, ''))
      .join(''),
  }));
}

describe('the Word report', async () => {
  const model = reportFixture();
  const { document, styles, zip } = await partsOf(model);

  it('has the page of GB/T 9704: A4 with a text block of 156 mm by 225 mm', () => {
    expect(occurrences(document, '<w:pgSz w:w="11906" w:h="16838"')).toBe(3);
    const margins = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"';
    expect(occurrences(document, margins)).toBe(3);
  });

  it('defines the faces, sizes and lines of an official paper in styles', () => {
    const styleOf = (id: string): string =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
    expect(styleOf('Normal')).toContain('w:eastAsia="仿宋"');
    expect(styleOf('Normal')).toContain('w:line="579" w:lineRule="exact"');
    expect(styleOf('Normal')).toContain('w:firstLineChars="200"');
    expect(styleOf('Title')).toMatch(/w:eastAsia="方正小标宋简体".*<w:sz w:val="44"\/>/s);
    expect(styleOf('Heading1')).toContain('w:eastAsia="黑体"');
    expect(styleOf('Heading2')).toContain('w:eastAsia="楷体"');
    expect(styleOf('Heading3')).toContain('<w:b/>');
    expect(styleOf('Heading4')).not.toContain('<w:b/>');
    expect(styles).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>');
  });

  it('gives every paragraph a style that exists', () => {
    for (const { style, text } of paragraphs(document)) {
      if (text === '') continue;
      expect(style, text).not.toBe('');
      expect(styles, style).toContain(`w:styleId="${style}"`);
    }
  });

  it('formats no text directly, beyond saying that signs are Chinese', () => {
    const direct = [...document.matchAll(/<w:rPr>(.*?)<\/w:rPr>/gs)].map(([, inner = '']) =>
      inner.replaceAll(/<w:rStyle [^>]*>|<w:rFonts w:hint="eastAsia"\/>/g, ''),
    );
    expect(direct.filter((rest) => rest !== '')).toEqual([]);
  });

  it('prints all texts of the model, in order', () => {
    const printed = paragraphs(document).map((paragraph) => paragraph.text);
    let from = printed.indexOf(model.dateText) + 1;
    for (const block of model.blocks) {
      if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
      const wanted = block.kind === 'heading' ? block.text : block.lead + block.text;
      const at = printed.indexOf(wanted, from);
      expect(at, wanted).toBeGreaterThan(-1);
      // The contents repeat the headings ahead of the chapters.
      if (block.kind === 'paragraph') from = at;
    }
    expect(document).not.toContain('undefined');
  });

  it('fills the contents with chapters, sections and rising page numbers that link to the headings', () => {
    const entries = [
      ...document.matchAll(/<w:p><w:pPr><w:pStyle w:val="TOC(\d)"\/>.*?<\/w:p>/gs),
    ].map(([entry, level]) => ({
      level: Number(level),
      text: /<w:t [^>]*>([^<]*)<\/w:t>/.exec(entry)?.[1],
      page: Number(
        /<w:fldChar w:fldCharType="separate"\/>(?:<\/w:r><w:r>)?<w:t[^>]*>(\d+)<\/w:t><w:fldChar w:fldCharType="end"/.exec(
          entry,
        )?.[1],
      ),
      anchor: /w:anchor="([^"]+)"/.exec(entry)?.[1] ?? '',
      hasDots: entry.includes('w:leader="dot"'),
    }));
    const expected = model.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level <= 2
        ? [{ level: block.level, text: block.text }]
        : [],
    );
    expect(entries.map(({ level, text }) => ({ level, text }))).toEqual(expected);
    expect(entries.every((entry) => entry.hasDots && entry.page >= 1)).toBe(true);
    expect(entries.map((entry) => entry.page)).toEqual(
      entries.map((entry) => entry.page).toSorted((a, b) => a - b),
    );
    for (const { anchor } of entries) expect(document).toContain(`w:name="${anchor}"`);
  });

  it('opens without asking the reader to update fields', async () => {
    expect(document).not.toContain('w:dirty');
    expect(await text(zip, 'word/settings.xml')).not.toContain('updateFields');
  });

  it('repeats the head of each table and splits no row', () => {
    const tables = [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);
    expect(tables).toHaveLength(5);
    for (const table of tables) {
      expect(occurrences(table, '<w:tblHeader/>')).toBe(1);
      expect(occurrences(table, '<w:cantSplit/>')).toBe(occurrences(table, '<w:tr>'));
      expect(/<w:tblStyle w:val="(\w+)"\/>/.exec(table)?.[1]).toMatch(/^ReportTable(Small)?$/);
    }
  });

  it('says in words what each chart shows', () => {
    for (const block of model.blocks) {
      if (block.kind === 'chart') expect(document).toContain(`descr="${block.alternative}"`);
    }
    expect(zip.file(/word\/media\/.*\.png$/)).toHaveLength(4);
  });

  it('numbers the pages of the chapters on the outer side, and not the cover', async () => {
    const footers = await Promise.all(
      zip.file(/word\/footer\d+\.xml/).map((file) => file.async('string')),
    );
    const numbered = footers.filter((footer) => footer.includes('PAGE'));
    expect(numbered).toHaveLength(2);
    expect(numbered.filter((footer) => footer.includes('FooterOdd'))).toHaveLength(1);
    expect(numbered.filter((footer) => footer.includes('FooterEven'))).toHaveLength(1);
    expect(numbered.every((footer) => footer.includes('— '))).toBe(true);
    expect(occurrences(document, '<w:pgNumType w:start="1"/>')).toBe(1);
    expect(await text(zip, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  it('shows the notice on every page and names its title, author and language', async () => {
    const headers = await Promise.all(
      zip.file(/word\/header\d+\.xml/).map((file) => file.async('string')),
    );
    expect(headers.every((header) => header.includes('本报告人员信息均为样例数据'))).toBe(true);
    const core = await text(zip, 'docProps/core.xml');
    expect(core).toContain('<dc:title>清河区总工会困难职工帮扶资金2022年度绩效评价报告</dc:title>');
    expect(core).toContain('<dc:creator>清河区总工会</dc:creator>');
    expect(core).toContain('<dc:language>zh-CN</dc:language>');
  });
});

describe('a table in the Word report', () => {
  it('merges equal neighbours of the leading columns, the second only inside the first', async () => {
    const rows = [
      ['甲', '同', '1'],
      ['甲', '同', '1'],
      ['乙', '同', '1'],
    ];
    const { document } = await partsOf(withBlocks(tableBlock({ rows, mergedColumns: 2 })));
    expect(occurrences(document, '<w:vMerge w:val="restart"/>')).toBe(2);
    expect(occurrences(document, '<w:vMerge w:val="continue"/>')).toBe(2);
    expect(occurrences(document, '>同<')).toBe(2);
  });

  it('aligns numbers right and sets the sum in bold', async () => {
    const rows = [
      ['1', '甲', '100.00'],
      ['', '合计', '100.00'],
    ];
    const { document } = await partsOf(withBlocks(tableBlock({ rows, hasTotalRow: true })));
    expect(occurrences(document, '<w:pStyle w:val="TableNumber"/>')).toBe(2);
    expect(occurrences(document, '<w:rStyle w:val="Strong"/>')).toBe(3);
  });

  it('without rows says so', async () => {
    const { document } = await partsOf(withBlocks(tableBlock({ rows: [], note: '注：无。' })));
    expect(document).toContain('（无）');
  });

  it('of four hundred rows renders whole', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => [
      `${index + 1}`,
      `职工${index + 1}`,
      '600.00',
    ]);
    const { document } = await partsOf(withBlocks(tableBlock({ rows })));
    expect(occurrences(document, '<w:tr>')).toBe(401);
    expect(document).toContain('职工400');
  });

  it('of odd texts stays valid: short rows, line breaks, control characters, rare characters, long words', async () => {
    const rows = [
      ['1'],
      ['2', '第一行\n第二行\u0001', '\u{20BB7}\uD800'],
      ['3', 'x'.repeat(300), '9'.repeat(60)],
    ];
    const { document } = await partsOf(withBlocks(tableBlock({ rows, note: '<&>"' })));
    expect(document).toContain('<w:br/>');
    expect(document).toContain('\u{20BB7}');
    expect(document).toContain('&lt;&amp;&gt;');
    expect(document).not.toMatch(/[^\P{Cc}\t\n\r]|\p{Cs}/u);
    expect(document).not.toContain('undefined');
  });
});

describe('a Word report of few blocks', () => {
  it('needs neither tables nor charts nor headings', async () => {
    const { document } = await partsOf(withBlocks(paragraphBlock('正文。')));
    expect(document).toContain('正文。');
  });

  it('begins an annex on a new page', async () => {
    const { document } = await partsOf(
      withBlocks(headingBlock(1, 'a', '附件1', true), chartBlock()),
    );
    expect(document).toContain('<w:pageBreakBefore/>');
  });
});
