import type { ErrorParams } from '#core/app-error.ts';
import type { NoticeTexts } from '#features/notices/messages.ts';

import type { LogFault, Verification } from './rules/log-fault.ts';

type Labels = Readonly<Record<string, string>>;

interface Traced {
  readonly atMs: number | null;
  readonly action: string | null;
}

/** Chinese names of this feature's own actions; each feature has such a record. */
export const AUDIT_ACTION_LABELS: Labels = {
  'access.refused': '拒绝访问',
  'audit.exported': '导出审计日志',
  'audit.verified': '验证审计日志',
};

export const OUTCOME_LABELS = { done: '成功', refused: '拒绝', failed: '失败' } as const;

export const AUDIT_ERRORS = {
  'audit.entry_unknown': '没有这条审计日志，或者您无权查看。',
  'audit.file_unreadable': '无法读取审计日志文件，请核对文件路径。',
  'audit.file_malformed': '文件不是本系统导出的审计日志，或者已经残缺。',
  'audit.public_key_malformed': '公钥文件无效：应为PEM格式的Ed25519公钥。',
  'audit.head_malformed': '封存摘要应为64位十六进制数字。',
} as const;

export const AUDIT_NOTICE_TEXTS = {
  'audit.forged': (params) =>
    `${explainForgery(params)}请立即核查数据库的访问情况，并验证整份日志。`,
} satisfies NoticeTexts;

/** For a group in which not everybody may see the log. */
export function toForgeryAlarm(params: ErrorParams): { subject: string; text: string } {
  return {
    subject: '送暖：安全告警',
    text: `【送暖安全告警】${explainForgery(params)}请审计管理员登录送暖核查。`,
  };
}

function explainForgery({ count = '', ids = '' }: ErrorParams): string {
  return `审计日志中发现${count}条不是本系统写入的记录（编号${ids}）。`;
}

/** What is wrong, in one sentence. @param labels Chinese names of actions; others stand as they are. */
export function explainFault(fault: LogFault, labels: Labels = {}): string {
  switch (fault.kind) {
    case 'entry_changed':
      return `第${fault.entryId}号记录${trace(fault, labels)}被改动：内容与第${fault.blockNo}块封存的摘要不符。`;
    case 'entry_removed':
      return `第${fault.entryId}号记录被删除：第${fault.blockNo}块封存过它，现已不存在。`;
    case 'entry_unsealed':
      return `第${fault.entryId}号记录${trace(fault, labels)}来历不明：没有任何封存块包含它，也不在待封存之列（绕过系统添加，或封存它的块被删除）。`;
    case 'entry_forged':
      return `第${fault.entryId}号记录${trace(fault, labels)}不是本系统写入的：校验码不符。`;
    case 'block_missing':
      return `第${fault.blockNo}块缺失。`;
    case 'block_unlinked':
      return `第${fault.blockNo}块与前一块不衔接。`;
    case 'block_changed':
      return `第${fault.blockNo}块被改动：摘要与内容不符。`;
    case 'block_unsigned':
      return `第${fault.blockNo}块的签名无效：被改动，或由另一把密钥签署。`;
    case 'head_missing':
      return `没有摘要为${fault.digest}的封存块：末尾被截去，或者不是同一份日志。`;
  }
}

export function explainVerification(result: Verification, labels: Labels = {}): string {
  const counts = `共${result.entryCount}条记录、${result.blockCount}个封存块`;
  if (result.fault !== undefined)
    return `审计日志验证未通过：${explainFault(result.fault, labels)}${counts}。`;
  const queued = result.queuedCount > 0 ? `，其中${result.queuedCount}条尚待封存` : '';
  const withheld =
    result.withheldCount > 0 ? `，${result.withheldCount}条只有摘要、内容未随文件导出` : '';
  return `审计日志完整：${counts}${queued}${withheld}。`;
}

function trace({ atMs, action }: Traced, labels: Labels): string {
  const parts = [
    atMs === null ? '' : toChinaTime(atMs),
    labels[action ?? ''] ?? action ?? '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `（${parts.join('，')}）`;
}

const CHINA_OFFSET_MS = 28_800_000;
const LAST_MS = 8_000_000_000_000_000;

/** `2026-03-02 10:00:00` in China; what a tampered entry claims may be no time at all. */
export function toChinaTime(ms: number): string {
  if (Math.abs(ms) > LAST_MS) return '';
  return new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
