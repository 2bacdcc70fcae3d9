import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { fen, formatYuan } from '#core/money.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';

import type { LikeCases, OutsideCase } from '../rules/fairness-views.ts';
import { useAmounts } from './fairness-queries.ts';
import type { FairnessSearch } from './fairness-search.ts';

/** 同类案件的金额: quartiles over the district, and the cases unlike the others. */
export function AmountsPanel({ search }: { readonly search: FairnessSearch }): ReactElement {
  const query = useAmounts(search);
  return (
    <Panel title="同类案件的金额" extra="单位：元；同一救助类型、类别和政策版本为同类">
      <QueryState query={query}>
        {({ groups, outside }) =>
          groups.length === 0 ? (
            <EmptyState title="这段时间还没有批准的救助，可换一个期间查看" />
          ) : (
            <>
              <DataTable<LikeCases>
                label="同类案件的金额"
                columns={GROUP_COLUMNS}
                rows={groups}
                rowKey={({ aidType, aidClass, policyVersionId }) =>
                  `${aidType}${aidClass}${policyVersionId}`
                }
              />
              <p className="panel-note">
                不足5件的不列金额。明显不同：超出中间一半案件金额范围的1.5倍，供核对，不等于有误。
              </p>
              {outside.length === 0 ? null : (
                <DataTable<OutsideCase>
                  label="金额明显不同的案件"
                  columns={OUTSIDE_COLUMNS}
                  rows={outside}
                  rowKey={({ applicationId }) => String(applicationId)}
                />
              )}
            </>
          )
        }
      </QueryState>
    </Panel>
  );
}

const money = (amount: number | undefined): string =>
  amount === undefined ? '—' : formatYuan(fen(amount));

const GROUP_COLUMNS: readonly DataColumn<LikeCases>[] = [
  {
    key: 'aid',
    title: '类型和类别',
    width: 140,
    isCardTitle: true,
    render: ({ aidType, aidClass }) => `${aidType} ${aidClass ?? ''}`,
  },
  {
    key: 'policy',
    title: '政策版本',
    isWideOnPhone: true,
    render: ({ policyTitle }) => policyTitle,
  },
  { key: 'count', title: '件数', width: 70, align: 'right', render: ({ caseCount }) => caseCount },
  {
    key: 'lower',
    title: '下四分位',
    width: 100,
    align: 'right',
    render: ({ quartiles }) => money(quartiles?.lowerFen),
  },
  {
    key: 'median',
    title: '中位数',
    width: 100,
    align: 'right',
    render: ({ quartiles }) => money(quartiles?.medianFen),
  },
  {
    key: 'upper',
    title: '上四分位',
    width: 100,
    align: 'right',
    render: ({ quartiles }) => money(quartiles?.upperFen),
  },
  {
    key: 'outside',
    title: '明显不同',
    width: 90,
    align: 'right',
    render: ({ outsideCount }) => outsideCount,
  },
];

const OUTSIDE_COLUMNS: readonly DataColumn<OutsideCase>[] = [
  {
    key: 'number',
    title: '明显不同的案件',
    width: 150,
    isCardTitle: true,
    render: ({ applicationId, number }) => (
      <Link to="/applications/$id" params={{ id: String(applicationId) }}>
        {number}
      </Link>
    ),
  },
  { key: 'union', title: '工会', isWideOnPhone: true, render: ({ unionName }) => unionName },
  {
    key: 'aid',
    title: '类别',
    width: 130,
    render: ({ aidType, aidClass }) => `${aidType} ${aidClass ?? ''}`,
  },
  {
    key: 'amount',
    title: '批准金额',
    width: 110,
    align: 'right',
    render: ({ amountFen }) => money(amountFen),
  },
  {
    key: 'median',
    title: '同类中位数',
    width: 110,
    align: 'right',
    render: ({ medianFen }) => money(medianFen),
  },
  { key: 'day', title: '决定日期', width: 110, render: ({ decidedOn }) => decidedOn },
];
