import type { FastifyRequest } from 'fastify';

import type { RouteContract } from '#core/route-contract.ts';

import type { AuditNote } from '../audit-log/audit-entry.ts';
import type { AuditLog } from '../audit-log/audit-log.ts';
import type { Actor, Context } from '../context.ts';
import type { DatabaseTransaction } from '../database/open-database.ts';

export interface Recording {
  readonly transaction: DatabaseTransaction;
  readonly actor: Actor;
  readonly now: Date;
  readonly request: FastifyRequest;
}

/** Writes audit entries for one request under the names its route declares. */
export function recorderFor(
  log: AuditLog,
  route: RouteContract,
  { transaction, actor, now, request }: Recording,
): Context['record'] {
  const declared = 'action' in route.audit ? route.audit : undefined;
  return (note) =>
    log.append(transaction, {
      ...describe(note, declared),
      atMs: now.getTime(),
      accountId: actor.accountId,
      accountName: actor.name,
      unionId: note.unionId === undefined ? actor.unionId : note.unionId,
      requestId: request.id,
      ip: request.ip,
    });
}

function describe(
  note: AuditNote,
  declared: { readonly action: string; readonly subject: string } | undefined,
): Pick<
  Parameters<AuditLog['append']>[1],
  'action' | 'subject' | 'subjectId' | 'outcome' | 'reason' | 'before' | 'after'
> {
  const action = note.action ?? declared?.action;
  if (action === undefined) throw new Error('an audit entry needs an action');
  return {
    action,
    subject: note.subject ?? declared?.subject ?? null,
    subjectId: note.subjectId === null ? null : String(note.subjectId),
    outcome: note.outcome ?? 'done',
    reason: note.reason ?? null,
    before: note.before ?? null,
    after: note.after ?? null,
  };
}
