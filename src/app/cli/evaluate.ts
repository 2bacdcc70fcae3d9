import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { AppError } from '#core/app-error.ts';
import type { InputProblem } from '#core/input-problem.ts';
import { OUTPUT_FILES } from '#features/evaluations/contract.ts';
import type { Evaluation } from '#features/evaluations/rules/evaluation.ts';
import type { EvaluationStage } from '#features/evaluations/server/commands.ts';
import { formatProblem } from '#features/fund-years/messages.ts';

import type { Command } from './command.ts';
import { EXIT_DONE, EXIT_INVALID } from './exit-codes.ts';
import { onePositional, oneOf } from './positionals.ts';
import { createProgress } from './progress.ts';

const HELP = `用法：npm run songnuan -- evaluate <工作簿.xlsx> --out <文件夹> [--outline seed|2020]

读取一个年度的工作簿，计算指标、查找违规、评分、形成问题与建议，并写出：
  evaluation.json   全部结果数据
  scores.xlsx       评分表、指标数据、违规明细
  report.docx       评价报告（可编辑）
  report.pdf        评价报告（打印）
  report.html       评价报告（网页）
工作簿有错误时逐条列出，不写出任何文件。

  --out <文件夹>    结果写到哪里；原有同名结果会被替换
  --outline seed    六章提纲（默认）
  --outline 2020    《项目支出绩效评价管理办法》七章提纲
  --help            显示本说明`;

export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: '评价一个年度的工作簿，写出评分表和评价报告',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, outline: { type: 'string', default: 'seed' } },
    });
    const workbookPath = resolve(onePositional(positionals, '<工作簿.xlsx>'));
    if (values.out === undefined) {
      throw new AppError('invalid', 'cli.missing_argument', { name: '--out <文件夹>' });
    }
    const outDir = resolve(values.out);
    const outline = oneOf(values.outline, ['seed', '2020'], '--outline');
    const progress = createProgress<EvaluationStage>(STAGE_NAMES);
    const { evaluateWorkbook } = await import('#features/evaluations/server/commands.ts');
    const result = await evaluateWorkbook({
      workbookPath,
      outDir,
      outline,
      onProgress: progress.show,
    });
    progress.end();
    if (!result.ok) return refuse(result.problems);
    printNotices(result.notices);
    printResult(result.evaluation, outDir);
    return EXIT_DONE;
  },
};

const STAGE_NAMES: Readonly<Record<EvaluationStage, string>> = {
  read: '读取工作簿',
  evaluate: '计算指标和评分',
  report: '编制评价报告',
  write: '写出结果',
};

function refuse(problems: readonly InputProblem[]): number {
  const errors = problems.filter((problem) => problem.severity === 'error');
  for (const problem of errors) console.error(formatProblem(problem));
  printNotices(problems);
  console.error(`\n共${errors.length}处错误，请改正后重新评价；未写出任何文件。`);
  return EXIT_INVALID;
}

function printNotices(problems: readonly InputProblem[]): void {
  for (const problem of problems) {
    if (problem.severity === 'notice') console.error(`提示：${formatProblem(problem)}`);
  }
}

function printResult(evaluation: Evaluation, outDir: string): void {
  const { fund, totals, violations, findings } = evaluation;
  const branches = totals.level1.map((branch) => `${branch.name}${branch.score}`).join('、');
  console.log(
    `${fund.organization}${fund.year}年度“${fund.name}”：${totals.score}分，等级为${totals.grade}`,
  );
  console.log(
    `各部分得分：${branches}；违规${violations.length}条，问题与提示${findings.length}条`,
  );
  console.log(`已写出：${OUTPUT_FILES.map((name) => `\n  ${resolve(outDir, name)}`).join('')}`);
}
