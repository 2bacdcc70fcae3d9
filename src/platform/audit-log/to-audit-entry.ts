import type { Actor, Context } from '../context.ts';
import type { AuditEntry, AuditNote } from './audit-entry.ts';

/** Who did it, when, and on which request. */
export interface AuditOrigin extends Pick<Context, 'now' | 'requestId' | 'ip'> {
  readonly actor: Pick<Actor, 'accountId' | 'name' | 'unionId'>;
}

/** What a note that names neither is about: as the route of the request declares it. */
export interface DeclaredAudit {
  readonly action: string;
  readonly subject: string;
}

/** @throws Error when neither the note nor a declaration names the action. */
export function toAuditEntry(
  note: AuditNote,
  { actor, now, requestId, ip }: AuditOrigin,
  declared?: DeclaredAudit,
): AuditEntry {
  const action = note.action ?? declared?.action;
  if (action === undefined) throw new Error('an audit entry needs an action');
  return {
    atMs: now.getTime(),
    accountId: actor.accountId,
    accountName: actor.name,
    unionId: note.unionId === undefined ? actor.unionId : note.unionId,
    action,
    subject: note.subject ?? declared?.subject ?? null,
    subjectId: note.subjectId === null ? null : String(note.subjectId),
    outcome: note.outcome ?? 'done',
    requestId,
    ip,
    reason: note.reason ?? null,
    before: note.before ?? null,
    after: note.after ?? null,
  };
}
