import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { QueryState } from '#ui/query-state.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';

import type { RecordView } from '../contract.ts';
import { VIOLATION_TITLES } from '../messages.ts';
import { useRecord } from './evaluation-queries.ts';

/** One row with all its columns, what it broke and which figures it pulled down. */
export function RecordDetail({ reference }: { readonly reference: string }): ReactElement {
  const query = useRecord(reference);
  return <QueryState query={query}>{(record) => <RecordFacts record={record} />}</QueryState>;
}

function RecordFacts({ record }: { readonly record: RecordView }): ReactElement {
  return (
    <>
      <RecordFaults record={record} />
      <dl className="facts">
        {record.fields.map(({ title, value }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value === '' ? <span className="blank">未填</span> : value}</dd>
          </div>
        ))}
      </dl>
      <p className="panel-note">身份证号、银行账号等已隐去部分数字。</p>
    </>
  );
}

function RecordFaults({ record }: { readonly record: RecordView }): ReactElement | null {
  const { violations, missedMetrics } = record;
  if (violations.length === 0 && missedMetrics.length === 0) return null;
  return (
    <ul className="faults">
      {violations.map(({ code, rule, citation, detail }) => (
        <li key={`${code}${detail}`}>
          <StatusBadge tone="bad">{VIOLATION_TITLES[code]}</StatusBadge>
          <p>{detail}</p>
          <p className="element-reason">{`${rule}（${citation}）`}</p>
        </li>
      ))}
      {missedMetrics.length === 0 ? null : (
        <li>
          <StatusBadge tone="warn">未达要求</StatusBadge>
          <p className="rows-links">
            {missedMetrics.map((metric) => (
              <Link
                key={metric}
                to="/evaluation/records/$metric"
                params={{ metric }}
                search={{ missed: true }}
              >
                {metric}
              </Link>
            ))}
          </p>
        </li>
      )}
    </ul>
  );
}
