import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { WayBack } from '#ui/way-back.tsx';

import type { MetricView } from '../contract.ts';
import { useEvaluation } from './evaluation-queries.ts';
import { FigureRecords } from './figure-records.tsx';
import { MetricInterval } from './metric-facts.tsx';
import { metricFraction, metricText, metricValue } from './metric-texts.ts';

const route = getRouteApi('/evaluation/records/$metric');

/** The rows behind a metric. */
export function RecordsPage(): ReactElement {
  const { metric: name } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useEvaluation();
  return (
    <>
      <PageTitle
        title={`${name}的相关记录`}
        before={<WayBack label="返回" home="/evaluation/metrics" />}
      />
      <QueryState query={query}>
        {({ metrics }) => {
          const metric = metrics.find((one) => one.name === name);
          if (metric === undefined) return <EmptyState title={`没有名为“${name}”的数据`} />;
          return (
            <>
              <MetricSummary metric={metric} />
              <FigureRecords
                figure={{ kind: 'metric', name }}
                hasTest={metric.missedRows !== null}
                search={search}
                onSearch={(next) => void navigate({ search: next, replace: true })}
              />
            </>
          );
        }}
      </QueryState>
    </>
  );
}

function MetricSummary({ metric }: { readonly metric: MetricView }): ReactElement {
  const fractionText = metricFraction(metric);
  return (
    <div className="panel metric-summary">
      <strong className="metric-summary-value">{metricValue(metric)}</strong>
      <div className="metric-base">
        <p>{metricText(metric.name).meaning}。</p>
        {fractionText === '' ? null : <p className="metric-fraction">{fractionText}</p>}
        {metric.reason === undefined ? null : <p>{metric.reason}</p>}
        <MetricInterval metric={metric} />
      </div>
    </div>
  );
}
