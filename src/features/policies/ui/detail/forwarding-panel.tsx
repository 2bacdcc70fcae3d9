import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { failureText } from '#ui/request-failure.ts';
import { useMay } from '#ui/rights.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import { POLICY_ROUTES } from '../../contract.ts';
import type { ForwardingList, ForwardingView, PolicyDetail } from '../../rules/policy-views.ts';
import { useForwardings, useTakeForwardings } from '../policy-queries.ts';
import { ForwardDialog, ReceiptDialog } from './forwarding-dialogs.tsx';

interface ForwardingPanelProps {
  readonly policy: PolicyDetail;
}

/** 转发与签收: missing receipts first. */
export function ForwardingPanel({ policy }: ForwardingPanelProps): ReactElement {
  const query = useForwardings(policy.id);
  return (
    <QueryState query={query}>{(list) => <Forwardings policy={policy} list={list} />}</QueryState>
  );
}

interface ForwardingsProps extends ForwardingPanelProps {
  readonly list: ForwardingList;
}

function Forwardings({ policy, list }: ForwardingsProps): ReactElement {
  const may = useMay();
  const mayForward = policy.isWritable && may('policies.forward' satisfies Permission);
  return (
    <Panel
      title="转发与签收"
      extra={mayForward ? <ForwardingButtons policy={policy} list={list} /> : null}
    >
      {list.items.length === 0 ? (
        <p className="is-absent">尚未转发。</p>
      ) : (
        <Receipts policy={policy} list={list} />
      )}
    </Panel>
  );
}

function countMissing({ items }: ForwardingList): number {
  return items.filter(({ state }) => state !== 'received').length;
}

function ForwardingButtons({ policy, list }: ForwardingsProps): ReactElement {
  const [isForwarding, setForwarding] = useState(false);
  const missing = countMissing(list);
  return (
    <span className="row-actions">
      {missing > 0 ? <RemindButton policy={policy} count={missing} /> : null}
      {list.candidates.length > 0 ? (
        <Button type="primary" onClick={() => setForwarding(true)}>
          转发
        </Button>
      ) : null}
      <ForwardDialog
        policyId={policy.id}
        list={list}
        isOpen={isForwarding}
        onClose={() => setForwarding(false)}
      />
    </span>
  );
}

function Receipts({ policy, list }: ForwardingsProps): ReactElement {
  const may = useMay();
  const [receiving, setReceiving] = useState<ForwardingView>();
  const mayReceive = may('policies.acknowledge' satisfies Permission);
  return (
    <>
      <p>{`已转发 ${list.items.length} 个工会，未签收 ${countMissing(list)} 个。`}</p>
      <DataTable
        label="转发与签收"
        columns={[...COLUMNS, ...(mayReceive ? [receiptColumn(setReceiving)] : [])]}
        rows={list.items}
        rowKey={({ unionId }) => String(unionId)}
      />
      <ReceiptDialog
        policyId={policy.id}
        forwarding={receiving}
        onClose={() => setReceiving(undefined)}
      />
    </>
  );
}

interface RemindButtonProps extends ForwardingPanelProps {
  readonly count: number;
}

function RemindButton({ policy, count }: RemindButtonProps): ReactElement {
  const take = useTakeForwardings(policy.id);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const remind = async (): Promise<void> => {
    setBusy(true);
    try {
      take(await callRoute(POLICY_ROUTES.remind, { params: { id: policy.id } }));
      setSaid('已发送提醒');
    } catch (error) {
      setSaid(failureText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <output>{said}</output>
      <Button loading={isBusy} onClick={() => void remind()}>{`提醒签收（${count}）`}</Button>
    </>
  );
}

const STATES: Readonly<Record<ForwardingView['state'], readonly [string, Tone]>> = {
  waiting: ['待签收', 'info'],
  overdue: ['逾期未签收', 'bad'],
  received: ['已签收', 'good'],
};

const COLUMNS: readonly DataColumn<ForwardingView>[] = [
  { key: 'union', title: '工会', isCardTitle: true, render: ({ unionName }) => unionName },
  {
    key: 'state',
    title: '状态',
    width: 110,
    render: ({ state }) => <StatusBadge tone={STATES[state][1]}>{STATES[state][0]}</StatusBadge>,
  },
  {
    key: 'days',
    title: '转发 / 期限',
    width: 190,
    render: ({ sentOn, dueOn }) => `${sentOn} / ${dueOn}`,
  },
  {
    key: 'receipt',
    title: '签收',
    isWideOnPhone: true,
    render: ({ receivedOn, evidence, acknowledgedBy, remindedAt }) => {
      if (receivedOn !== null) return `${receivedOn} ${acknowledgedBy ?? ''}：${evidence ?? ''}`;
      return remindedAt.length === 0 ? '—' : `已提醒 ${remindedAt.length} 次`;
    },
  },
];

function receiptColumn(onReceive: (one: ForwardingView) => void): DataColumn<ForwardingView> {
  return {
    key: 'actions',
    title: '操作',
    width: 80,
    render: (forwarding) =>
      forwarding.state === 'received' ? null : (
        <button
          type="button"
          className="link-button"
          aria-label={`签收：${forwarding.unionName}`}
          onClick={() => onReceive(forwarding)}
        >
          签收
        </button>
      ),
  };
}
