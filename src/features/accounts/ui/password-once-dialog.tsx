import { Button, Modal } from 'antd';
import type { ReactElement } from 'react';

import { CopyButton } from '#ui/copy-button.tsx';

export interface PasswordOnce {
  readonly username: string;
  readonly displayName: string;
  readonly initialPassword: string;
}

interface PasswordOnceDialogProps {
  /** Open while there is one. */
  readonly shown: PasswordOnce | undefined;
  readonly onClose: () => void;
}

/** An initial password, shown this once; closed only by saying that it was handed over. */
export function PasswordOnceDialog({ shown, onClose }: PasswordOnceDialogProps): ReactElement {
  return (
    <Modal
      title="初始密码"
      open={shown !== undefined}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          我已记下
        </Button>
      }
    >
      {shown === undefined ? null : (
        <>
          <p>
            {`${shown.displayName}（${shown.username}）的初始密码`}
            <strong>只显示这一次</strong>。请当面或另行告知本人，首次登录时须修改。
          </p>
          <p className="password-once">
            <code>{shown.initialPassword}</code>
            <CopyButton text={shown.initialPassword} />
          </p>
        </>
      )}
    </Modal>
  );
}
