import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import type { ComponentType, LazyExoticComponent, ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { useMay } from '#ui/rights.ts';

import type { HouseholdDetail } from '../../rules/household-views.ts';
import type { ActDialogProps } from './act-fields.tsx';

type Act = 'recheck' | 'move' | 'head' | 'split' | 'merge' | 'exit' | 'relapse' | 'undoMerge';
type Dialog = LazyExoticComponent<ComponentType<ActDialogProps>>;

// The forms come with the first act.
const DIALOGS: Readonly<Record<Act, Dialog>> = {
  recheck: lazy(async () => {
    const { RecheckDialog } = await import('./state-dialogs.tsx');
    return { default: RecheckDialog };
  }),
  move: lazy(async () => {
    const { MoveDialog } = await import('./move-dialog.tsx');
    return { default: MoveDialog };
  }),
  exit: lazy(async () => {
    const { ExitDialog } = await import('./state-dialogs.tsx');
    return { default: ExitDialog };
  }),
  relapse: lazy(async () => {
    const { RelapseDialog } = await import('./state-dialogs.tsx');
    return { default: RelapseDialog };
  }),
  head: lazy(async () => {
    const { HeadDialog } = await import('./people-dialogs.tsx');
    return { default: HeadDialog };
  }),
  split: lazy(async () => {
    const { SplitDialog } = await import('./people-dialogs.tsx');
    return { default: SplitDialog };
  }),
  merge: lazy(async () => {
    const { MergeDialog } = await import('./merge-dialogs.tsx');
    return { default: MergeDialog };
  }),
  undoMerge: lazy(async () => {
    const { UndoMergeDialog } = await import('./merge-dialogs.tsx');
    return { default: UndoMergeDialog };
  }),
};

interface HouseholdActionsProps {
  readonly household: HouseholdDetail;
}

/** What the person may do with the file as it stands, each act in its dialog. */
export function HouseholdActions({
  household,
  UnionInput,
}: HouseholdActionsProps & Pick<ActDialogProps, 'UnionInput'>): ReactElement {
  const [act, setAct] = useState<Act>();
  const Dialog = act === undefined ? undefined : DIALOGS[act];
  return (
    <>
      <ActButtons household={household} onAct={setAct} />
      {Dialog === undefined ? null : (
        <Suspense>
          <Dialog household={household} onClose={() => setAct(undefined)} UnionInput={UnionInput} />
        </Suspense>
      )}
    </>
  );
}

interface ActButtonsProps extends HouseholdActionsProps {
  readonly onAct: (act: Act) => void;
}

function ActButtons({ household, onAct }: ActButtonsProps): ReactElement | null {
  const may = useMay();
  const mayWrite = may('households.write' satisfies Permission);
  const mayMerge = may('households.merge' satisfies Permission);
  switch (household.state) {
    case 'open':
      return (
        <>
          {mayWrite ? <OpenFileButtons household={household} onAct={onAct} /> : null}
          {mayMerge ? <Button onClick={() => onAct('merge')}>并户</Button> : null}
          {mayWrite ? (
            <Button danger onClick={() => onAct('exit')}>
              退出
            </Button>
          ) : null}
        </>
      );
    case 'exited':
      return mayWrite ? (
        <Button type="primary" onClick={() => onAct('relapse')}>
          返困
        </Button>
      ) : null;
    case 'merged':
      return mayMerge ? <Button onClick={() => onAct('undoMerge')}>撤销并户</Button> : null;
  }
}

function OpenFileButtons({ household, onAct }: ActButtonsProps): ReactElement {
  const navigate = useNavigate();
  const isAlone = household.form.people.length === 1;
  return (
    <>
      <Button
        type="primary"
        onClick={() =>
          void navigate({ to: '/households/$id/edit', params: { id: String(household.id) } })
        }
      >
        更新登记表
      </Button>
      <Button onClick={() => onAct('recheck')}>年度复核</Button>
      <Button onClick={() => onAct('move')}>转移</Button>
      {isAlone ? null : (
        <>
          <Button onClick={() => onAct('head')}>变更户主</Button>
          <Button onClick={() => onAct('split')}>分户</Button>
        </>
      )}
    </>
  );
}
