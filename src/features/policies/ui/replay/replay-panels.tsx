import type { ReactElement } from 'react';

import { fen, formatYuan } from '#core/money.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';

import { reasonRule } from '../../messages.ts';
import type { ReplayDifference, ReplayResult } from '../../rules/replay-views.ts';

interface ReplayPanelsProps {
  readonly result: ReplayResult;
}

/** The budget first, then who gains and loses, then case by case. */
export function ReplayPanels({ result }: ReplayPanelsProps): ReactElement {
  if (result.total.caseCount === 0) {
    return (
      <EmptyState title="这段时间没有已审批的案件">
        {`审批日期 ${result.from} 至 ${result.to}，请换一段时间。`}
      </EmptyState>
    );
  }
  return (
    <>
      <TotalCard result={result} />
      <Sums result={result} />
      <Cases result={result} />
    </>
  );
}

function Sums({ result }: ReplayPanelsProps): ReactElement {
  return (
    <>
      <Panel title="按资金来源">
        <DataTable
          label="按资金来源"
          columns={[
            {
              key: 'source',
              title: '来源',
              isCardTitle: true,
              render: (row) => row.source ?? '未填',
            },
            ...SUM_COLUMNS,
          ]}
          rows={result.bySource}
          rowKey={({ source }) => source ?? ''}
        />
      </Panel>
      <Panel title="按类别">
        <DataTable
          label="按类别"
          columns={[
            {
              key: 'class',
              title: '类别',
              isCardTitle: true,
              render: (row) => row.aidClass ?? '实物慰问',
            },
            ...SUM_COLUMNS,
          ]}
          rows={result.byClass}
          rowKey={({ aidClass }) => aidClass ?? ''}
        />
      </Panel>
    </>
  );
}

function TotalCard({ result }: ReplayPanelsProps): ReactElement {
  const { total, before, after, from, to } = result;
  const count = (label: string, value: number) => ({ label, value, unit: '件' });
  return (
    <DescriptionCard
      title={`结果：审批日期 ${from} 至 ${to}`}
      items={[
        { label: `按“${before.title}”`, value: yuan(total.beforeFen), unit: '元' },
        { label: `按“${after.title}”`, value: yuan(total.afterFen), unit: '元' },
        { label: '增减', value: changeText(total), unit: '元' },
        count('案件', total.caseCount),
        count('金额增加', total.gainCount),
        count('金额减少', total.lossCount),
        count('由不予救助变为可以', total.newlyAllowedCount),
        count('由可以变为不予救助', total.newlyRefusedCount),
        count('金额移入新标准', total.movedCount),
        count('建议金额变化', total.suggestionCount),
      ]}
    />
  );
}

type SumRow = ReplayResult['total'];

const SUM_COLUMNS: readonly DataColumn<SumRow>[] = [
  { key: 'count', title: '案件', width: 80, align: 'right', render: (row) => row.caseCount },
  {
    key: 'before',
    title: '原（元）',
    width: 150,
    align: 'right',
    render: (row) => yuan(row.beforeFen),
  },
  {
    key: 'after',
    title: '现（元）',
    width: 150,
    align: 'right',
    render: (row) => yuan(row.afterFen),
  },
  { key: 'change', title: '增减（元）', width: 150, align: 'right', render: changeText },
  { key: 'gains', title: '增加', width: 80, align: 'right', render: (row) => row.gainCount },
  { key: 'losses', title: '减少', width: 80, align: 'right', render: (row) => row.lossCount },
];

function Cases({ result }: ReplayPanelsProps): ReactElement {
  const { differences, differenceCount } = result;
  const shown = differenceCount > differences.length ? `，只列出前 ${differences.length} 件` : '';
  return (
    <Panel title={`有变化的案件 ${differenceCount} 件${shown}`}>
      {differences.length === 0 ? (
        <p className="is-absent">没有变化。</p>
      ) : (
        <DataTable
          label="有变化的案件"
          columns={CASE_COLUMNS}
          rows={differences}
          rowKey={({ reference }) => reference}
        />
      )}
    </Panel>
  );
}

const CASE_COLUMNS: readonly DataColumn<ReplayDifference>[] = [
  {
    key: 'reference',
    title: '申请编号',
    width: 170,
    isCardTitle: true,
    render: ({ reference }) => reference,
  },
  { key: 'class', title: '类别', width: 80, render: ({ aidClass }) => aidClass ?? '实物' },
  { key: 'effect', title: '变化', width: 90, render: ({ effect }) => <Effect effect={effect} /> },
  { key: 'before', title: '原', render: ({ before }) => decisionText(before) },
  { key: 'after', title: '现', render: ({ after }) => decisionText(after) },
];

function Effect({ effect }: Pick<ReplayDifference, 'effect'>): ReactElement {
  if (effect === 'gains') return <StatusBadge tone="good">增加</StatusBadge>;
  if (effect === 'loses') return <StatusBadge tone="bad">减少</StatusBadge>;
  return <StatusBadge tone="plain">金额不变</StatusBadge>;
}

function decisionText(decision: ReplayDifference['before']): string {
  const { outcome, amountFen, isMoved, codes, suggestedFen } = decision;
  const word =
    outcome === 'allowed' ? `${yuan(amountFen)}元${isMoved ? '（移入标准）' : ''}` : '不予救助';
  const reasons = codes.map(reasonRule);
  const suggestion = suggestedFen === null ? [] : [`建议${yuan(suggestedFen)}元`];
  return [word, ...suggestion, ...reasons].join('；');
}

function changeText({ beforeFen, afterFen }: SumRow): string {
  const change = afterFen - beforeFen;
  return `${change > 0 ? '+' : ''}${yuan(change)}`;
}

function yuan(amountFen: number): string {
  return formatYuan(fen(amountFen));
}
