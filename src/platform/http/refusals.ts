import type { FastifyRequest } from 'fastify';

import type { RouteContract } from '#core/route-contract.ts';

import type { AuditLog } from '../audit-log/audit-log.ts';
import type { Database } from '../database/open-database.ts';
import { inTransaction, SYSTEM_SCOPE } from '../database/transaction.ts';
import type { Session } from './session.ts';

export interface Refusal {
  readonly request: FastifyRequest;
  readonly session: Session | undefined;
  readonly now: Date;
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
 * Writes a refused access to the audit log: the same sender at the same route once a minute, so that a
 * page left open, or someone hammering at the door, does not bury everything else.
 */
export async function recordRefusal(
  { database, auditLog }: RefusalLog,
  route: RouteContract,
  { request, session, now, code }: Refusal,
): Promise<void> {
  const sender = session === undefined ? request.ip : String(session.accountId);
  const key = `${sender} ${route.name} ${code}`;
  const nowMs = now.getTime();
  if (nowMs - (lastRecorded.get(key) ?? 0) < QUIET_MS) return;
  if (lastRecorded.size >= MAX_REMEMBERED) lastRecorded.clear();
  lastRecorded.set(key, nowMs);
  await inTransaction(database, SYSTEM_SCOPE, (transaction) =>
    auditLog.append(transaction, {
      atMs: nowMs,
      accountId: session?.accountId ?? null,
      accountName: session?.accountName ?? '未登录',
      unionId: session?.unionId ?? null,
      action: 'access.refused',
      subject: 'route',
      subjectId: route.name,
      outcome: 'refused',
      requestId: request.id,
      ip: request.ip,
      reason: code,
      before: null,
      after: null,
    }),
  );
}
