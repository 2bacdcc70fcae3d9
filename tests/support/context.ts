import { createAuditLog } from '#platform/audit-log/audit-log.ts';
import { SYSTEM_ACTOR } from '#platform/context.ts';
import type { Actor, Context } from '#platform/context.ts';
import type { Database } from '#platform/database/open-database.ts';
import { inContext } from '#platform/in-context.ts';

export const TEST_MAC_KEY = Buffer.alloc(32, 7);

/** The moment at which tests act unless they say otherwise. */
export const TEST_NOW = new Date('2026-03-02T02:00:00Z');

/** Runs a command or query as the given actor, in one transaction under that actor's scope. */
export async function asActor<Result>(
  database: Database,
  actor: Partial<Actor>,
  work: (context: Context) => Promise<Result>,
  now: Date = TEST_NOW,
): Promise<Result> {
  const facts = {
    actor: { ...SYSTEM_ACTOR, ...actor },
    now,
    requestId: 'req-test',
    ip: '127.0.0.1',
    userAgent: 'test',
  };
  const declared = { action: 'test.action', subject: 'test' };
  return inContext({ database, auditLog: createAuditLog(TEST_MAC_KEY) }, facts, work, declared);
}
