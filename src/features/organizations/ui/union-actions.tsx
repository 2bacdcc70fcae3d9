import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { useMay } from '#ui/rights.ts';

import { findUnionText } from '../messages.ts';
import type { UnionDetail } from '../rules/union-views.ts';
import { EditUnionDialog } from './edit-union-dialog.tsx';
import { NewUnionDialog } from './new-union-dialog.tsx';
import { CloseUnionDialog, MoveUnionDialog, ReopenUnionDialog } from './placement-dialogs.tsx';

type Act = 'edit' | 'found' | 'move' | 'close' | 'reopen';

interface UnionActionsProps {
  readonly union: UnionDetail;
}

/** What the person may do with the union now, each act in its dialog. */
export function UnionActions({ union }: UnionActionsProps): ReactElement {
  const [act, setAct] = useState<Act>();
  const close = (): void => setAct(undefined);
  const dialog = { union, onClose: close };
  return (
    <>
      <ActButtons union={union} onAct={setAct} />
      <EditUnionDialog {...dialog} isOpen={act === 'edit'} />
      <MoveUnionDialog {...dialog} isOpen={act === 'move'} />
      <CloseUnionDialog {...dialog} isOpen={act === 'close'} />
      <ReopenUnionDialog {...dialog} isOpen={act === 'reopen'} />
      <NewUnionDialog
        parentId={union.id}
        parentLevel={union.level}
        isOpen={act === 'found'}
        onClose={close}
      />
    </>
  );
}

interface ActButtonsProps extends UnionActionsProps {
  readonly onAct: (act: Act) => void;
}

function ActButtons({ union, onAct }: ActButtonsProps): ReactElement {
  const may = useMay();
  const mayRestructure = may('unions.restructure' satisfies Permission);
  if (union.closedOn !== null) {
    return (
      <>
        {mayRestructure ? (
          <Button type="primary" onClick={() => onAct('reopen')}>
            恢复
          </Button>
        ) : null}
      </>
    );
  }
  return (
    <>
      {mayRestructure ? (
        <Button type="primary" onClick={() => onAct('found')}>
          新建下级
        </Button>
      ) : null}
      {may('unions.write' satisfies Permission) ? (
        <Button onClick={() => onAct('edit')}>编辑</Button>
      ) : null}
      {mayRestructure && union.parentId !== null ? (
        <>
          <Button onClick={() => onAct('move')}>调整隶属</Button>
          <CloseButton union={union} onClick={() => onAct('close')} />
        </>
      ) : null}
    </>
  );
}

interface CloseButtonProps extends UnionActionsProps {
  readonly onClick: () => void;
}

/** What stands against it is told before anyone fills in the form. */
function CloseButton({ union, onClick }: CloseButtonProps): ReactElement {
  const [isTold, setTold] = useState(false);
  const obstacles = union.closureObstacles;
  return (
    <>
      <Button danger onClick={obstacles.length === 0 ? onClick : () => setTold(true)}>
        撤销
      </Button>
      <Modal
        title="现在还不能撤销"
        open={isTold}
        onCancel={() => setTold(false)}
        footer={<Button onClick={() => setTold(false)}>知道了</Button>}
        closable={{ 'aria-label': '关闭' }}
      >
        <ul className="obstacles">
          {obstacles.map((reason) => (
            <li key={reason.code}>{findUnionText(reason)}</li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
