import { callRoute } from '#ui/call-route.ts';

import { ACCOUNT_ROUTES } from '../contract.ts';
import type { AccountDetail } from '../rules/account-view.ts';
import type { Permission } from '../rules/permissions.ts';

export interface ActOutcome {
  readonly account: AccountDetail;
  /** There after a reset, to be shown once. */
  readonly initialPassword?: string;
}

/** Something done to an account for a reason that is logged. */
export interface AccountAct {
  readonly key: string;
  readonly label: string;
  readonly needs: Permission;
  readonly isDanger?: boolean;
  readonly isOffered: (account: AccountDetail) => boolean;
  /** Not to the own account: another administrator does that. */
  readonly isForOthersOnly: boolean;
  /** What will happen. */
  readonly explanation: string;
  readonly run: (id: number, reason: string) => Promise<ActOutcome>;
}

export const ACCOUNT_ACTS: readonly AccountAct[] = [
  {
    key: 'unlock',
    label: '解锁',
    needs: 'accounts.write',
    isOffered: ({ state }) => state === 'locked',
    isForOthersOnly: true,
    explanation: '解除登录锁定，本人可立即重新登录。请先确认登录失败是本人所为。',
    run: async (id, reason) => ({
      account: await callRoute(ACCOUNT_ROUTES.unlock, at(id, reason)),
    }),
  },
  {
    key: 'reset-password',
    label: '重置密码',
    needs: 'accounts.write',
    isOffered: ({ state }) => state !== 'disabled',
    isForOthersOnly: true,
    explanation: '生成新的初始密码，原密码作废，该账号的登录全部结束。初始密码只显示一次。',
    run: (id, reason) => callRoute(ACCOUNT_ROUTES.resetPassword, at(id, reason)),
  },
  {
    key: 'reset-second-factor',
    label: '重置两步验证',
    needs: 'second_factor.reset',
    isOffered: ({ hasSecondFactor }) => hasSecondFactor,
    isForOthersOnly: true,
    explanation: '清除动态口令和恢复码，本人下次登录时重新设置。请先核实是本人提出。',
    run: async (id, reason) => ({
      account: await callRoute(ACCOUNT_ROUTES.resetSecondFactor, at(id, reason)),
    }),
  },
  {
    key: 'disable',
    label: '停用',
    needs: 'accounts.write',
    isDanger: true,
    isOffered: ({ state }) => state !== 'disabled',
    isForOthersOnly: true,
    explanation: '停用后不能登录，现有登录随之结束；角色和历史记录保留，可再启用。',
    run: async (id, reason) => ({
      account: await callRoute(ACCOUNT_ROUTES.disable, at(id, reason)),
    }),
  },
  {
    key: 'enable',
    label: '启用',
    needs: 'accounts.write',
    isOffered: ({ state }) => state === 'disabled',
    isForOthersOnly: false,
    explanation: '启用后可以登录，停用前尚未到期的角色继续有效。',
    run: async (id, reason) => ({
      account: await callRoute(ACCOUNT_ROUTES.enable, at(id, reason)),
    }),
  },
];

interface ActCall {
  readonly params: { readonly id: number };
  readonly body: { readonly reason: string };
}

function at(id: number, reason: string): ActCall {
  return { params: { id }, body: { reason } };
}
