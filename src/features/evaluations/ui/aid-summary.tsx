import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { Panel } from '#ui/panel.tsx';
import { ScoreBar } from '#ui/score-bar.tsx';
import { StatFigure } from '#ui/stat-figure.tsx';

import type { EvaluationView } from '../contract.ts';
import { count, meanYuan, shareOf, yuanShort, yuanText } from './figures.ts';

interface AidRow {
  readonly key: string;
  readonly name: string;
  readonly rows: number;
  readonly persons: number;
  readonly paidFen: number;
}

export function AidSummary({ view }: { readonly view: EvaluationView }): ReactElement {
  const { aid, budget } = view;
  const byType = aid.byType.map((row) => ({ ...row, key: row.type, name: row.type }));
  const byClass = aid.byClass.map((row) => ({
    ...row,
    key: row.class,
    name: row.name === '' ? row.class : `${row.class}　${row.name}`,
  }));
  return (
    <Panel
      title="救助情况"
      extra={
        <Link to="/evaluation/records/$metric" params={{ metric: '救助人次' }}>
          查看全部发放记录
        </Link>
      }
    >
      <div className="stats">
        <StatFigure label="救助人次" value={count(aid.rows)} unit="人次" />
        <StatFigure label="受助人数" value={count(aid.persons)} unit="人" note="同一人只计一次" />
        <StatFigure label="受助家庭" value={count(aid.households)} unit="户" />
        <StatFigure label="发放金额" value={yuanShort(budget.paidFen)} unit="元" />
      </div>
      <h3 className="table-title">按救助类型</h3>
      <AidTable label="按救助类型" rows={byType} totalFen={budget.paidFen} />
      <h3 className="table-title">按救助类别</h3>
      <AidTable label="按救助类别" rows={byClass} totalFen={budget.paidFen} />
    </Panel>
  );
}

interface AidTableProps {
  readonly label: string;
  readonly rows: readonly AidRow[];
  readonly totalFen: number;
}

function AidTable({ label, rows, totalFen }: AidTableProps): ReactElement {
  const columns: readonly DataColumn<AidRow>[] = [
    { key: 'name', title: '类别', isCardTitle: true, render: (row) => row.name },
    { key: 'rows', title: '人次', align: 'right', width: 80, render: (row) => count(row.rows) },
    {
      key: 'persons',
      title: '人数',
      align: 'right',
      width: 80,
      render: (row) => count(row.persons),
    },
    {
      key: 'paid',
      title: '金额（元）',
      align: 'right',
      width: 140,
      render: (row) => yuanText(row.paidFen),
    },
    {
      key: 'mean',
      title: '次均金额（元）',
      align: 'right',
      width: 140,
      render: (row) => meanYuan(row.paidFen, row.rows),
    },
    {
      key: 'share',
      title: '占发放金额',
      width: 160,
      isHiddenOnPhone: true,
      render: (row) => <ScoreBar share={shareOf(row.paidFen, totalFen)} />,
    },
  ];
  return <DataTable label={label} columns={columns} rows={rows} rowKey={(row) => row.key} />;
}
