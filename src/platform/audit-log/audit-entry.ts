/** Values before and after a change, by field; secrets never, only that they changed. */
export type AuditFacts = Readonly<Record<string, unknown>>;

/** What a command says of what it did; who, when and from where is added by the program. */
export interface AuditNote {
  /** Dotted, past tense: `union.moved`. The route's own when absent. */
  readonly action?: string;
  /** Kind of thing: `union`. The route's own when absent. */
  readonly subject?: string;
  readonly subjectId: string | number | null;
  /** The union whose auditors see the entry; the actor's own when absent. */
  readonly unionId?: number | null;
  readonly outcome?: AuditOutcome;
  /** As the person gave it. */
  readonly reason?: string;
  readonly before?: AuditFacts;
  readonly after?: AuditFacts;
}

export type AuditOutcome = 'done' | 'refused' | 'failed';

export interface AuditEntry {
  readonly atMs: number;
  readonly accountId: number | null;
  readonly accountName: string;
  readonly unionId: number | null;
  readonly action: string;
  readonly subject: string | null;
  readonly subjectId: string | null;
  readonly outcome: AuditOutcome;
  readonly requestId: string;
  readonly ip: string | null;
  readonly reason: string | null;
  readonly before: AuditFacts | null;
  readonly after: AuditFacts | null;
}

/**
 * The text that is stored and hashed: the fields in this order, absent ones left out. What was hashed is
 * the text itself, so a reader never has to make it again. What PostgreSQL cannot keep in JSON becomes
 * U+FFFD.
 */
export function toAuditBody(entry: AuditEntry): string {
  const text = JSON.stringify({
    atMs: entry.atMs,
    accountId: entry.accountId ?? undefined,
    accountName: entry.accountName,
    unionId: entry.unionId ?? undefined,
    action: entry.action,
    subject: entry.subject ?? undefined,
    subjectId: entry.subjectId ?? undefined,
    outcome: entry.outcome,
    requestId: entry.requestId,
    ip: entry.ip ?? undefined,
    reason: entry.reason ?? undefined,
    before: entry.before ?? undefined,
    after: entry.after ?? undefined,
  });
  return text.replaceAll(ESCAPE, (escape) => (UNKEEPABLE.test(escape) ? '\uFFFD' : escape));
}

/** An escape of JSON text, taken whole, so that an escaped backslash is not half of another one. */
const ESCAPE = /\\(?:u[0-9a-f]{4}|.)/g;
/** A NUL and half of a surrogate pair; JSON text holds whole pairs as they are. */
const UNKEEPABLE = /^\\u(?:0000|d[89a-f])/;
