import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { AppError } from '#core/app-error.ts';
import { sampleYear } from '#features/fund-years/rules/sample-year.ts';
import { BUILT_IN_FRAMEWORKS } from '#features/indicators/rules/built-in-frameworks.ts';
import type { BuiltInFramework } from '#features/indicators/rules/built-in-frameworks.ts';

import type { Command } from './command.ts';
import { EXIT_DONE } from './exit-codes.ts';
import { onePositional, oneOf } from './positionals.ts';

const HELP = `用法：npm run songnuan -- template <文件.xlsx> [--sample | --framework 23|2020] [--force]

写出年度工作簿模板：填写说明、十三张工作表、必填列加 * 号、下拉选项、文本格式的号码列。

  --sample           写出2023年度样例数据（人员均为虚构）
  --framework 23     预填“投入、过程、产出、效益”23项指标及其要素，供修改
  --framework 2020   预填“决策、过程、产出、效益”17项指标及其要素，供修改
  --force            文件已存在时覆盖
  --help             显示本说明`;

export const templateCommand: Command = {
  name: 'template',
  summary: '写出空白的年度工作簿模板，或样例年度的工作簿',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        sample: { type: 'boolean', default: false },
        framework: { type: 'string' },
        force: { type: 'boolean', default: false },
      },
    });
    const path = resolve(onePositional(positionals, '<文件.xlsx>'));
    if (!values.force && (await exists(path))) {
      throw new AppError('conflict', 'template.exists', { path });
    }
    const { writeYearWorkbook } =
      await import('#features/fund-years/server/commands/write-year-workbook.ts');
    await writeYearWorkbook(path, {
      ...(values.sample ? { records: sampleYear() } : {}),
      ...frameworkOption(values.framework),
    });
    console.log(`已写出：${path}`);
    return EXIT_DONE;
  },
};

function frameworkOption(value: string | undefined): { framework?: BuiltInFramework } {
  if (value === undefined) return {};
  return { framework: BUILT_IN_FRAMEWORKS[oneOf(value, ['23', '2020'], '--framework')] };
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    // Not there, or not to be seen; writing will tell which.
    return false;
  }
}
