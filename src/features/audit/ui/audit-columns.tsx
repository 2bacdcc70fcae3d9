import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import type { AuditRow } from '../contract.ts';
import { OUTCOME_LABELS, toChinaTime } from '../messages.ts';
import { SUBJECT_NAMES } from './fact-names.ts';

interface EntryLinkProps {
  readonly entry: Pick<AuditRow, 'id' | 'actionLabel'>;
  readonly text: string;
}

export function EntryLink({ entry, text }: EntryLinkProps): ReactElement {
  return (
    <Link to="/audit/$id" params={{ id: String(entry.id) }}>
      {text}
      <span className="visually-hidden">{`：第${entry.id}号`}</span>
    </Link>
  );
}

const TONES: Readonly<Record<AuditRow['outcome'], Tone>> = {
  done: 'good',
  refused: 'warn',
  failed: 'bad',
};

export function OutcomeBadge({ outcome }: Pick<AuditRow, 'outcome'>): ReactElement {
  return <StatusBadge tone={TONES[outcome]}>{OUTCOME_LABELS[outcome]}</StatusBadge>;
}

/** To the second: entries of one minute are many. */
export function atText(at: string): string {
  return toChinaTime(Date.parse(at));
}

/** 工会 12 */
export function subjectText({
  subject,
  subjectId,
}: Pick<AuditRow, 'subject' | 'subjectId'>): string {
  if (subject === null) return '—';
  const name = SUBJECT_NAMES[subject] ?? subject;
  return subjectId === null ? name : `${name} ${subjectId}`;
}

export const AUDIT_COLUMNS: readonly ListColumn<AuditRow>[] = [
  { key: 'at', title: '时间', width: 165, isAlwaysShown: true, render: ({ at }) => atText(at) },
  { key: 'account', title: '操作人', width: 120, render: ({ accountName }) => accountName },
  {
    key: 'action',
    title: '动作',
    width: 145,
    isCardTitle: true,
    isAlwaysShown: true,
    render: (entry) => <EntryLink entry={entry} text={entry.actionLabel} />,
  },
  { key: 'subject', title: '对象', width: 125, render: (entry) => subjectText(entry) },
  { key: 'outcome', title: '结果', width: 80, render: (entry) => <OutcomeBadge {...entry} /> },
  { key: 'union', title: '工会', width: 165, render: ({ unionName }) => unionName ?? '—' },
  { key: 'reason', title: '原因', width: 140, render: ({ reason }) => reason ?? '—' },
  {
    key: 'sealed',
    title: '封存',
    width: 90,
    isHiddenAtFirst: true,
    render: ({ isSealed }) => (isSealed ? '已封存' : '待封存'),
  },
  {
    key: 'id',
    title: '编号',
    width: 90,
    align: 'right',
    isHiddenAtFirst: true,
    render: ({ id }) => id,
  },
];
