import type { ReactElement } from 'react';

import { Panel } from '#ui/panel.tsx';

import { IndicatorCards } from './indicator-cards.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import type { TreeBranch } from './indicator-tree-data.ts';

interface IndicatorTreeProps extends IndicatorActions {
  readonly branches: readonly TreeBranch[];
  readonly isPhone: boolean;
}

export interface IndicatorActions {
  /** Positions of the indicators whose reasons are shown. */
  readonly unfolded: ReadonlySet<number>;
  readonly onToggle: (position: number) => void;
  readonly onOpen: (position: number) => void;
}

/** One block per level-1 branch, its indicators grouped under their level-2 names. */
export function IndicatorTree({ branches, isPhone, ...actions }: IndicatorTreeProps): ReactElement {
  return (
    <>
      {branches.map((branch) => (
        <Panel
          key={branch.name}
          title={branch.name}
          extra={
            <span className="branch-total">
              得分 <strong>{branch.score}</strong> / {branch.weight}
            </span>
          }
        >
          {isPhone ? (
            <IndicatorCards branch={branch} {...actions} />
          ) : (
            <IndicatorTable branch={branch} {...actions} />
          )}
        </Panel>
      ))}
    </>
  );
}
