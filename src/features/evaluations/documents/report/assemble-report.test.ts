import { describe, expect, it } from 'vitest';

import { assembleReport, toChineseNumber } from './assemble-report.ts';
import { column, numberOf, paragraph, section, table } from './section.ts';

const aTable = (id: string) =>
  table({ id, caption: '表样', columns: [column('甲', 'left', 1)], rows: [] });

describe('assembleReport', () => {
  it('numbers headings by level as official papers do', () => {
    const blocks = assembleReport(
      [section('一级', [section('二级', [section('三级', [section('四级', [])])])])],
      [section('附', [])],
    );
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
      '一、一级',
      '（一）二级',
      '1.三级',
      '（1）四级',
      '附件1　附',
    ]);
  });

  it('numbers tables by chapter and fills references, also to a later one', () => {
    const [, text, first, , second] = assembleReport(
      [section('甲', [paragraph(`见${numberOf('b')}`), aTable('a')]), section('乙', [aTable('b')])],
      [],
    );
    expect(text).toMatchObject({ text: '见表2-1' });
    expect(first).toMatchObject({ caption: '表1-1　表样' });
    expect(second).toMatchObject({ caption: '表2-1　表样' });
  });

  it('refuses a reference to nothing', () => {
    expect(() => assembleReport([section('甲', [paragraph(numberOf('x'))])], [])).toThrow('x');
  });

  it('starts each annex on a page of its own', () => {
    const blocks = assembleReport([], [section('甲', []), section('乙', [])]);
    expect(blocks.every((block) => block.kind === 'heading' && block.startsPage)).toBe(true);
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [23, '二十三'],
  ])('writes %i as %s', (value, text) => {
    expect(toChineseNumber(value)).toBe(text);
  });
});
