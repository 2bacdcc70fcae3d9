import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { Panel } from '#ui/panel.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';

import type { EvaluationView } from '../contract.ts';
import { lostPoints, points } from './figures.ts';
import { GRADE_BANDS, GRADE_TONES } from './labels.ts';

export function TotalScore({ view }: { readonly view: EvaluationView }): ReactElement {
  const { weight, score, grade } = view.totals;
  return (
    <Panel title="综合得分" className="total-score">
      <p className="total-figure">
        <span className="total-number">{score}</span>
        <span className="stat-unit">{`分 / ${points(weight)}分`}</span>
        <StatusBadge tone={GRADE_TONES[grade]}>
          <span className="total-grade">{grade}</span>
        </StatusBadge>
      </p>
      <p className="panel-note">{GRADE_BANDS}。</p>
      <p className="panel-note">
        共失{lostPoints(weight, score)}分，每一分的原因见
        <Link to="/evaluation/scores" search={{ lost: true }}>
          失分指标
        </Link>
        。
      </p>
    </Panel>
  );
}
