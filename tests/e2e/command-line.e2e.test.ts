import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { OUTPUT_FILES } from '#features/evaluations/contract.ts';
import { Evaluation } from '#features/evaluations/rules/evaluation.ts';
import { sampleYear } from '#features/fund-years/rules/sample-year.ts';
import { writeYearWorkbook } from '#features/fund-years/server/commands/write-year-workbook.ts';

import { projectFolder } from '../support/source-tree.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'songnuan-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

describe('npm run songnuan', () => {
  test('a template of the sample year, evaluated, gives five files and 90 points', () => {
    expect(songnuan('template', 'sample.xlsx', '--sample').exitCode).toBe(0);
    const { exitCode, output } = songnuan('evaluate', 'sample.xlsx', '--out', 'results');
    expect(exitCode).toBe(0);
    expect(output).toContain('90.00分，等级为优');
    expect(readdirSync(at('results')).toSorted()).toEqual([...OUTPUT_FILES].toSorted());
    const evaluation = Evaluation.parse(
      JSON.parse(readFileSync(at('results/evaluation.json'), 'utf8')),
    );
    expect(evaluation.totals.level1.map(({ score }) => score)).toEqual([
      '14.00',
      '21.00',
      '28.00',
      '27.00',
    ]);
  });

  test('a workbook with errors is refused with 2, each named by sheet and cell, nothing written', async () => {
    const sample = sampleYear();
    const [first, second, ...rest] = sample.aid;
    if (first === undefined || second === undefined) throw new Error('the sample has no ledger');
    const aid = [first, { ...second, application: first.application }, ...rest];
    await writeYearWorkbook(at('faulty.xlsx'), { records: { ...sample, aid, elements: [] } });
    const { exitCode, notices } = songnuan('evaluate', 'faulty.xlsx', '--out', 'refused');
    expect(exitCode).toBe(2);
    expect(notices).toMatch(/救助台账.*A\d+.*申请编号.*重复/);
    expect(notices).toContain('未写出任何文件');
    expect(existsSync(at('refused'))).toBe(false);
  });

  test('a file that is no workbook is refused with 2, without a stack', () => {
    writeFileSync(at('list.xlsx'), 'a,b,c\n');
    const { exitCode, notices } = songnuan('evaluate', 'list.xlsx', '--out', 'refused');
    expect(exitCode).toBe(2);
    expect(notices).toContain('不是 .xlsx 工作簿');
    expect(notices).not.toMatch(/^\s+at /m);
    expect(existsSync(at('refused'))).toBe(false);
  });

  test.each([
    [4, ['evaluate', 'nowhere.xlsx', '--out', 'refused'], '找不到文件'],
    [5, ['template', 'sample.xlsx'], '文件已存在'],
    [2, ['evaluate', 'sample.xlsx'], '缺少参数 --out'],
    [2, ['evaluate', 'sample.xlsx', '--out', 'x', '--outline', '2019'], '--outline 不能是“2019”'],
    [2, ['evalute'], '没有名为“evalute”的命令'],
  ])('exit code %i for %j', (expected, args, words) => {
    const { exitCode, notices } = songnuan(...args);
    expect(exitCode).toBe(expected);
    expect(notices).toContain(words);
  });

  test.each(['template', 'evaluate', 'schema'])('%s explains itself with --help', (command) => {
    const { exitCode, output } = songnuan(command, '--help');
    expect(exitCode).toBe(0);
    expect(output).toContain(`npm run songnuan -- ${command}`);
  });

  test('the schema goes to the output alone, ready for a file', () => {
    const { exitCode, output, notices } = songnuan('schema', 'evaluation');
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ type: 'object', required: expect.any(Array) });
    expect(notices).toBe('');
  });
});

interface Run {
  readonly exitCode: number | null;
  readonly output: string;
  readonly notices: string;
}

/** The command as people call it from their own folder. */
function songnuan(...args: string[]): Run {
  const script = join(projectFolder, 'scripts/songnuan.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { exitCode: status, output: stdout, notices: stderr };
}
