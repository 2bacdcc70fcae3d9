import { PrinterOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import type { ReactElement } from 'react';

import { CopyButton } from '#ui/copy-button.tsx';

import type { MadeInvitation } from '../../rules/desk-views.ts';

interface InvitationSlipProps {
  /** Open while there is one. */
  readonly shown: MadeInvitation | undefined;
  readonly onClose: () => void;
}

/** The code, shown this once: to be printed, or read off the screen with a phone. */
export function InvitationSlip({ shown, onClose }: InvitationSlipProps): ReactElement {
  return (
    <Modal
      title="邀请码"
      open={shown !== undefined}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
      footer={
        <>
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => globalThis.print()}>
            打印
          </Button>
          <Button type="primary" onClick={onClose}>
            已交给职工
          </Button>
        </>
      }
    >
      {shown === undefined ? null : <Slip made={shown} />}
    </Modal>
  );
}

function Slip({ made }: { readonly made: MadeInvitation }): ReactElement {
  const { invitation, code, url, qrSvg } = made;
  const { name, unionName, expiresOn } = invitation;
  return (
    <div className="invitation-slip">
      <p>
        {`${unionName}邀请${name}注册“送暖”职工服务。邀请码`}
        <strong>只显示这一次</strong>
        {`，${expiresOn}前有效，请勿转给他人。`}
      </p>
      <img src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`} alt="注册二维码" />
      <p>用手机扫描二维码，或打开下面的网址、输入邀请码：</p>
      <p className="invitation-code">
        <code>{code}</code>
        <CopyButton text={code} />
      </p>
      <p className="invitation-url">{new URL(url).origin}/my/join</p>
    </div>
  );
}
