import type { AuditLog } from './audit-log/audit-log.ts';
import { toAuditEntry } from './audit-log/to-audit-entry.ts';
import type { DeclaredAudit } from './audit-log/to-audit-entry.ts';
import type { Context } from './context.ts';
import type { Database } from './database/open-database.ts';
import { inTransaction } from './database/transaction.ts';

/** What is known of the work before its transaction opens. */
export type ContextFacts = Omit<Context, 'transaction' | 'record' | 'recordAll'>;

interface ContextServices {
  readonly database: Database;
  readonly auditLog: AuditLog;
}

/**
 * Runs commands and queries in one transaction under the actor's scope, with the audit entries they
 * write: a request, a job and the program itself all come through here. Work that lost a race is run
 * again, see `inTransaction`. `declared` stands in for the action and subject that a note does not name.
 */
export function inContext<Result>(
  { database, auditLog }: ContextServices,
  facts: ContextFacts,
  work: (context: Context) => Promise<Result>,
  declared?: DeclaredAudit,
): Promise<Result> {
  const { scopeRoots, accountId } = facts.actor;
  return inTransaction(database, { roots: scopeRoots, accountId }, (transaction) =>
    work({
      ...facts,
      transaction,
      record: (note) => auditLog.append(transaction, toAuditEntry(note, facts, declared)),
      recordAll: (notes) =>
        auditLog.appendAll(
          transaction,
          notes.map((note) => toAuditEntry(note, facts, declared)),
        ),
    }),
  );
}
