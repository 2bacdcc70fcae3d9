import type { AuditNote } from './audit-log/audit-entry.ts';
import type { DatabaseTransaction } from './database/open-database.ts';

/** Who acts: a person in a session, someone not signed in, or the program itself. */
export interface Actor {
  /** Null for someone not signed in and for the program itself. */
  readonly accountId: number | null;
  /** As the audit log shows it. */
  readonly name: string;
  readonly unionId: number | null;
  readonly sessionId: number | null;
  /** The unions, each with all below it, for which the actor holds the permission at hand. */
  readonly scopeRoots: readonly number[] | 'all';
}

/**
 * What every command and query is given first. The transaction is open and carries the actor's scope;
 * it commits when the request is answered, with the audit entries in it, or not at all.
 */
export interface Context {
  readonly transaction: DatabaseTransaction;
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** Adds an audit entry to the transaction; the action defaults to the route's own. */
  readonly record: (note: AuditNote) => Promise<void>;
  /** The same for many entries at once, as an import writes them. */
  readonly recordAll: (notes: readonly AuditNote[]) => Promise<void>;
}

export const SYSTEM_ACTOR: Actor = {
  accountId: null,
  name: '系统',
  unionId: null,
  sessionId: null,
  scopeRoots: 'all',
};

export const ANONYMOUS_ACTOR: Actor = {
  accountId: null,
  name: '未登录',
  unionId: null,
  sessionId: null,
  scopeRoots: [],
};
