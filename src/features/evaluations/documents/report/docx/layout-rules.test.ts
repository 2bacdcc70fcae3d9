import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { tableBlock } from '../report-blocks.fixture.ts';
import type { Table } from '../report-model.ts';
import { balancedTitle } from './balanced-title.ts';
import { TEXT_WIDTH } from './measures.ts';
import { fitTable } from './table-widths.ts';

function tableOf(widths: readonly number[], cell: string): Table {
  const columns = widths.map((width) => ({ title: '栏目', align: 'left' as const, width }));
  return tableBlock({ columns, rows: [columns.map(() => cell)] });
}

describe('the columns of a table', () => {
  it('fill the text block exactly, whatever shares and texts they have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 1, maxLength: 14 }),
        fc.string({ maxLength: 80 }),
        (widths, cell) => {
          const fit = fitTable(tableOf(widths, cell)).widths;
          expect(fit.reduce((sum, width) => sum + width, 0)).toBe(TEXT_WIDTH);
          expect(fit.every((width) => width >= 0)).toBe(true);
        },
      ),
    );
  });

  it('keep the type of 五号 while numbers fit', () => {
    expect(fitTable(tableOf([1, 1, 1], '265,800.00')).type.suffix).toBe('');
  });

  it('take smaller type before a number breaks, and then room from wider columns', () => {
    const fit = fitTable(tableOf([1, 1, 1, 1, 1, 1, 1, 1, 12], '265,800.00'));
    expect(fit.type.suffix).toBe('Small');
    const [narrow = 0] = fit.widths;
    expect(narrow).toBeGreaterThan(TEXT_WIDTH / 20 + 400);
  });
});

describe('a title', () => {
  it('that fits one line stays whole', () => {
    expect(balancedTitle('清河区总工会困难职工帮扶资金')).toBe('清河区总工会困难职工帮扶资金');
  });

  it('of more than one line breaks where the sense does', () => {
    expect(balancedTitle('清河区总工会困难职工帮扶资金（送温暖）专项')).toBe(
      '清河区总工会困难职工帮扶资金\n（送温暖）专项',
    );
  });

  it('keeps every character and holds no line longer than the page', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥（）]{1,90}$/), (title) => {
        const lines = balancedTitle(title).split('\n');
        expect(lines.join('')).toBe(title);
        expect(lines.every((line) => line.length <= 20 && line.length > 0)).toBe(true);
      }),
    );
  });
});
