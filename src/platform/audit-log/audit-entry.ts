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
  const ordered = {
    atMs: entry.atMs,
    accountId: entry.accountId,
    accountName: entry.accountName,
    unionId: entry.unionId,
    action: entry.action,
    subject: entry.subject,
    subjectId: entry.subjectId,
    outcome: entry.outcome,
    requestId: entry.requestId,
    ip: entry.ip,
    reason: entry.reason,
    before: entry.before,
    after: entry.after,
  };
  return JSON.stringify(ordered, (_key, value: unknown) => {
    if (value === null) return undefined;
    return typeof value === 'string' ? value.replaceAll(UNKEEPABLE, '\uFFFD') : value;
  });
}

/** A NUL and half of a surrogate pair. */
// oxlint-disable-next-line no-control-regex
const UNKEEPABLE = /\u0000|\p{Surrogate}/gu;
