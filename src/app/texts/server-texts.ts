import type { ErrorParams } from '#core/app-error.ts';

/** Sentences for failures of the server itself; those of a feature are in its messages.ts. */
export const SERVER_TEXTS: Readonly<Record<string, (params: ErrorParams) => string>> = {
  'session.required': () => '尚未登录，或登录已过期。请登录后再试。',
  'session.password_change_required': () => '请先修改密码，再使用其他功能。',
  'session.second_factor_required': () => '您的角色须使用两步验证。请先完成两步验证。',
  'access.permission_missing': () =>
    '您的角色没有这项权限。如确需使用，请联系安全管理员授予相应角色。',
  'request.foreign_origin': () => '请求来自其他网站，已拒绝。请从本系统的页面操作。',
  'request.token_missing': () => '页面已失效，请刷新页面后再提交。',
  'request.key_malformed': () =>
    '请求标识（Idempotency-Key）须为8至100位字母、数字、下划线或连字符。',
  'request.key_reused': () => '同一请求标识已用于另一项操作。请刷新页面后重新提交。',
  'request.invalid': () => '填写的内容有误，请按提示改正后再提交。',
  'request.cursor_malformed': () => '翻页位置有误，请回到第一页重新查询。',
  'upload.file_missing': () => '没有收到文件，请选择文件后重新上传。',
  'request.too_large': () => '提交的内容过大，请减小后再试。',
  'request.type_unknown': () => '提交的内容格式不受支持。',
  'request.too_many': () => '操作过于频繁，请稍等一分钟再试。',
  'server.bug': () => '系统出现意外错误，本次操作未保存。请把请求编号告诉系统管理员。',
  'server.path_unknown': () => '没有这个地址。请从菜单重新进入。',
  'server.foreign_host': () => '访问地址与本机不符，已拒绝。请使用启动时显示的地址。',
  'database.unreachable': () => '暂时连接不上数据库，本次操作未保存。请稍后再试。',
  'database.read_only': () =>
    '数据库目前只能读取（可能正在切换或维护），本次操作未保存。请稍后再试；如果一直如此，请联系系统管理员。',
  'database.busy': () => '当前使用的人较多，数据库来不及处理，本次操作未保存。请稍后再试。',
  'database.outcome_unknown': () =>
    '提交时与数据库的连接中断，无法确认是否已保存。请刷新页面查看，确认未保存后再提交。',
  'database.too_new': ({ name }) =>
    `数据库由更新版本的程序建立（含“${name}”）。请升级程序后再启动。`,
  'database.foreign_migrations': ({ name, own }) =>
    `数据库的结构记录“${name}”与本程序的“${own}”不一致。请使用建立该数据库的程序版本，或从备份恢复。`,
  'database.too_old_server': ({ major, oldest }) =>
    `数据库服务器版本为${major}，须为${oldest}或以上。请升级PostgreSQL。`,
  'database.role_missing': ({ role }) =>
    `数据库账号不能建立或换用角色“${role}”。请由数据库管理员执行：create role ${role} login;（已有时略去）grant ${role} to <DATABASE_URL中的账号>;`,
};
