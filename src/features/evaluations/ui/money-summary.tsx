import type { ReactElement } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { Panel } from '#ui/panel.tsx';
import { StatFigure } from '#ui/stat-figure.tsx';

import type { EvaluationView } from '../contract.ts';
import { percent, rateOf, yuanText } from './figures.ts';

type SourceRow = EvaluationView['budget']['bySource'][number];

const COLUMNS: readonly DataColumn<SourceRow>[] = [
  { key: 'source', title: '资金来源', isCardTitle: true, render: (row) => row.source },
  money('initialFen', '年初预算'),
  money('adjustedFen', '调整后预算'),
  money('receivedFen', '到位资金'),
  money('paidFen', '实际支出'),
  {
    key: 'left',
    title: '结余',
    align: 'right',
    render: (row) => yuanText(row.adjustedFen - row.paidFen),
  },
  {
    key: 'rate',
    title: '支出率',
    align: 'right',
    render: (row) => rateOf(row.paidFen, row.adjustedFen),
  },
];

export function MoneySummary({ view }: { readonly view: EvaluationView }): ReactElement {
  const { budget } = view;
  return (
    <Panel title="资金情况" extra="单位：元">
      <div className="stats">
        <StatFigure
          label="支出率（按调整后预算）"
          value={percent(budget.executionRate)}
          note="实际支出 ÷ 调整后预算，用于评分"
        />
        <StatFigure
          label="支出率（按年初预算）"
          value={percent(budget.executionRateOfInitial)}
          note="实际支出 ÷ 年初预算，用于对照"
        />
      </div>
      <DataTable
        label="各来源资金"
        columns={COLUMNS}
        rows={budget.bySource}
        rowKey={(row) => row.source}
        totals={{
          source: '合计',
          initialFen: yuanText(budget.initialFen),
          adjustedFen: yuanText(budget.adjustedFen),
          receivedFen: yuanText(budget.receivedFen),
          paidFen: yuanText(budget.paidFen),
          left: yuanText(budget.adjustedFen - budget.paidFen),
          rate: rateOf(budget.paidFen, budget.adjustedFen),
        }}
      />
    </Panel>
  );
}

type MoneyKey = 'initialFen' | 'adjustedFen' | 'receivedFen' | 'paidFen';

function money(key: MoneyKey, title: string): DataColumn<SourceRow> {
  return { key, title, align: 'right', render: (row) => yuanText(row[key]) };
}
