import { ROLE_NAMES, UNION_LEVEL_NAMES } from '#features/accounts/messages.ts';

/** What an entry is about, in words; features name their subjects in their contracts. */
export const SUBJECT_NAMES: Readonly<Record<string, string>> = {
  account: '账号',
  union: '工会',
  setting: '参数',
  attachment: '附件',
  evaluation_file: '评价文件',
  job: '后台任务',
  outbox_message: '外发消息',
  audit_log: '审计日志',
  role_assignment: '角色',
  route: '接口',
  installation: '系统',
};

/** Names of what entries hold before and after; a key without one is shown as it is. */
const FACT_NAMES: Readonly<Record<string, string>> = {
  accountId: '账号编号',
  after: '继续位置',
  attempt: '第几次发送',
  code: '工会编码',
  closedOn: '撤销日期',
  contactName: '联系人',
  count: '数量',
  createCount: '新建数',
  creditCode: '统一社会信用代码',
  digest: '摘要',
  disabledAt: '停用时间',
  displayName: '姓名',
  document: '依据文件',
  ended: '已结束登录数',
  endedSessions: '已结束登录数',
  entryCount: '记录数',
  blockCount: '封存块数',
  queuedCount: '待封存数',
  withheldCount: '未随文件导出数',
  keyFingerprint: '公钥指纹',
  head: '末块',
  fault: '发现的问题',
  ok: '是否完整',
  error: '失败原因',
  fileName: '文件名',
  filter: '查询条件',
  foundedOn: '成立日期',
  from: '起始日期',
  hasContactPhone: '登记了联系电话',
  hasNewContactPhone: '更换了联系电话',
  hasPhone: '登记了手机号',
  issuer: '统一身份平台',
  kind: '任务种类',
  lastReason: '上次失败原因',
  level: '层级',
  mail: '邮箱',
  means: '验证方式',
  memberCount: '会员数',
  mode: '方式',
  name: '名称',
  parentCode: '上级工会编码',
  parentId: '上级工会编号',
  parentName: '上级工会',
  phone: '手机号',
  regionCode: '行政区划代码',
  role: '角色',
  search: '名称或编码',
  below: '所属工会编号',
  skippedCount: '跳过行数',
  source: '数据来源',
  state: '状态',
  subject: '对象',
  subjectId: '对象编号',
  unchangedCount: '未变行数',
  unionId: '工会编号',
  updateCount: '更新数',
  username: '用户名',
  validFrom: '生效日期',
  validTo: '终止日期',
  value: '参数值',
  withBusiness: '含业务数据',
  workerCount: '职工数',
  year: '年度',
};

/** Codes that stand as values, whichever key they stand under. */
const VALUE_NAMES: Readonly<Record<string, string>> = {
  ...ROLE_NAMES,
  ...UNION_LEVEL_NAMES,
  ...SUBJECT_NAMES,
  all: '全部',
  all_or_nothing: '全部正确才导入',
  skip_faulty: '跳过有误的行',
  changed: '已更换',
  open: '存续',
  closed: '已撤销',
  waiting: '待发送',
  sending: '发送中',
  sent: '已发送',
  refused: '被拒绝',
  unknown: '结果不明',
  totp: '动态口令',
  recovery_code: '恢复码',
};

export function factName(key: string): string {
  return key
    .split('.')
    .map((part) => FACT_NAMES[part] ?? part)
    .join(' › ');
}

/** A single value in words; objects and lists are taken apart before. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  return Object.hasOwn(VALUE_NAMES, value) ? (VALUE_NAMES[value] ?? value) : value;
}
