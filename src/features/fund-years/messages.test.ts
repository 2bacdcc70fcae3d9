import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { describeProblem, explainWorkbookError, formatProblem } from './messages.ts';

const SOURCES = ['src/features/fund-years', 'src/features/indicators/rules', 'src/platform/xlsx'];

/** Every code that is written anywhere in the reader and the framework checks. */
async function codesInUse(): Promise<readonly string[]> {
  const codes = new Set<string>();
  for (const folder of SOURCES) {
    for (const name of await readdir(folder, { recursive: true })) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts') || name.includes('texts/')) continue;
      const source = await readFile(join(folder, name), 'utf8');
      for (const [, code] of source.matchAll(
        /'((?:workbook|indicator|element|review)\.[a-z_]+)'/g,
      )) {
        if (code !== undefined) codes.add(code);
      }
    }
  }
  for (const fault of [
    'syntax',
    'bounds_not_falling',
    'points_rising',
    'points_over_weight',
    'no_zero_bound',
  ]) {
    codes.add(`indicator.bands_${fault}`);
  }
  codes.add('indicator.weights_not_100').add('element.shares_not_100');
  return [...codes];
}

const problem = (code: string, cell = 'N12', value = '') => ({
  severity: 'error' as const,
  sheet: '救助台账',
  cell,
  value,
  code,
  params: {},
});

describe('messages', () => {
  it('every code has a cause and a cure', async () => {
    const codes = await codesInUse();
    expect(codes.length).toBeGreaterThan(70);
    const unexplained = codes.filter(
      (code) =>
        explainWorkbookError(code) === undefined &&
        describeProblem(problem(code)).cause.startsWith('内容有误'),
    );
    expect(unexplained).toEqual([]);
  });

  it('a line names where, value, cause and cure', () => {
    expect(formatProblem(problem('workbook.no_such_day', 'N12', '2023-02-30'))).toBe(
      '救助台账!N12“2023-02-30”：没有这一天。请核对后填写实际日期。',
    );
    expect(formatProblem(problem('workbook.missing_sheet', ''))).toBe(
      '工作表“救助台账”：缺少工作表。请按模板增加该工作表并填写。',
    );
    expect(
      formatProblem({ ...problem('workbook.missing_column', '1'), params: { heading: '姓名' } }),
    ).toContain('救助台账!第1行：缺少必填列“姓名”');
  });

  it('a long value of several lines stays one line', () => {
    const line = formatProblem(problem('workbook.not_a_date', 'A1', `甲\n${'乙'.repeat(500)}`));
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThan(150);
  });

  it('a file that is none is explained with what it is', () => {
    expect(explainWorkbookError('workbook.not_a_workbook')?.({ found: 'word' })).toContain('Word');
    expect(explainWorkbookError('workbook.too_large')?.({ limit: 'cells', allowed: 5 })).toContain(
      '单元格总数超过5',
    );
    expect(explainWorkbookError('workbook.required')).toBeUndefined();
  });
});
