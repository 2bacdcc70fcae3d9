import { generateKeyPairSync } from 'node:crypto';

import type { AuditEntry } from '#platform/audit-log/audit-entry.ts';
import { createAuditLog } from '#platform/audit-log/audit-log.ts';
import type { Database, DatabaseTransaction } from '#platform/database/open-database.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';

import { sealAudit } from './seal-audit.ts';
import type { SealResult } from './seal-audit.ts';

export const MAC_KEY = Buffer.alloc(32, 5);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
export const KEYS = { signingKey: privateKey, macKey: MAC_KEY };
export const PUBLIC_KEY = publicKey;
export const NOW = new Date('2026-03-02T02:00:00Z');

const log = createAuditLog(MAC_KEY);

export function anEntry(overrides: Partial<AuditEntry> = {}): AuditEntry {
  return {
    atMs: NOW.getTime(),
    accountId: null,
    accountName: '系统',
    unionId: null,
    action: 'union.renamed',
    subject: 'union',
    subjectId: '1',
    outcome: 'done',
    requestId: 'req-test',
    ip: null,
    reason: null,
    before: null,
    after: null,
    ...overrides,
  };
}

export async function append(
  transaction: DatabaseTransaction,
  overrides: Partial<AuditEntry> = {},
): Promise<void> {
  await log.append(transaction, anEntry(overrides));
}

export async function appendMany(database: Database, count: number): Promise<void> {
  await inTransaction(database, SYSTEM_SCOPE, async (transaction) => {
    for (let index = 0; index < count; index += 1) {
      await append(transaction, { subjectId: String(index), after: { name: `第${index}工会` } });
    }
  });
}

export async function seal(database: Database, limit?: number): Promise<SealResult> {
  return sealAudit(database, { ...KEYS, now: NOW, ...(limit === undefined ? {} : { limit }) });
}

/** Blocks of at most `limit` entries until nothing waits. */
export async function sealAll(database: Database, limit: number): Promise<void> {
  while ((await seal(database, limit)).sealedCount > 0);
}
