import { Button } from 'antd';
import type { ReactElement } from 'react';

import { CopyButton } from '#ui/copy-button.tsx';

interface RecoveryCodesProps {
  /** What has happened. */
  readonly lead: string;
  readonly codes: readonly string[];
  /** After the person has said that the codes are kept. */
  readonly onDone: () => void;
}

/** Recovery codes, shown this once. */
export function RecoveryCodes({ lead, codes, onDone }: RecoveryCodesProps): ReactElement {
  return (
    <>
      <p>
        {lead}以下恢复码<strong>只显示这一次</strong>
        ，每个可用一次。请抄写或打印后妥善保管，手机丢失时用它登录。
      </p>
      <ul className="doorstep-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="submit-bar">
        <Button type="primary" onClick={onDone}>
          我已保存恢复码
        </Button>
        <CopyButton text={codes.join('\n')} />
      </div>
    </>
  );
}
