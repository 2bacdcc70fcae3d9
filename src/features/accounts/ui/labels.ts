import type { Tone } from '#ui/status-badge.tsx';

import { ROLE_NAMES } from '../messages.ts';
import type { ACCOUNT_STATES } from '../rules/account-view.ts';
import type { HeldRole } from '../rules/session-view.ts';

type AccountState = (typeof ACCOUNT_STATES)[number];

export const ACCOUNT_STATE_NAMES: Readonly<Record<AccountState, string>> = {
  active: '正常',
  locked: '已锁定',
  disabled: '已停用',
};

export const ACCOUNT_STATE_TONES: Readonly<Record<AccountState, Tone>> = {
  active: 'good',
  locked: 'warn',
  disabled: 'plain',
};

/** The names of the roles, each once. */
export function describeRoles(roles: readonly HeldRole[]): string {
  return [...new Set(roles.map(({ role }) => ROLE_NAMES[role]))].join('、');
}

export function describeTerm({ validFrom, validTo }: HeldRole): string {
  if (validTo === null) return `${validFrom}起`;
  return validTo < validFrom ? `原定${validFrom}起` : `${validFrom}至${validTo}`;
}
