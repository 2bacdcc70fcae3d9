import type { ErrorParams } from '#core/app-error.ts';

const OTHER_DATA = '或用环境变量 SONGNUAN_DATA 另指定一个数据文件夹';
const OTHER_SERVER = '也可用环境变量 DATABASE_URL 指定一个已有的 PostgreSQL（15或以上）。';

/** Why the built-in database does not start: what is wrong, where, and what to do. */
export const POSTGRES_TEXTS: Readonly<Record<string, (params: ErrorParams) => string>> = {
  'postgres.no_package': ({ platform }) =>
    `没有适用于本机（${platform}）的内置数据库。如果安装依赖时略过了可选包（--omit=optional），请重新安装；${OTHER_SERVER}`,
  'postgres.not_runnable': ({ program, cause }) =>
    `内置数据库的程序无法运行：${program}（${cause}）。请检查文件权限、磁盘是否禁止运行程序（noexec），以及系统是否为常见的 Linux、macOS 或 Windows；${OTHER_SERVER}`,
  'postgres.account_refused': ({ account }) =>
    `不能以系统账号“${account}”启动内置数据库：当前环境不允许切换账号。请改用普通账号启动本程序；${OTHER_SERVER}`,
  'postgres.account_unknown': ({ uid }) =>
    `当前系统账号（编号${uid}）没有登记名称，内置数据库无法启动。请改用已登记的账号启动本程序；${OTHER_SERVER}`,
  'postgres.no_account': ({ names }) =>
    `数据库不能以 root 运行，系统中又没有可用的账号（${names}）。请建立账号：useradd --system songnuan，或改用普通账号启动本程序。`,
  'postgres.folder_of_other_account': ({ path }) =>
    `数据文件夹属于另一个系统账号：${path}。请用建立它的账号启动本程序，${OTHER_DATA}。`,
  'postgres.folder_not_writable': ({ path, cause }) =>
    `数据文件夹无法写入：${path}（${cause}）。请检查文件夹权限，${OTHER_DATA}。`,
  'postgres.folder_unreachable': ({ folder, account }) =>
    `数据库不能以 root 运行，将使用系统账号“${account}”，但该账号不能进入文件夹：${folder}。请把程序移到其他位置，改用普通账号启动，${OTHER_DATA}（例如 /var/lib/songnuan）。`,
  'postgres.disk_full': ({ path }) => `磁盘空间不足，数据库无法写入：${path}。请清理磁盘后重试。`,
  'postgres.other_version': ({ path, found, needed }) =>
    `数据文件夹由 PostgreSQL ${found} 建立，本程序内置的是 PostgreSQL ${needed}：${path}。请用原来的程序版本备份（songnuan backup），再用本程序恢复到新的数据文件夹。`,
  'postgres.socket_path_too_long': ({ path, limit }) =>
    `路径过长，系统最多允许${limit}字节：${path}。请把环境变量 TMPDIR 设为较短的文件夹，${OTHER_DATA}。`,
  'postgres.socket_folder_taken': ({ path }) =>
    `数据库的通信文件夹被占用或权限不当：${path}。它应只属于运行数据库的账号。请核实后删除，再重新启动。`,
  'postgres.access_refused': ({ host }) =>
    `正在运行的数据库拒绝了本程序的连接：${host}。它可能由其他程序启动，请先停止它再重试。`,
  'postgres.create_failed': ({ path, lines }) =>
    `未能建立数据库：${path}。数据库程序的输出：\n${lines}`,
  'postgres.start_failed': ({ path, lines }) =>
    `数据库未能启动。日志在 ${path}，最后几行：\n${lines}`,
  'postgres.no_answer': ({ pid, path }) =>
    `数据库没有回应。数据文件夹 ${path} 记录的进程编号为${pid}，请检查该进程；如果它不是数据库，请删除其中的 postmaster.pid 后重试。`,
};
