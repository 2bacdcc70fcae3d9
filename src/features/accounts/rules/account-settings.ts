/**
 * The dated settings that signing in hangs on, by their keys. They are handed in: the settings feature
 * takes its rights from this one, so this one cannot take its settings from there.
 */
export interface AccountSettingValues {
  readonly 'password.min_length': number;
  readonly 'password.min_kinds': number;
  readonly 'password.max_age_days': number;
  readonly 'password.history_count': number;
  readonly 'sign_in.max_failures': number;
  readonly 'sign_in.lock_minutes': number;
  readonly 'sign_in.proof_after_failures': number;
  readonly 'sign_in.proof_bits': number;
  readonly 'sign_in.is_second_factor_for_staff': boolean;
  readonly 'sessions.idle_minutes': number;
  readonly 'sessions.absolute_hours': number;
  readonly 'sessions.is_single': boolean;
}

/** Rules of passwords in force (GB/T 22239-2019: complexity and periodic change). */
export interface PasswordSettings {
  readonly minLength: number;
  /** Of capital letters, small letters, digits and everything else. */
  readonly minKinds: number;
  readonly maxAgeDays: number;
  /** So many passwords before, the present one included, are not taken again. */
  readonly historyCount: number;
}

export interface SignInSettings {
  readonly maxFailures: number;
  readonly lockMinutes: number;
  readonly proofAfterFailures: number;
  /** Zero bits asked of the first proof. */
  readonly proofBits: number;
}

export interface SessionSettings {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
  /** A new sign-in ends the person's other sessions. */
  readonly isSingle: boolean;
}

export function toPasswordSettings(values: AccountSettingValues): PasswordSettings {
  return {
    minLength: values['password.min_length'],
    minKinds: values['password.min_kinds'],
    maxAgeDays: values['password.max_age_days'],
    historyCount: values['password.history_count'],
  };
}

export function toSignInSettings(values: AccountSettingValues): SignInSettings {
  return {
    maxFailures: values['sign_in.max_failures'],
    lockMinutes: values['sign_in.lock_minutes'],
    proofAfterFailures: values['sign_in.proof_after_failures'],
    proofBits: values['sign_in.proof_bits'],
  };
}

export function toSessionSettings(values: AccountSettingValues): SessionSettings {
  return {
    idleMinutes: values['sessions.idle_minutes'],
    absoluteHours: values['sessions.absolute_hours'],
    isSingle: values['sessions.is_single'],
  };
}
