import type { ReactElement } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';

import type { EvaluationView, MetricView } from '../contract.ts';
import { useEvaluation } from './evaluation-queries.ts';
import { MetricInterval, RowsLink } from './metric-facts.tsx';
import { METRIC_GROUPS, metricFraction, metricText, metricValue } from './metric-texts.ts';

export function MetricsPage(): ReactElement {
  const query = useEvaluation();
  return (
    <>
      <PageTitle title="指标数据">
        评分所用的全部数据及其计算口径（按什么范围、用什么数相除）。每个数字都可以打开背后的记录。
      </PageTitle>
      <QueryState query={query}>{(view) => <MetricGroups view={view} />}</QueryState>
    </>
  );
}

function MetricGroups({ view }: { readonly view: EvaluationView }): ReactElement {
  return (
    <>
      {METRIC_GROUPS.map((group) => {
        const metrics = view.metrics.filter(({ name }) => metricText(name).group === group);
        return metrics.length === 0 ? null : (
          <Panel key={group} title={group}>
            <DataTable
              label={`${group}类数据`}
              columns={COLUMNS}
              rows={metrics}
              rowKey={(metric) => metric.name}
            />
          </Panel>
        );
      })}
    </>
  );
}

const COLUMNS: readonly DataColumn<MetricView>[] = [
  {
    key: 'name',
    title: '数据',
    width: 160,
    isCardTitle: true,
    render: (metric) => <strong>{metric.name}</strong>,
  },
  {
    key: 'value',
    title: '数值',
    width: 110,
    align: 'right',
    render: (metric) => <strong>{metricValue(metric)}</strong>,
  },
  {
    key: 'base',
    title: '计算口径',
    isWideOnPhone: true,
    render: (metric) => <MetricBase metric={metric} />,
  },
  {
    key: 'rows',
    title: '记录',
    width: 260,

    render: (metric) => <RowsLink metric={metric} />,
  },
];

function MetricBase({ metric }: { readonly metric: MetricView }): ReactElement {
  const fractionText = metricFraction(metric);
  return (
    <div className="metric-base">
      <p>{metricText(metric.name).meaning}</p>
      {fractionText === '' ? null : <p className="metric-fraction">{fractionText}</p>}
      {metric.reason === undefined ? null : <p>{metric.reason}</p>}
      <MetricInterval metric={metric} />
    </div>
  );
}
