import type { AppError } from '#core/app-error.ts';
import { explainWorkbookError } from '#features/fund-years/messages.ts';
import { POLICY_ERRORS } from '#features/policies/messages.ts';

import { POSTGRES_TEXTS } from '../texts/postgres-texts.ts';
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

const TEXTS: Readonly<Record<string, (params: AppError['params']) => string>> = {
  'output.not_a_folder': ({ path }) => `输出位置不是文件夹：${path}。请用 --out 另指定一个文件夹。`,
  'output.not_writable': ({ path, cause }) =>
    `无法写入：${path}（${cause}）。请检查文件夹权限，或关闭正在打开的结果文件后重试。未写出任何文件。`,
  'output.disk_full': ({ path }) =>
    `磁盘空间不足，无法写入：${path}。请清理磁盘后重试。未写出任何文件。`,
  'template.exists': ({ path }) =>
    `文件已存在：${path}。为避免覆盖已填写的内容，请换一个文件名，或加 --force 覆盖。`,
  'cli.missing_argument': ({ name }) => `缺少参数 ${name}。加 --help 查看用法。`,
  'cli.extra_argument': ({ value }) => `多余的参数“${value}”。加 --help 查看用法。`,
  'cli.not_an_option': ({ flag, value, options }) => `${flag} 不能是“${value}”，可选：${options}。`,
  'server.port_busy': ({ port }) =>
    `端口${port}已被占用。请换一个端口，例如：npm start -- --port ${Number(port) + 1}`,
  'server.port_forbidden': ({ port }) => `没有使用端口${port}的权限。请换一个1024以上的端口。`,
  'server.host_unknown': ({ host }) => `本机没有地址${host}。`,
  'server.not_a_port': ({ value }) => `端口应为0至65535的整数，不能是“${value}”。`,
  'evaluation.nothing_to_score': ({ year }) =>
    `${year}年度的记录中没有任何一项指标可以计分（基数均为零或不适用），不能评定等级。请核对工作簿是否填写完整。未写出任何文件。`,
  'policy.none_in_force': () => POLICY_ERRORS['policy.none_in_force'],
  'schema.unknown': ({ name }) => `没有名为“${name}”的数据格式。可用：evaluation。`,
};

/** An expected failure in words: what is wrong, where, and what to do. */
export function explainError(error: AppError): string {
  const text = TEXTS[error.code] ?? POSTGRES_TEXTS[error.code] ?? explainWorkbookError(error.code);
  return text === undefined ? `操作未完成（${error.code}）。` : text(error.params);
}
