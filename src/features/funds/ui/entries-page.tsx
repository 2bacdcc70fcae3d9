import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import { ReasonDialog } from '#ui/form/reason-dialog.tsx';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import { useMay } from '#ui/rights.ts';

import { FUND_ROUTES } from '../contract.ts';
import { ENTRY_KIND_NAMES } from '../messages.ts';
import type { EntryView } from '../rules/fund-views.ts';
import { moneyText } from './figures.ts';
import { useFundEntries, useFundsChanged } from './fund-queries.ts';
import { ENTRY_FIELDS } from './fund-search.ts';

const route = getRouteApi('/funds/entries');

/** 资金流水: every movement, the newest first; what is wrong is taken back by a counter-entry. */
export function EntriesPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<EntryView>();
  const mayTakeBack = useMay()('funds.approve' satisfies Permission);
  const { fundYearId, sourceId } = search;
  return (
    <>
      <ListPage<EntryView>
        listKey="fund-entries"
        title="资金流水"
        description={
          sourceId === undefined && fundYearId === undefined
            ? '全部年度的资金流水。流水不能修改或删除，有误的由另一人冲正。'
            : '所选年度或来源的资金流水。流水不能修改或删除，有误的由另一人冲正。'
        }
        fields={ENTRY_FIELDS}
        columns={mayTakeBack ? [...COLUMNS, takeBackColumn(setChosen)] : COLUMNS}
        rowKey={({ id }) => String(id)}
        search={search}
        onSearchChange={(next) => {
          const kept = {
            ...(fundYearId === undefined ? {} : { fundYearId }),
            ...(sourceId === undefined ? {} : { sourceId }),
          };
          void navigate({ to: '/funds/entries', search: { ...kept, ...next } });
        }}
        pages={useFundEntries(search)}
        actions={<Link to="/funds">返回资金管理</Link>}
        emptyText="没有资金流水"
        emptyAction={<Link to="/funds">去登记预算和到位资金</Link>}
      />
      <TakeBackDialog entry={chosen} onClose={() => setChosen(undefined)} />
    </>
  );
}

interface TakeBackDialogProps {
  readonly entry: EntryView | undefined;
  readonly onClose: () => void;
}

function TakeBackDialog({ entry, onClose }: TakeBackDialogProps): ReactElement {
  const changed = useFundsChanged();
  return (
    <ReasonDialog
      title="冲正流水"
      isOpen={entry !== undefined}
      label="冲正理由"
      confirmText="冲正"
      isDanger
      onConfirm={async (reason) => {
        if (entry === undefined) return;
        await callRoute(FUND_ROUTES.takeBack, { params: { id: entry.id }, body: { reason } });
        changed();
        onClose();
      }}
      onCancel={onClose}
    >
      <p>将另记一笔相反的流水，原流水保留。下拨、结转的两方同时冲正。</p>
    </ReasonDialog>
  );
}

const COLUMNS: readonly ListColumn<EntryView>[] = [
  { key: 'day', title: '日期', width: 110, render: ({ happenedOn }) => happenedOn },
  {
    key: 'kind',
    title: '事项',
    width: 120,
    isCardTitle: true,
    isAlwaysShown: true,
    render: ({ kind, correctsId, isTakenBack }) =>
      `${ENTRY_KIND_NAMES[kind]}${correctsId === null ? '' : '（冲正）'}${isTakenBack ? '（已冲正）' : ''}`,
  },
  {
    key: 'source',
    title: '来源',
    width: 160,
    render: ({ sourceName, year }) => `${year}年${sourceName}`,
  },
  {
    key: 'amount',
    title: '金额（元）',
    width: 130,
    align: 'right',
    render: ({ amountFen }) => moneyText(amountFen),
  },
  {
    key: 'case',
    title: '救助申请',
    width: 140,
    render: ({ applicationId, applicationNumber }) =>
      applicationId === null ? (
        '—'
      ) : (
        <Link to="/applications/$id" params={{ id: String(applicationId) }}>
          {applicationNumber ?? '查看'}
        </Link>
      ),
  },
  { key: 'document', title: '文号', width: 180, render: ({ document }) => document ?? '—' },
  { key: 'note', title: '说明', width: 220, render: ({ note }) => note ?? '—' },
  { key: 'by', title: '登记人', width: 100, render: ({ recordedBy }) => recordedBy },
  { key: 'union', title: '工会', width: 180, render: ({ unionName }) => unionName },
];

function takeBackColumn(onChoose: (entry: EntryView) => void): ListColumn<EntryView> {
  return {
    key: 'takeBack',
    title: '操作',
    width: 80,
    render: (entry) =>
      entry.mayTakeBack ? (
        <Button size="small" onClick={() => onChoose(entry)}>
          冲正
        </Button>
      ) : (
        '—'
      ),
  };
}
