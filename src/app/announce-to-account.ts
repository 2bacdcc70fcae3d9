import { ACCOUNT_NOTICE_TEXTS } from '#features/accounts/messages.ts';
import type { AccountDependencies } from '#features/accounts/server/dependencies.ts';
import { addNotice } from '#features/notices/server/commands.ts';

/** A notice about the own account: the accounts speak, and the inbox, which rests on them, keeps it. */
export const announceToAccount: AccountDependencies['announce'] = (context, notice) =>
  addNotice(context, ACCOUNT_NOTICE_TEXTS, { ...notice, link: '/profile' });
