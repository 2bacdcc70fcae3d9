import type { ErrorParams } from '#core/app-error.ts';

/** Sentences for failures of commands and of the files they write. */
export const CLI_TEXTS: Readonly<Record<string, (params: ErrorParams) => string>> = {
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
  'schema.unknown': ({ name }) => `没有名为“${name}”的数据格式。可用：evaluation。`,
};
