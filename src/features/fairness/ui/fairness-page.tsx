import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { downloadFile } from '#ui/download-file.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ExportButton } from '#ui/list-page/export-button.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { StatFigure } from '#ui/stat-figure.tsx';

import { FAIRNESS_ROUTES } from '../contract.ts';
import { periodText, quartersText } from '../messages.ts';
import type { FairnessOverview } from '../rules/fairness-views.ts';
import { AmountsPanel } from './amounts-panel.tsx';
import { useFairness } from './fairness-queries.ts';
import type { FairnessSearch } from './fairness-search.ts';
import { FairnessTable, FairnessTiles } from './fairness-table.tsx';

const route = getRouteApi('/fairness');

/** 公平分析: who applies less than others, who not at all, and like cases with unlike amounts. */
export function FairnessPage(): ReactElement {
  const search = route.useSearch();
  const query = useFairness(search);
  return (
    <>
      <PageTitle title="公平分析">
        比较各工会的申请是否偏少、偏多，哪里两个季度没有人申请，同类案件的金额是否一致。
      </PageTitle>
      <QueryState query={query}>
        {(overview) => (
          <>
            <Bar overview={overview} search={search} />
            <Rates overview={overview} />
          </>
        )}
      </QueryState>
      <AmountsPanel search={search} />
    </>
  );
}

interface BarProps {
  readonly overview: FairnessOverview;
  readonly search: FairnessSearch;
}

function Bar({ overview, search }: BarProps): ReactElement {
  const navigate = useNavigate();
  const mayExport = useMay()('fairness.export' satisfies Permission);
  const { periods, rows, below } = overview;
  const codes = periods.includes(search.period) ? periods : [search.period, ...periods];
  return (
    <div className="fairness-bar">
      <Select
        aria-label="期间"
        style={{ width: 180 }}
        value={search.period}
        options={codes.map((value) => ({ value, label: periodText(value) }))}
        onChange={(period) => void navigate({ to: '/fairness', search: { ...search, period } })}
      />
      {mayExport ? (
        <ExportButton
          count={`共 ${rows.length} 个工会`}
          isEmpty={rows.length === 0}
          filter={[{ label: '期间', text: periodText(search.period) }]}
          onExport={({ reason }) =>
            downloadFile(FAIRNESS_ROUTES.export, {
              body: { ...search, reason },
              fallbackName: '公平分析.xlsx',
            })
          }
        />
      ) : null}
      {search.below === undefined ? null : (
        <Link to="/fairness" search={{ period: search.period }}>
          {`返回全部（现在看${below?.name ?? ''}的下级）`}
        </Link>
      )}
    </div>
  );
}

function Rates({ overview }: { readonly overview: FairnessOverview }): ReactElement {
  const { district, rows, period, quarters } = overview;
  const silent = rows.filter(({ silence }) => silence === 'silent').length;
  const whole = district.level === 'city' ? '全市' : '全区';
  return (
    <Panel title="申请情况" extra={`${period.from}至${period.to}`}>
      <div className="stats">
        <StatFigure label={`${whole}申请`} value={district.applicationCount} unit="份" />
        <StatFigure label={`${whole}会员`} value={district.memberCount} unit="人" />
        <StatFigure label={`${whole}每千名会员申请`} value={district.rate ?? '—'} unit="份" />
        <StatFigure label="两季无申请" value={silent} unit="个" note={quartersText(quarters)} />
      </div>
      {rows.length === 0 ? (
        <EmptyState title="没有下级工会可以比较，请返回上一级" />
      ) : (
        <>
          <FairnessTiles overview={overview} />
          <FairnessTable overview={overview} />
        </>
      )}
      <p className="panel-note">
        深色段是按全区水平的正常波动（95%），浅色段为99.8%，虚线为应有数，圆点为实际数。会员少的工会波动大，范围也宽。20个工会中约有1个会偶然落在深色段外。
      </p>
    </Panel>
  );
}
