import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { Panel } from '#ui/panel.tsx';
import { ScoreBar } from '#ui/score-bar.tsx';

import type { EvaluationView } from '../contract.ts';
import { percent, shareOf } from './figures.ts';

/** Score against weight of each level-1 branch. */
export function BranchScores({ view }: { readonly view: EvaluationView }): ReactElement {
  return (
    <Panel title="一级指标得分" extra={<Link to="/evaluation/scores">查看全部指标</Link>}>
      <ul className="branches">
        {view.totals.level1.map(({ name, weight, score, rate }) => (
          <li key={name}>
            <span className="branch-name">{name}</span>
            <ScoreBar share={shareOf(score, weight)} />
            <span className="branch-score">
              <strong>{score}</strong>
              <span className="branch-weight"> / {weight}分</span>
            </span>
            <span className="branch-rate">得分率 {percent(rate)}</span>
          </li>
        ))}
      </ul>
      <p className="panel-note">{`采用${view.frameworkTitle}。得分率为得分占分值的比例。`}</p>
    </Panel>
  );
}
