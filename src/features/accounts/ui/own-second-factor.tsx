import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { Panel } from '#ui/panel.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';

import { ROLE_TRAITS } from '../rules/roles.ts';
import type { SessionView } from '../rules/session-view.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';
import { PasswordProofDialog } from './password-proof-dialog.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SecondFactorSetup } from './second-factor-setup.tsx';
import { useTakeSession } from './session-queries.ts';

interface OwnSecondFactorProps {
  readonly session: SessionView;
}

export function OwnSecondFactor({ session }: OwnSecondFactorProps): ReactElement {
  const isOn = session.secondFactor === 'given';
  return (
    <Panel title="两步验证" extra={isOn ? <ChangeIt session={session} /> : <SetItUp />}>
      <p>
        {isOn ? (
          <StatusBadge tone="good">已启用</StatusBadge>
        ) : (
          <StatusBadge tone="plain">未启用</StatusBadge>
        )}
        {isOn
          ? ' 登录时除密码外，还须填写手机上的动态口令。'
          : ' 启用后，登录时除密码外还须填写手机上的动态口令，密码泄露也不致被冒用。'}
      </p>
      {isOn && mustKeep(session) ? <p className="panel-note">您的角色须使用，不能停用。</p> : null}
    </Panel>
  );
}

function mustKeep({ roles }: SessionView): boolean {
  return roles.some(({ role }) => ROLE_TRAITS[role].needsSecondFactor);
}

function SetItUp(): ReactElement {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>启用</Button>
      <Modal
        title="启用两步验证"
        open={isOpen}
        footer={null}
        onCancel={() => {
          setOpen(false);
          // It may be on already, the codes left unread.
          void client.invalidateQueries({ queryKey: ['session'] });
        }}
        mask={{ closable: false }}
        destroyOnHidden
        closable={{ 'aria-label': '关闭' }}
      >
        <SecondFactorSetup
          onDone={async () => {
            setOpen(false);
            await client.invalidateQueries({ queryKey: ['session'] });
          }}
        />
      </Modal>
    </>
  );
}

type Step = 'renew' | 'remove';

function ChangeIt({ session }: OwnSecondFactorProps): ReactElement {
  const takeSession = useTakeSession();
  const [step, setStep] = useState<Step>();
  const [codes, setCodes] = useState<readonly string[]>();
  const close = (): void => setStep(undefined);
  return (
    <span className="row-actions">
      <Button onClick={() => setStep('renew')}>换发恢复码</Button>
      {mustKeep(session) ? null : (
        <Button danger onClick={() => setStep('remove')}>
          停用
        </Button>
      )}
      <PasswordProofDialog
        title="换发恢复码"
        lead="换发后，以前的恢复码全部作废。"
        confirmText="换发"
        isOpen={step === 'renew'}
        onClose={close}
        onConfirm={(body) => callRoute(SIGN_IN_ROUTES.renewRecoveryCodes, { body })}
        onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
      />
      <PasswordProofDialog
        title="停用两步验证"
        lead="停用后，只凭密码即可登录；动态口令和恢复码作废。"
        confirmText="停用"
        isOpen={step === 'remove'}
        onClose={close}
        onConfirm={(body) => callRoute(SIGN_IN_ROUTES.removeSecondFactor, { body })}
        onDone={takeSession}
      />
      <NewCodes codes={codes} onDone={() => setCodes(undefined)} />
    </span>
  );
}

interface NewCodesProps {
  readonly codes: readonly string[] | undefined;
  readonly onDone: () => void;
}

function NewCodes({ codes, onDone }: NewCodesProps): ReactElement {
  return (
    <Modal
      title="新的恢复码"
      open={codes !== undefined}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      {codes === undefined ? null : (
        <RecoveryCodes lead="以前的恢复码已作废。" codes={codes} onDone={onDone} />
      )}
    </Modal>
  );
}
