import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { MetricView } from '../contract.ts';
import { percent } from './figures.ts';
import { metricFraction, metricText, metricValue } from './metric-texts.ts';

interface MetricFactsProps {
  readonly metric: MetricView;
}

/** A metric's value, what it is made of, and the way to its rows. */
export function MetricFacts({ metric }: MetricFactsProps): ReactElement {
  const fractionText = metricFraction(metric);
  return (
    <div className="metric-facts">
      <div className="metric-head">
        <span>{metric.name}</span>
        <strong>{metricValue(metric)}</strong>
      </div>
      <p>{metricText(metric.name).meaning}。</p>
      {fractionText === '' ? null : <p>{fractionText}</p>}
      {metric.reason === undefined ? null : <p>{metric.reason}</p>}
      <MetricInterval metric={metric} />
      <RowsLink metric={metric} />
    </div>
  );
}

export function MetricInterval({ metric }: MetricFactsProps): ReactElement | null {
  const { interval } = metric;
  if (interval === undefined) return null;
  const { respondents, population, low, high, marginPoints, requiredSample } = interval;
  return (
    <p className="metric-interval">
      {`${respondents}人作答${population === null ? '' : `（总体${population}人）`}；`}
      {`按此样本推断，真实比例有95%的把握在${percent(low)}至${percent(high)}之间；`}
      {`最大误差±${marginPoints}个百分点`}
      {requiredSample === null ? '。' : `，误差不超过10个百分点需${requiredSample}人作答。`}
    </p>
  );
}

/** The rows behind a metric, and those that did not meet it. */
export function RowsLink({ metric }: MetricFactsProps): ReactElement {
  if (metric.rows === 0) return <span className="no-rows">没有相关记录</span>;
  const missed = metric.missedRows ?? 0;
  return (
    <span className="rows-links">
      <Link to="/evaluation/records/$metric" params={{ metric: metric.name }}>
        {`查看${metric.rows}条记录`}
      </Link>
      {missed === 0 ? null : (
        <Link
          to="/evaluation/records/$metric"
          params={{ metric: metric.name }}
          search={{ missed: true }}
        >
          {`其中${missed}条未达要求`}
        </Link>
      )}
    </span>
  );
}
