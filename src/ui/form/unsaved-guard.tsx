import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import type { ReactElement } from 'react';

interface UnsavedGuardProps {
  /** Asked at the moment of leaving. */
  readonly hasChanges: () => boolean;
  /** What was typed is found again when the page is opened next time. */
  readonly isKept: boolean;
}

/** Asks before leaving a page whose form was changed and not sent. */
export function UnsavedGuard({ hasChanges, isKept }: UnsavedGuardProps): ReactElement {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => hasChanges() && current.pathname !== next.pathname,
    enableBeforeUnload: hasChanges,
    withResolver: true,
  });
  return (
    <Modal
      title="内容尚未提交"
      open={blocker.status === 'blocked'}
      okText="离开"
      cancelText="继续填写"
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
      closable={{ 'aria-label': '关闭' }}
    >
      <p>
        {isKept
          ? '离开后，已填写的内容会作为草稿保存在本机，下次打开时恢复（密码等除外）。'
          : '离开后，已填写的内容将丢失。'}
      </p>
    </Modal>
  );
}
