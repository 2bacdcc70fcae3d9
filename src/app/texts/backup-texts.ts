import type { ErrorParams } from '#core/app-error.ts';

/** Sentences for backing up, restoring, changing keys and removing the sample. */
export const BACKUP_TEXTS: Readonly<Record<string, (params: ErrorParams) => string>> = {
  'backup.exists': ({ path }) =>
    `文件已存在：${path}。为避免覆盖原有备份，请换一个文件名，或加 --force 覆盖。`,
  'backup.disk_full': ({ path }) => `磁盘空间不足，无法写出备份：${path}。请清理磁盘后重试。`,
  'backup.not_writable': ({ path, cause }) =>
    `无法写出备份：${path}（${cause}）。请检查文件夹是否存在、是否有写入权限。`,
  'backup.not_readable': ({ path, cause }) =>
    `无法读取备份文件：${path}（${cause}）。请核对文件路径和读取权限。`,
  'backup.not_a_backup': () => '文件不是本系统的备份。未写入任何内容。',
  'backup.newer_format': ({ format }) =>
    `备份的格式（第${format}版）比本程序新。请升级程序后再恢复。未写入任何内容。`,
  'backup.keys_missing': ({ keyIds }) =>
    `密钥文件与备份不符，缺少密钥：${keyIds}。请先把备份时的密钥文件放到本机（或用环境变量 SONGNUAN_KEY_FILE 指明），再恢复。未写入任何内容。`,
  'backup.damaged': () =>
    '备份文件已损坏：被改动、截断或拼接过。请改用另一份备份。未写入任何内容。',
  'backup.newer_program': ({ version, ownVersion }) =>
    `备份由更新的程序（${version}）写出，本程序为${ownVersion}。请升级程序后再恢复。未写入任何内容。`,
  'backup.foreign_migrations': ({ name }) =>
    `备份的数据库结构“${name}”与本程序不一致，无法恢复。请使用写出该备份的程序版本。未写入任何内容。`,
  'backup.foreign_tables': ({ names }) =>
    `数据库中有不属于本系统的数据表：${names}。备份和恢复要求数据库由本系统独用，请把这些表移到其他数据库。未写入任何内容。`,
  'backup.not_empty': ({ unions, accounts }) =>
    `只能恢复到空的系统，本系统已有${unions}个工会、${accounts}个账号。请另指定一个数据文件夹（环境变量 SONGNUAN_DATA）或一个空的数据库；如果都是样例数据，可先执行 remove-sample。未写入任何内容。`,
  'backup.rows_differ': ({ table, rowCount, expected }) =>
    `恢复后核对不符：数据表“${table}”应有${expected}行，现有${rowCount}行，或内容不同。已全部撤销，请检查磁盘和数据库服务器后重试。`,
  'backup.job_unfinished': () => '这项任务在备份时尚未完成，恢复后不再继续。请重新发起。',
  'rotation.keys_from_environment': () =>
    '密钥来自环境变量 SONGNUAN_KEYS，程序无法更换。请改用密钥文件（SONGNUAN_KEY_FILE）后再更换密钥。',
  'rotation.unreadable': ({ count, places }) =>
    `新密钥已启用，但有${count}处内容无法用现有密钥读取，保持原样：${places}。请核对密钥文件是否完整，补齐后执行 rotate-keys --continue。`,
  'sample.none': () => '系统中没有样例数据。',
  'sample.not_confirmed': ({ unions, accounts }) =>
    `将删除样例地区的${unions}个工会、${accounts}个账号及其全部数据，不能撤销（审计日志保留）。确认删除请加 --yes。`,
  'sample.in_use': ({ names, count }) =>
    `样例地区下有${count}个不是样例的工会或账号：${names}。请先把它们移到其他工会，再删除样例。未删除任何内容。`,
};

/** Chinese names of these audit actions. */
export const OPERATION_ACTION_LABELS: Readonly<Record<string, string>> = {
  'backup.written': '备份',
  'backup.restored': '从备份恢复',
  'keys.added': '新增密钥',
  'keys.applied': '用新密钥重新加密',
  'sample.removed': '删除样例数据',
  'sample.cases_added': '转录样例年度的申请',
};
