import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';

import type { EvaluationView } from '../contract.ts';
import type { Indicator } from '../rules/evaluation.ts';
import { points } from './figures.ts';
import { IndicatorReasons } from './indicator-reasons.tsx';
import { KIND_MEANINGS } from './labels.ts';
import { LostPoints } from './lost-points.tsx';
import { MetricFacts } from './metric-facts.tsx';

interface IndicatorDetailProps {
  readonly view: EvaluationView;
  readonly indicator: Indicator;
}

/** Everything behind one score, down to the link to the rows. */
export function IndicatorDetail({ view, indicator }: IndicatorDetailProps): ReactElement {
  const metric = view.metrics.find(({ name }) => name === indicator.metric);
  const findings = view.findings.filter((finding) => finding.indicator === indicator.level3);
  return (
    <>
      <dl className="facts">
        <Fact term="所属指标">{`${indicator.level1} › ${indicator.level2}`}</Fact>
        <Fact term="得分">
          <strong>{indicator.score === null ? '不计分' : points(indicator.score)}</strong>
          {` / ${points(indicator.weight)}分`}
          <LostPoints indicator={indicator} />
        </Fact>
        <Fact term="计分方式">{`${indicator.kind}：${KIND_MEANINGS[indicator.kind]}`}</Fact>
        {indicator.target === null ? null : <Fact term="目标值">{indicator.target}</Fact>}
      </dl>
      {metric === undefined ? null : <MetricFacts metric={metric} />}
      <IndicatorReasons indicator={indicator} />
      {findings.length === 0 ? null : (
        <div className="reasons">
          <h3>相关问题</h3>
          <ul className="text-list">
            {findings.map((finding) => (
              <li key={finding.position}>{finding.statement}</li>
            ))}
          </ul>
          <Link to="/evaluation/findings" search={{ indicator: indicator.level3 }}>
            查看问题和建议
          </Link>
        </div>
      )}
    </>
  );
}

interface FactProps {
  readonly term: string;
  readonly children: ReactNode;
}

function Fact({ term, children }: FactProps): ReactElement {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
