import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { Panel } from '#ui/panel.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';

import type { EvaluationView } from '../contract.ts';
import { VIOLATION_TITLES } from '../messages.ts';
import type { Finding } from '../rules/evaluation.ts';
import { SEVERITIES } from './labels.ts';

const ORDER: readonly Finding['severity'][] = ['error', 'warn', 'info'];

/** How much was found, each count leading to its list. */
export function ProblemSummary({ view }: { readonly view: EvaluationView }): ReactElement {
  const { findings, violations } = view;
  return (
    <Panel title="问题与违规" extra={<Link to="/evaluation/findings">查看全部问题</Link>}>
      <ul className="rows">
        {ORDER.map((severity) => (
          <li key={severity}>
            <StatusBadge tone={SEVERITIES[severity].tone}>{SEVERITIES[severity].label}</StatusBadge>
            <Link to="/evaluation/findings" search={{ severity }}>
              {findings.filter((finding) => finding.severity === severity).length}项
            </Link>
          </li>
        ))}
      </ul>
      <h3 className="table-title">违反救助规定的发放</h3>
      {violations.length === 0 ? (
        <p>没有发现违规。</p>
      ) : (
        <ul className="rows">
          {violations.map(({ code, count }) => (
            <li key={code}>
              <span>{VIOLATION_TITLES[code]}</span>
              <Link to="/evaluation/violations" search={{ code }}>
                {count}笔
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
