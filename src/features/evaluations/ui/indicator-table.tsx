import { Fragment } from 'react';
import type { ReactElement } from 'react';

import { FoldButton } from '#ui/fold-button.tsx';
import { TableFrame } from '#ui/table-frame.tsx';

import { points } from './figures.ts';
import { IndicatorReasons } from './indicator-reasons.tsx';
import type { PlacedIndicator, TreeBranch } from './indicator-tree-data.ts';
import type { IndicatorActions } from './indicator-tree.tsx';
import { LostPoints } from './lost-points.tsx';

interface IndicatorTableProps extends IndicatorActions {
  readonly branch: TreeBranch;
}

interface Heading {
  readonly title: string;
  readonly isNumber: boolean;
}

const HEADINGS: readonly Heading[] = [
  { title: '三级指标', isNumber: false },
  { title: '分值', isNumber: true },
  { title: '得分', isNumber: true },
  { title: '失分', isNumber: true },
  { title: '计分方式', isNumber: false },
  { title: '实际值', isNumber: true },
  { title: '目标值', isNumber: true },
];

export function IndicatorTable({ branch, ...actions }: IndicatorTableProps): ReactElement {
  return (
    <TableFrame label={`${branch.name}各项指标`}>
      <table className="plain-table indicator-table">
        <thead>
          <tr>
            {HEADINGS.map(({ title, isNumber }) => (
              <th key={title} scope="col" className={isNumber ? 'is-number' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {branch.groups.map((group) => (
          <tbody key={group.name}>
            <tr className="group-row">
              <th scope="rowgroup" colSpan={HEADINGS.length}>
                {group.name}
                <span className="group-score">
                  {group.score === '' ? '' : `${points(group.score)} / ${points(group.weight)}`}
                </span>
              </th>
            </tr>
            {group.indicators.map((placed) => (
              <IndicatorRows key={placed.position} placed={placed} {...actions} />
            ))}
          </tbody>
        ))}
      </table>
    </TableFrame>
  );
}

interface IndicatorRowsProps extends IndicatorActions {
  readonly placed: PlacedIndicator;
}

function IndicatorRows({ placed, unfolded, onToggle, onOpen }: IndicatorRowsProps): ReactElement {
  const { indicator, position } = placed;
  const isUnfolded = unfolded.has(position);
  return (
    <Fragment>
      <tr>
        <td className="indicator-name">
          <FoldButton
            isUnfolded={isUnfolded}
            subject={indicator.level3}
            onToggle={() => onToggle(position)}
          />
          <button type="button" className="link-button" onClick={() => onOpen(position)}>
            {indicator.level3}
          </button>
        </td>
        <td className="is-number">{points(indicator.weight)}</td>
        <td className="is-number">{indicator.score === null ? '—' : points(indicator.score)}</td>
        <td className="is-number">
          <LostPoints indicator={indicator} />
        </td>
        <td>{indicator.kind}</td>
        <td className="is-number">{indicator.value ?? '—'}</td>
        <td className="is-number">{indicator.target ?? '—'}</td>
      </tr>
      {isUnfolded ? (
        <tr className="unfolded-row">
          <td colSpan={HEADINGS.length}>
            <IndicatorReasons indicator={indicator} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}
