import type { AppError } from '#core/app-error.ts';

import { explain } from '../explain.ts';
import type { Command } from './command.ts';

export function USAGE(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    '送暖：困难职工帮扶资金的管理与绩效评价',
    '',
    '用法：npm run songnuan -- <命令> [参数]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width + 2)}${command.summary}`),
    '',
    '每个命令加 --help 查看说明。',
    '退出码：0 完成；1 程序错误；2 输入有误；3 无权限；4 未找到；5 冲突；6 暂不可用',
  ].join('\n');
}

/** An expected failure in words: what is wrong, where, and what to do. */
export function explainError(error: AppError): string {
  return explain(error.code, error.params);
}
