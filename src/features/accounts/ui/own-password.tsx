import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { Panel } from '#ui/panel.tsx';

import type { SessionView } from '../rules/session-view.ts';
import { PasswordForm } from './password-form.tsx';
import { useTakeSession } from './session-queries.ts';

interface OwnPasswordProps {
  readonly session: SessionView;
}

export function OwnPassword({ session }: OwnPasswordProps): ReactElement {
  const { username, hasPassword } = session;
  const takeSession = useTakeSession();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <Panel
      title="密码"
      extra={hasPassword ? <Button onClick={() => setOpen(true)}>修改密码</Button> : undefined}
    >
      <p>{describeAge(session)}</p>
      {isChanged ? (
        <output className="panel-note">密码已修改，其他设备上的登录已退出。</output>
      ) : null}
      <Modal
        title="修改密码"
        open={isOpen}
        footer={null}
        onCancel={close}
        mask={{ closable: false }}
        destroyOnHidden
        closable={{ 'aria-label': '关闭' }}
      >
        <PasswordForm
          username={username}
          onCancel={close}
          onDone={(next) => {
            takeSession(next);
            void client.invalidateQueries({ queryKey: ['own-sessions'] });
            setChanged(true);
            close();
          }}
        />
      </Modal>
    </Panel>
  );
}

function describeAge({ hasPassword, passwordDaysLeft }: SessionView): string {
  if (!hasPassword) return '本账号没有密码，用统一身份登录。';
  if (passwordDaysLeft === null) return '已设置密码。';
  if (passwordDaysLeft === 0) return '密码今天到期，请尽快修改。';
  return `密码还有${passwordDaysLeft}天到期，到期前请修改。`;
}
