import type { NoParams, ReasonOf } from '#core/decision.ts';

import type { PasswordSettings } from './account-settings.ts';
import { USUAL_SEQUENCES, USUAL_WORDS } from './usual-passwords.ts';

export interface PasswordRuleParams {
  readonly 'password.too_short': { readonly min: number };
  readonly 'password.too_long': { readonly max: number };
  readonly 'password.too_few_kinds': { readonly min: number };
  readonly 'password.has_username': NoParams;
  readonly 'password.is_usual': NoParams;
  readonly 'password.has_sequence': { readonly length: number };
  readonly 'password.was_used': { readonly count: number };
}
export type PasswordRule = ReasonOf<PasswordRuleParams>;

export interface PasswordContext {
  readonly username: string;
  /** Whether it is the present password or one of the last ones; only their hashes can tell. */
  readonly wasUsed: boolean;
}

/** Bounds the work of hashing; no one types more. */
export const MAX_PASSWORD_LENGTH = 128;
const SEQUENCE_LENGTH = 4;
/** A password is little more than usual words when fewer characters than this are left beside them. */
const LEAST_BESIDE_WORDS = 8;
/** Shorter names occur in a good password by chance. */
const LEAST_USERNAME = 3;
const MS_PER_DAY = 86_400_000;

/** The rules a password does not meet, in the order of `listPasswordRules`; none for a good one. */
export function judgePassword(
  password: string,
  context: PasswordContext,
  settings: PasswordSettings,
): readonly PasswordRule[] {
  return listPasswordRules(settings).filter(({ code }) =>
    breaks(password, context, code, settings),
  );
}

/** Every rule in force, for the hints beside the field. */
export function listPasswordRules(settings: PasswordSettings): readonly PasswordRule[] {
  return [
    { code: 'password.too_short', params: { min: settings.minLength } },
    { code: 'password.too_long', params: { max: MAX_PASSWORD_LENGTH } },
    { code: 'password.too_few_kinds', params: { min: settings.minKinds } },
    { code: 'password.has_username', params: {} },
    { code: 'password.is_usual', params: {} },
    { code: 'password.has_sequence', params: { length: SEQUENCE_LENGTH } },
    { code: 'password.was_used', params: { count: settings.historyCount } },
  ];
}

/** A password that was never set has none to expire. */
export function isPasswordExpired(
  changedAtMs: number | null,
  settings: PasswordSettings,
  nowMs: number,
): boolean {
  return changedAtMs !== null && nowMs >= changedAtMs + settings.maxAgeDays * MS_PER_DAY;
}

function breaks(
  password: string,
  { username, wasUsed }: PasswordContext,
  code: PasswordRule['code'],
  settings: PasswordSettings,
): boolean {
  const length = [...password].length;
  switch (code) {
    case 'password.too_short':
      return length < settings.minLength;
    case 'password.too_long':
      return length > MAX_PASSWORD_LENGTH;
    case 'password.too_few_kinds':
      return countKinds(password) < settings.minKinds;
    case 'password.has_username':
      return hasUsername(password.toLowerCase(), username.toLowerCase());
    case 'password.is_usual':
      return isUsual(password);
    case 'password.has_sequence':
      return hasSequence(password.toLowerCase());
    case 'password.was_used':
      return wasUsed;
  }
}

function countKinds(password: string): number {
  return [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
}

function hasUsername(password: string, username: string): boolean {
  if (username.length < LEAST_USERNAME) return false;
  const reversed = [...username].toReversed().join('');
  return password.includes(username) || password.includes(reversed);
}

function isUsual(password: string): boolean {
  const typed = password.toLowerCase();
  return [typed, readSigns(typed)].some((text) => {
    const rest = USUAL_WORDS.reduce((left, word) => left.replaceAll(word, ''), text);
    return rest.length < text.length && rest.length < LEAST_BESIDE_WORDS;
  });
}

/** `p@$$w0rd` → `password`. */
function readSigns(text: string): string {
  return text
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('!', 'i')
    .replaceAll('3', 'e')
    .replaceAll('5', 's');
}

function hasSequence(password: string): boolean {
  const signs = [...password];
  return signs.some((first, index) => {
    const piece = signs.slice(index, index + SEQUENCE_LENGTH);
    if (piece.length < SEQUENCE_LENGTH) return false;
    if (piece.every((sign) => sign === first)) return true;
    const [ahead, back] = [piece.join(''), piece.toReversed().join('')];
    return USUAL_SEQUENCES.some((row) => row.includes(ahead) || row.includes(back));
  });
}
