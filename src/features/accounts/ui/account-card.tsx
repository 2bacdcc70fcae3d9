import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import type { DescriptionItem } from '#ui/detail-page/description-card.tsx';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import type { Reveal } from '#ui/detail-page/secret-value.tsx';
import { useMay } from '#ui/rights.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

import { ACCOUNT_ROUTES } from '../contract.ts';
import type { AccountDetail } from '../rules/account-view.ts';
import type { Permission } from '../rules/permissions.ts';

interface AccountCardProps {
  readonly account: AccountDetail;
}

export function AccountCard({ account }: AccountCardProps): ReactElement {
  const may = useMay();
  const { id, phoneMasked } = account;
  const onReveal: Reveal = async (reason) => {
    const { phone } = await callRoute(ACCOUNT_ROUTES.revealPhone, {
      params: { id },
      body: { reason },
    });
    return phone ?? '未填写';
  };
  const phone: DescriptionItem =
    phoneMasked === null
      ? { label: '手机号', value: null }
      : {
          label: '手机号',
          value: phoneMasked,
          isSecret: true,
          onReveal: may('accounts.reveal' satisfies Permission) ? onReveal : undefined,
        };
  return (
    <DescriptionCard
      title="账号资料"
      extra={account.isSample ? <StatusBadge tone="info">样例</StatusBadge> : undefined}
      items={[
        { label: '用户名', value: account.username },
        { label: '姓名', value: account.displayName },
        { label: '所在工会', value: account.unionName },
        phone,
        { label: '邮箱', value: account.mail },
        { label: '建立时间', value: timeText(account.createdAt) },
        { label: '最近登录', value: timeOr(account.lastSignedInAt, '从未登录') },
        { label: '密码', value: describePassword(account) },
        { label: '两步验证', value: account.hasSecondFactor ? '已启用' : '未启用' },
        ...lockItems(account),
      ]}
    />
  );
}

function lockItems({ lockedUntil }: AccountDetail): DescriptionItem[] {
  return lockedUntil === null
    ? []
    : [{ label: '登录锁定', value: `连续登录失败，锁定至${timeText(lockedUntil)}` }];
}

function describePassword(account: AccountDetail): string {
  const { hasPassword, mustChangePassword, passwordChangedAt } = account;
  if (!hasPassword) return '未设置，只能用统一身份登录';
  if (mustChangePassword) return '初始密码，下次登录须修改';
  return passwordChangedAt === null ? '已设置' : `${timeText(passwordChangedAt)}修改`;
}

function timeOr(instant: string | null, otherwise: string): string {
  return instant === null ? otherwise : timeText(instant);
}
