import type { AuditLog } from '../audit-log/audit-log.ts';
import type { Actor, Context } from '../context.ts';
import type { DatabaseTransaction } from '../database/open-database.ts';

interface JobTransaction {
  readonly transaction: DatabaseTransaction;
  readonly actor: Actor;
  readonly jobId: string;
}

/** What a command is given when a job calls it; the audit log names the job as the request. */
export function jobContext(
  { auditLog, now }: { readonly auditLog: AuditLog; readonly now: () => Date },
  { transaction, actor, jobId }: JobTransaction,
): Context {
  const at = now();
  const requestId = `job-${jobId}`;
  return {
    transaction,
    actor,
    now: at,
    requestId,
    ip: null,
    userAgent: null,
    record: async (note) => {
      if (note.action === undefined) throw new Error('an audit entry of a job needs an action');
      await auditLog.append(transaction, {
        atMs: at.getTime(),
        accountId: actor.accountId,
        accountName: actor.name,
        unionId: note.unionId === undefined ? actor.unionId : note.unionId,
        action: note.action,
        subject: note.subject ?? null,
        subjectId: note.subjectId === null ? null : String(note.subjectId),
        outcome: note.outcome ?? 'done',
        requestId,
        ip: null,
        reason: note.reason ?? null,
        before: note.before ?? null,
        after: note.after ?? null,
      });
    },
  };
}
