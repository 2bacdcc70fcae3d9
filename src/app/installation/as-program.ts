import type { AuditLog } from '#platform/audit-log/audit-log.ts';
import { SYSTEM_ACTOR } from '#platform/context.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database/open-database.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';

export interface ProgramServices {
  readonly database: Database;
  readonly auditLog: AuditLog;
  readonly now: () => Date;
}

/** Work of the program itself, in one transaction over the whole tree; its notes name their action. */
export function asProgram<Result>(
  { database, auditLog, now }: ProgramServices,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const moment = now();
  return inTransaction(database, SYSTEM_SCOPE, (transaction) =>
    work({
      transaction,
      actor: SYSTEM_ACTOR,
      now: moment,
      requestId: 'program',
      ip: null,
      userAgent: null,
      record: ({ action, subject = null, subjectId, ...note }) => {
        if (action === undefined) throw new Error('work of the program names its audit action');
        return auditLog.append(transaction, {
          atMs: moment.getTime(),
          accountId: null,
          accountName: SYSTEM_ACTOR.name,
          unionId: note.unionId ?? null,
          action,
          subject,
          subjectId: subjectId === null ? null : String(subjectId),
          outcome: note.outcome ?? 'done',
          requestId: 'program',
          ip: null,
          reason: note.reason ?? null,
          before: note.before ?? null,
          after: note.after ?? null,
        });
      },
    }),
  );
}
