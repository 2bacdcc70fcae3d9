import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { ReasonDialog } from '../form/reason-dialog.tsx';

/** Fetches a value in the clear for a reason that is logged. */
export type Reveal = (reason: string) => Promise<string>;

export interface SecretValueProps {
  readonly label: string;
  readonly masked: string;
  readonly onReveal: Reveal | undefined;
}

/** A value stays in the clear only so long: screens are left open. */
const SHOWN_SECONDS = 60;

/** A masked value that can be shown for a minute, for a reason. */
export function SecretValue({ label, masked, onReveal }: SecretValueProps): ReactElement {
  const [shown, setShown] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  return (
    <span className="secret-value">
      {shown === undefined ? (
        <span>{masked}</span>
      ) : (
        <ShownValue key={shown} value={shown} onHide={() => setShown(undefined)} />
      )}
      {onReveal === undefined || shown !== undefined ? null : (
        <>
          <button
            type="button"
            className="link-button"
            aria-label={`显示${label}`}
            onClick={() => setAsking(true)}
          >
            显示
          </button>
          <ReasonDialog
            title={`显示${label}`}
            isOpen={isAsking}
            confirmText="显示"
            onConfirm={async (reason) => setShown(await onReveal(reason))}
            onCancel={() => setAsking(false)}
          >
            <p>{`完整内容显示 ${SHOWN_SECONDS} 秒后自动隐藏。`}</p>
          </ReasonDialog>
        </>
      )}
    </span>
  );
}

interface ShownValueProps {
  readonly value: string;
  readonly onHide: () => void;
}

function ShownValue({ value, onHide }: ShownValueProps): ReactElement {
  const [seconds, setSeconds] = useState(SHOWN_SECONDS);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => left - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (seconds <= 0) onHide();
  }, [seconds, onHide]);
  return (
    <>
      <strong>{value}</strong>
      <button type="button" className="link-button" onClick={onHide}>
        {`隐藏（${seconds}秒）`}
      </button>
    </>
  );
}
