import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { PageTitle } from '#ui/page-title.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { SidePanel } from '#ui/side-panel.tsx';
import { useIsPhone } from '#ui/use-is-phone.ts';

import type { EvaluationView } from '../contract.ts';
import { useEvaluation } from './evaluation-queries.ts';
import { IndicatorDetail } from './indicator-detail.tsx';
import { toBranches } from './indicator-tree-data.ts';
import { IndicatorTree } from './indicator-tree.tsx';

const route = getRouteApi('/evaluation/scores');

export function ScoresPage(): ReactElement {
  const query = useEvaluation();
  return (
    <>
      <PageTitle title="评分明细">
        每项指标的分值、得分和计分理由。展开可看要素和佐证，点指标名称可看数据和背后的记录。
      </PageTitle>
      <QueryState query={query}>{(view) => <Scores view={view} />}</QueryState>
    </>
  );
}

function Scores({ view }: { readonly view: EvaluationView }): ReactElement {
  const { lost = false, open } = route.useSearch();
  const navigate = route.useNavigate();
  const isPhone = useIsPhone();
  const branches = toBranches(view, lost);
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const shown = branches.flatMap(({ indicators }) => indicators.map(({ position }) => position));
  const indicator = open === undefined ? undefined : view.indicators[open];
  const show = (position: number | undefined): void => {
    void navigate({ search: (old) => ({ ...old, open: position }), replace: open !== undefined });
  };
  return (
    <>
      <TreeControls shown={shown} unfolded={unfolded} onUnfold={setUnfolded} />
      <IndicatorTree
        branches={branches}
        isPhone={isPhone}
        unfolded={unfolded}
        onToggle={(position) => setUnfolded(toggle(unfolded, position))}
        onOpen={show}
      />
      <SidePanel
        title={indicator?.level3 ?? ''}
        isOpen={indicator !== undefined}
        onClose={() => show(undefined)}
      >
        {indicator === undefined ? null : <IndicatorDetail view={view} indicator={indicator} />}
      </SidePanel>
    </>
  );
}

interface TreeControlsProps {
  readonly shown: readonly number[];
  readonly unfolded: ReadonlySet<number>;
  readonly onUnfold: (positions: ReadonlySet<number>) => void;
}

function TreeControls({ shown, unfolded, onUnfold }: TreeControlsProps): ReactElement {
  const { lost = false } = route.useSearch();
  const navigate = route.useNavigate();
  const isAllUnfolded = shown.every((position) => unfolded.has(position));
  return (
    <div className="filters">
      <Checkbox
        checked={lost}
        onChange={(event) => {
          const isChecked = event.target.checked;
          void navigate({ search: isChecked ? { lost: true } : {}, replace: true });
        }}
      >
        只看失分指标
      </Checkbox>
      <Button onClick={() => onUnfold(new Set(isAllUnfolded ? [] : shown))}>
        {isAllUnfolded ? '全部收起' : '全部展开'}
      </Button>
      <span className="filters-count">{`共${shown.length}项指标`}</span>
    </div>
  );
}

function toggle(set: ReadonlySet<number>, value: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
