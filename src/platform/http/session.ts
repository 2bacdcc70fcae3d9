/** Why an open session may not do more than mend that. */
export type SessionRestriction = 'password_change' | 'second_factor';

/** Who is asking, as the accounts feature tells it for each request. */
export interface Session {
  readonly sessionId: number;
  readonly accountId: number;
  readonly accountName: string;
  readonly unionId: number;
  readonly csrfToken: string;
  readonly restriction: SessionRestriction | null;
  readonly holds: (permission: string) => boolean;
  /** The unions for which a permission is held; none for one that opens the own rows only. */
  readonly scopeRootsFor: (permission: string) => readonly number[];
}

/** Finds the open session of a cookie; undefined when there is none. */
export type FindSession = (cookie: string, now: Date) => Promise<Session | undefined>;

export const SESSION_COOKIE = 'songnuan_session';
export const CSRF_HEADER = 'x-csrf-token';
export const IDEMPOTENCY_HEADER = 'idempotency-key';
