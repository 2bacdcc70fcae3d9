import type { RouteContract } from '#core/route-contract.ts';

import type { AuditLog } from '../audit-log/audit-log.ts';
import { toAuditEntry } from '../audit-log/to-audit-entry.ts';
import type { Database } from '../database/open-database.ts';
import { inTransaction, SYSTEM_SCOPE } from '../database/transaction.ts';
import type { ContextFacts } from '../in-context.ts';

export interface Refusal {
  readonly route: RouteContract;
  readonly facts: ContextFacts;
  /** Why, as the answer says it. */
  readonly code: string;
}

interface RefusalLog {
  readonly database: Database;
  readonly auditLog: AuditLog;
}

const QUIET_MS = 60_000;
const MAX_REMEMBERED = 10_000;
const lastRecorded = new Map<string, number>();

/**
 * Writes a refused access to the audit log, in a transaction of its own: the same sender at the same
 * route once a minute, so that a page left open, or someone hammering at the door, does not bury
 * everything else.
 */
export async function recordRefusal(
  { database, auditLog }: RefusalLog,
  { route, facts, code }: Refusal,
): Promise<void> {
  const sender = facts.actor.accountId ?? facts.ip;
  const key = `${sender} ${route.name} ${code}`;
  const nowMs = facts.now.getTime();
  if (nowMs - (lastRecorded.get(key) ?? 0) < QUIET_MS) return;
  if (lastRecorded.size >= MAX_REMEMBERED) lastRecorded.clear();
  lastRecorded.set(key, nowMs);
  const entry = toAuditEntry(
    {
      action: 'access.refused',
      subject: 'route',
      subjectId: route.name,
      outcome: 'refused',
      reason: code,
    },
    facts,
  );
  await inTransaction(database, SYSTEM_SCOPE, (transaction) => auditLog.append(transaction, entry));
}
