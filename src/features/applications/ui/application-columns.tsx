import type { ListColumn } from '#ui/list-page/list-columns.ts';

import { TIER_NAMES } from '../messages.ts';
import type { ApplicationRow } from '../rules/application-views.ts';
import { aidText, currentAmount, yuanText } from './labels.ts';
import { ApplicationLink, ClockLight, OverrideBadge, StateBadge } from './words.tsx';

export const APPLICATION_COLUMNS: readonly ListColumn<ApplicationRow>[] = [
  {
    key: 'number',
    title: '申请编号',
    width: 150,
    isAlwaysShown: true,
    isWideOnPhone: true,
    render: (one) => <ApplicationLink application={one} />,
  },
  {
    key: 'applicant',
    title: '申请人',
    width: 140,
    isCardTitle: true,
    isAlwaysShown: true,
    render: (one) => (
      <span className="badge-line">
        {one.applicantName}
        {one.hasOverride ? <OverrideBadge /> : null}
      </span>
    ),
  },
  { key: 'union', title: '单位', width: 190, render: ({ unionName }) => unionName },
  { key: 'aid', title: '类型类别', width: 210, render: aidText },
  {
    key: 'amount',
    title: '金额',
    width: 150,
    align: 'right',
    render: (one) => {
      const amount = currentAmount(one);
      return amount === undefined ? '—' : `${amount.kind} ${yuanText(amount.fen)}`;
    },
  },
  { key: 'state', title: '状态', width: 110, render: (one) => <StateBadge {...one} /> },
  {
    key: 'tier',
    title: '环节',
    width: 130,
    render: ({ tier }) => (tier === null ? '—' : TIER_NAMES[tier]),
  },
  {
    key: 'clock',
    title: '办理时限',
    width: 270,
    isWideOnPhone: true,
    render: (one) => <ClockLight {...one} />,
  },
  {
    key: 'appliedOn',
    title: '申请日期',
    width: 110,
    render: ({ appliedOn }) => appliedOn ?? '未提交',
  },
  {
    key: 'decidedOn',
    title: '决定日期',
    width: 110,
    isHiddenAtFirst: true,
    render: ({ decidedOn }) => decidedOn ?? '—',
  },
];
