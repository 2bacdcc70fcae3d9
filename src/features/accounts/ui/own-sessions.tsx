import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { failureText } from '#ui/request-failure.ts';

import type { OpenSession } from '../rules/session-view.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';
import { describeDevice } from './describe-device.ts';
import { SessionTable } from './session-table.tsx';

/** The places where the person is signed in. */
export function OwnSessions(): ReactElement {
  const query = useQuery({
    queryKey: ['own-sessions'],
    queryFn: ({ signal }) => callRoute(SIGN_IN_ROUTES.listOwnSessions, { signal }),
  });
  const [ending, setEnding] = useState<Ending>();
  const hasOthers = query.data?.items.some(({ isCurrent }) => !isCurrent) ?? false;
  return (
    <Panel
      title="当前登录"
      extra={
        hasOthers ? <Button onClick={() => setEnding('others')}>结束其他登录</Button> : undefined
      }
    >
      <QueryState query={query}>
        {({ items }) => <SessionTable sessions={items} onEnd={hasOthers ? setEnding : undefined} />}
      </QueryState>
      <p className="panel-note">有不是本人的登录时，请先结束它，再修改密码。</p>
      <EndDialog ending={ending} onClose={() => setEnding(undefined)} />
    </Panel>
  );
}

/** One session, or all but the one that asks. */
type Ending = OpenSession | 'others';

interface EndDialogProps {
  readonly ending: Ending | undefined;
  readonly onClose: () => void;
}

function EndDialog({ ending, onClose }: EndDialogProps): ReactElement {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const confirm = async (): Promise<void> => {
    if (ending === undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      await end(ending);
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ['own-sessions'] });
    }
  };
  return (
    <Modal
      title="结束登录"
      open={ending !== undefined}
      okText="结束"
      cancelText="取消"
      okButtonProps={{ danger: true }}
      confirmLoading={isBusy}
      onOk={() => void confirm()}
      onCancel={onClose}
      afterClose={() => setError(undefined)}
      closable={{ 'aria-label': '关闭' }}
    >
      <p>{ending === undefined ? '' : describeEnding(ending)}</p>
      {error === undefined ? null : (
        <Alert type="error" showIcon role="alert" title={failureText(error)} />
      )}
    </Modal>
  );
}

function end(ending: Ending): Promise<unknown> {
  return ending === 'others'
    ? callRoute(SIGN_IN_ROUTES.endOtherSessions)
    : callRoute(SIGN_IN_ROUTES.endOwnSession, { params: { id: ending.id } });
}

function describeEnding(ending: Ending): string {
  const where =
    ending === 'others' ? '其他设备上的登录' : `${describeDevice(ending.userAgent)}的登录`;
  return `${where}立即退出，未提交的内容可能丢失。`;
}
