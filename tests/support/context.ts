import { createAuditLog } from '#platform/audit-log/audit-log.ts';
import { SYSTEM_ACTOR } from '#platform/context.ts';
import type { Actor, Context } from '#platform/context.ts';
import type { Database } from '#platform/database/open-database.ts';
import { inTransaction } from '#platform/database/transaction.ts';

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
  const full: Actor = { ...SYSTEM_ACTOR, ...actor };
  const scope = { roots: full.scopeRoots, accountId: full.accountId };
  const log = createAuditLog(TEST_MAC_KEY);
  return inTransaction(database, scope, (transaction) =>
    work({
      transaction,
      actor: full,
      now,
      requestId: 'req-test',
      ip: '127.0.0.1',
      userAgent: 'test',
      record: (note) =>
        log.append(transaction, {
          atMs: now.getTime(),
          accountId: full.accountId,
          accountName: full.name,
          unionId: note.unionId === undefined ? full.unionId : note.unionId,
          action: note.action ?? 'test.action',
          subject: note.subject ?? null,
          subjectId: note.subjectId === null ? null : String(note.subjectId),
          outcome: note.outcome ?? 'done',
          requestId: 'req-test',
          ip: '127.0.0.1',
          reason: note.reason ?? null,
          before: note.before ?? null,
          after: note.after ?? null,
        }),
    }),
  );
}
