import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { StatusBadge } from '#ui/status-badge.tsx';

import type { EvaluationView, FindingView } from '../contract.ts';
import { SEVERITIES } from './labels.ts';
import { metricValue } from './metric-texts.ts';

interface FindingCardProps {
  readonly finding: FindingView;
  readonly view: EvaluationView;
}

/** What was found, the figure and the indicator it touches, and what to do. */
export function FindingCard({ finding, view }: FindingCardProps): ReactElement {
  const { severity, statement, suggestion } = finding;
  return (
    <li className="finding">
      <div className="finding-head">
        <StatusBadge tone={SEVERITIES[severity].tone}>{SEVERITIES[severity].label}</StatusBadge>
        <h2>{statement}</h2>
      </div>
      <p className="finding-suggestion">
        <strong>建议：</strong>
        {suggestion}
      </p>
      <FindingLinks finding={finding} view={view} />
    </li>
  );
}

function FindingLinks({ finding, view }: FindingCardProps): ReactElement {
  const position = view.indicators.findIndex(({ level3 }) => level3 === finding.indicator);
  const metric = view.metrics.find(({ name }) => name === finding.metric);
  return (
    <p className="finding-links">
      {finding.indicator === undefined ? null : (
        <span>
          {'涉及指标：'}
          {position < 0 ? (
            finding.indicator
          ) : (
            <Link to="/evaluation/scores" search={{ open: position }}>
              {finding.indicator}
            </Link>
          )}
        </span>
      )}
      {metric === undefined ? null : (
        <span>
          {'相关数据：'}
          <Link to="/evaluation/records/$metric" params={{ metric: metric.name }}>
            {`${metric.name} ${metricValue(metric)}`}
          </Link>
        </span>
      )}
      {finding.rows === 0 ? null : (
        <Link
          to="/evaluation/findings/$position/records"
          params={{ position: String(finding.position) }}
        >
          {`查看${finding.rows}条相关记录`}
        </Link>
      )}
    </p>
  );
}
