import type { ReactElement } from 'react';

import { StatusBadge } from '#ui/status-badge.tsx';

import type { AccountSummary } from '../rules/account-view.ts';
import { ACCOUNT_STATE_NAMES, ACCOUNT_STATE_TONES } from './labels.ts';

export function AccountStateBadge({ state }: Pick<AccountSummary, 'state'>): ReactElement {
  return <StatusBadge tone={ACCOUNT_STATE_TONES[state]}>{ACCOUNT_STATE_NAMES[state]}</StatusBadge>;
}
