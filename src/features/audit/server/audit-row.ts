import { z } from 'zod';

import { AuditDetail } from '../contract.ts';
import type { AuditRow } from '../contract.ts';

/** Chinese names of actions. */
export type Labels = Readonly<Record<string, string>>;

const { outcome, before } = AuditDetail.shape;

/** The stored text; what is absent was null. */
export const StoredEntry = z.object({
  atMs: z.number(),
  accountId: z.number().nullable().default(null),
  accountName: z.string().default(''),
  unionId: z.number().nullable().default(null),
  action: z.string(),
  subject: z.string().nullable().default(null),
  subjectId: z.string().nullable().default(null),
  outcome,
  requestId: z.string().default(''),
  ip: z.string().nullable().default(null),
  reason: z.string().nullable().default(null),
  before: before.default(null),
  after: before.default(null),
});
export type StoredEntry = z.output<typeof StoredEntry>;

export interface EntryRecord {
  readonly id: number;
  readonly body: string;
  readonly unionName: string | null;
  /** Null once a block has sealed the entry. */
  readonly queuedId: number | null;
}

export function readStoredEntry(body: string): StoredEntry {
  return StoredEntry.parse(JSON.parse(body));
}

export function toAuditRow(record: EntryRecord, labels: Labels): AuditRow {
  const entry = readStoredEntry(record.body);
  return {
    id: record.id,
    at: new Date(entry.atMs).toISOString(),
    accountId: entry.accountId,
    accountName: entry.accountName,
    unionId: entry.unionId,
    unionName: record.unionName,
    action: entry.action,
    actionLabel: labels[entry.action] ?? entry.action,
    subject: entry.subject,
    subjectId: entry.subjectId,
    outcome: entry.outcome,
    reason: entry.reason,
    isSealed: record.queuedId === null,
  };
}
