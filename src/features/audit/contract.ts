import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

import { Verification } from './rules/log-fault.ts';

const Outcome = z.enum(['done', 'refused', 'failed']);
const Instant = z.iso.datetime({ offset: true });
const Facts = z.record(z.string(), z.unknown());

export const AuditFilter = z.object({
  from: Instant.optional().describe('起（含）'),
  before: Instant.optional().describe('止（不含）'),
  accountName: z.string().trim().min(1).max(60).optional().describe('操作人姓名中的文字'),
  accountId: z.coerce.number().int().positive().optional(),
  action: z.string().min(1).max(80).optional(),
  subject: z.string().min(1).max(80).optional(),
  subjectId: z.string().min(1).max(200).optional(),
  outcome: Outcome.optional(),
  unionId: z.coerce.number().int().positive().optional().describe('该工会及其下级'),
  reasonText: z.string().trim().min(1).max(100).optional().describe('原因中的文字'),
});
export type AuditFilter = z.output<typeof AuditFilter>;

export const AuditListQuery = AuditFilter.extend({
  after: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type AuditListQuery = z.output<typeof AuditListQuery>;

export const AuditRow = z.object({
  id: z.number().int(),
  at: z.string(),
  accountId: z.number().int().nullable(),
  accountName: z.string(),
  unionId: z.number().int().nullable(),
  unionName: z.string().nullable(),
  action: z.string(),
  actionLabel: z.string(),
  subject: z.string().nullable(),
  subjectId: z.string().nullable(),
  outcome: Outcome,
  reason: z.string().nullable(),
  isSealed: z.boolean(),
});
export type AuditRow = z.output<typeof AuditRow>;

export const AuditList = z.object({
  /** The newest first. */
  items: z.array(AuditRow),
  next: z.string().nullable(),
  /** Null when there are more than 10,000. */
  total: z.number().int().nullable(),
});
export type AuditList = z.output<typeof AuditList>;

export const AuditDetail = AuditRow.extend({
  requestId: z.string(),
  ip: z.string().nullable(),
  before: Facts.nullable(),
  after: Facts.nullable(),
  /** Before and after are business data and were left out; `audit.getBusiness` shows them. */
  isFactsHidden: z.boolean(),
  /** SHA-256 of the stored text. */
  digest: z.string(),
});
export type AuditDetail = z.output<typeof AuditDetail>;

export const AuditAction = z.object({ action: z.string(), label: z.string() });
export type AuditAction = z.output<typeof AuditAction>;

export const AuditBlock = z.object({
  no: z.number().int(),
  sealedAt: z.string(),
  entryCount: z.number().int(),
  digest: z.string(),
});
export type AuditBlock = z.output<typeof AuditBlock>;

const BlockList = z.object({ items: z.array(AuditBlock), next: z.string().nullable() });

const PublicKey = z.object({
  /** SPKI as PEM; the file that `songnuan verify --public-key` takes. */
  pem: z.string(),
  /** SHA-256 of its DER form. */
  fingerprint: z.string(),
});

const EntryId = z.object({ id: z.coerce.number().int().positive() });
const Reason = z.string().trim().min(4).max(200);
const UNAUDITED = {
  unaudited: 'reading the log changes nothing, and an entry a page would bury it',
};
const EXPORTED = { action: 'audit.exported', subject: 'audit_log' };

const ROW: AuditRow = {
  id: 1024,
  at: '2026-03-02T02:00:00.000Z',
  accountId: 7,
  accountName: '李安全',
  unionId: 1,
  unionName: '增城区总工会',
  action: 'role.granted',
  actionLabel: '授予角色',
  subject: 'role_assignment',
  subjectId: '31',
  outcome: 'done',
  reason: '岗位调整',
  isSealed: true,
};
const DETAIL: AuditDetail = {
  ...ROW,
  requestId: 'req-1',
  ip: '10.0.0.8',
  before: null,
  after: { role: 'town_officer', unionId: 12 },
  isFactsHidden: false,
  digest: 'ab'.repeat(32),
};
const BLOCK: AuditBlock = {
  no: 88,
  sealedAt: '2026-03-02T02:00:01.000Z',
  entryCount: 12,
  digest: 'cd'.repeat(32),
};
const VERIFICATION: Verification = {
  ok: true,
  entryCount: 1024,
  blockCount: 88,
  queuedCount: 0,
  withheldCount: 0,
  keyFingerprint: 'ef'.repeat(32),
  head: { blockNo: 88, digest: BLOCK.digest, sealedAtMs: 1_772_416_801_000 },
};

/**
 * The log is written by every other route; these only read it. Exports are answered as a file while it
 * is being made, so they are asked for without an idempotency key.
 */
export const AUDIT_ROUTES = {
  list: defineRoute({
    name: 'audit.list',
    method: 'GET',
    path: '/api/audit/entries',
    summary: '查询审计日志',
    access: 'audit.read',
    audit: UNAUDITED,
    query: AuditListQuery,
    reply: AuditList,
    example: { items: [ROW], next: null, total: 1 },
  }),
  get: defineRoute({
    name: 'audit.get',
    method: 'GET',
    path: '/api/audit/entries/:id',
    summary: '查看一条审计日志（不含业务数据）',
    access: 'audit.read',
    audit: UNAUDITED,
    params: EntryId,
    reply: AuditDetail,
    example: DETAIL,
  }),
  getBusiness: defineRoute({
    name: 'audit.getBusiness',
    method: 'GET',
    path: '/api/audit/business-entries/:id',
    summary: '查看一条审计日志（含业务数据）',
    access: 'audit.read_business',
    audit: UNAUDITED,
    params: EntryId,
    reply: AuditDetail,
    example: DETAIL,
  }),
  listActions: defineRoute({
    name: 'audit.listActions',
    method: 'GET',
    path: '/api/audit/actions',
    summary: '审计动作名称',
    access: 'audit.read',
    audit: UNAUDITED,
    reply: z.object({ items: z.array(AuditAction) }),
    example: { items: [{ action: 'role.granted', label: '授予角色' }] },
  }),
  listBlocks: defineRoute({
    name: 'audit.listBlocks',
    method: 'GET',
    path: '/api/audit/blocks',
    summary: '封存块及其摘要（供抄存）',
    access: 'audit.read',
    audit: UNAUDITED,
    query: z.object({
      after: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(10).max(200).default(50),
    }),
    reply: BlockList,
    example: { items: [BLOCK], next: null },
  }),
  getPublicKey: defineRoute({
    name: 'audit.getPublicKey',
    method: 'GET',
    path: '/api/audit/public-key',
    summary: '验证审计日志所用的公钥',
    access: 'audit.read',
    audit: UNAUDITED,
    reply: PublicKey,
    example: {
      pem: '-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n',
      fingerprint: 'ef'.repeat(32),
    },
  }),
  verify: defineRoute({
    name: 'audit.verify',
    method: 'POST',
    path: '/api/audit/verification',
    summary: '验证整份审计日志',
    access: 'audit.verify',
    audit: { action: 'audit.verified', subject: 'audit_log' },
    body: z.object({
      head: z
        .string()
        .regex(/^[0-9a-fA-F]{64}$/)
        .optional(),
    }),
    reply: Verification,
    example: VERIFICATION,
    perMinute: 6,
  }),
  exportSheet: defineRoute({
    name: 'audit.exportSheet',
    method: 'POST',
    path: '/api/audit/sheet',
    summary: '导出审计日志（Excel，按查询条件）',
    access: 'audit.export',
    audit: EXPORTED,
    body: z.object({ reason: Reason, filter: AuditFilter.default({}) }),
    reply: z.unknown(),
    example: 'songnuan-audit.xlsx',
    perMinute: 6,
    isRaw: true,
  }),
  exportLog: defineRoute({
    name: 'audit.exportLog',
    method: 'POST',
    path: '/api/audit/log',
    summary: '导出可离线验证的审计日志（业务数据只留摘要）',
    access: 'audit.export',
    audit: EXPORTED,
    body: z.object({ reason: Reason }),
    reply: z.unknown(),
    example: 'songnuan-audit.jsonl.gz',
    perMinute: 6,
    isRaw: true,
  }),
  exportBusinessLog: defineRoute({
    name: 'audit.exportBusinessLog',
    method: 'POST',
    path: '/api/audit/business-log',
    summary: '导出可离线验证的审计日志（含业务数据）',
    access: 'audit.read_business',
    audit: EXPORTED,
    body: z.object({ reason: Reason }),
    reply: z.unknown(),
    example: 'songnuan-audit.jsonl.gz',
    perMinute: 6,
    isRaw: true,
  }),
};
