import { z } from 'zod';

import { AuditDetail } from '../contract.ts';
import type { AuditRow } from '../contract.ts';

/** Chinese names of actions. */
export type Labels = Readonly<Record<string, string>>;

/** What codes in the log mean to people; what nothing is known of stands as it is. */
export interface AuditWords {
  readonly labels: Labels;
  /** The sentence of a refusal's code. */
  readonly explainReason?: (code: string) => string | undefined;
  /** What a route is for. */
  readonly nameRoute?: (name: string) => string | undefined;
}

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

export function toAuditRow(record: EntryRecord, words: AuditWords): AuditRow {
  const entry = readStoredEntry(record.body);
  const { reason, subject, subjectId } = entry;
  return {
    id: record.id,
    at: new Date(entry.atMs).toISOString(),
    accountId: entry.accountId,
    accountName: entry.accountName,
    unionId: entry.unionId,
    unionName: record.unionName,
    action: entry.action,
    actionLabel: words.labels[entry.action] ?? entry.action,
    subject,
    subjectId:
      subject === 'route' && subjectId !== null
        ? (words.nameRoute?.(subjectId) ?? subjectId)
        : subjectId,
    outcome: entry.outcome,
    reason: reason === null ? null : (words.explainReason?.(reason) ?? reason),
    isSealed: record.queuedId === null,
  };
}
