/**
 * The dated settings that signing in hangs on, by their keys. They are handed in: the settings feature
 * stands on this one for its rights, so this one cannot ask it.
 */
export interface AccountSettings {
  readonly 'password.min_length': number;
  readonly 'password.min_kinds': number;
  readonly 'password.max_age_days': number;
  readonly 'password.history_count': number;
  readonly 'sign_in.max_failures': number;
  readonly 'sign_in.lock_minutes': number;
  readonly 'sign_in.proof_after_failures': number;
  readonly 'sign_in.proof_bits': number;
  readonly 'sessions.idle_minutes': number;
  readonly 'sessions.absolute_hours': number;
  readonly 'sessions.is_single': boolean;
}

/** In force at that moment. Takes a connection of its own: never ask it inside a transaction. */
export type FindAccountSettings = (now: Date) => Promise<AccountSettings>;
