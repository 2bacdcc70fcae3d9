import type { ReactElement } from 'react';

import { FoldButton } from '#ui/fold-button.tsx';

import { points } from './figures.ts';
import { IndicatorReasons } from './indicator-reasons.tsx';
import type { PlacedIndicator, TreeBranch } from './indicator-tree-data.ts';
import type { IndicatorActions } from './indicator-tree.tsx';
import { LostPoints } from './lost-points.tsx';

interface IndicatorCardsProps extends IndicatorActions {
  readonly branch: TreeBranch;
}

/** The indicators of a branch on a phone. */
export function IndicatorCards({ branch, ...actions }: IndicatorCardsProps): ReactElement {
  return (
    <>
      {branch.groups.map((group) => (
        <section key={group.name}>
          <h3 className="table-title">
            {group.name}
            <span className="group-score">
              {group.score === '' ? '' : `${points(group.score)} / ${points(group.weight)}`}
            </span>
          </h3>
          <ul className="cards">
            {group.indicators.map((placed) => (
              <IndicatorCard key={placed.position} placed={placed} {...actions} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface IndicatorCardProps extends IndicatorActions {
  readonly placed: PlacedIndicator;
}

function IndicatorCard({ placed, unfolded, onToggle, onOpen }: IndicatorCardProps): ReactElement {
  const { indicator, position } = placed;
  const isUnfolded = unfolded.has(position);
  const score = indicator.score === null ? '—' : points(indicator.score);
  return (
    <li className="card">
      <div className="indicator-card-head">
        <FoldButton
          isUnfolded={isUnfolded}
          subject={indicator.level3}
          onToggle={() => onToggle(position)}
        />
        <button type="button" className="link-button" onClick={() => onOpen(position)}>
          {indicator.level3}
        </button>
        <span className="indicator-card-score">
          <strong>{score}</strong> / {points(indicator.weight)}
          <LostPoints indicator={indicator} />
        </span>
      </div>
      {isUnfolded ? <IndicatorReasons indicator={indicator} /> : null}
    </li>
  );
}
