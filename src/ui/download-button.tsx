import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import type { RouteContract } from '#core/route-contract.ts';

import { downloadFile } from './download-file.ts';
import { failureText } from './request-failure.ts';

interface DownloadButtonProps {
  readonly route: RouteContract;
  /** Sent along, for routes that give a file back. */
  readonly file?: File;
  readonly fallbackName: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** Fetches a file that needs no reason, and says why when it does not come. */
export function DownloadButton(props: DownloadButtonProps): ReactElement {
  const { route, file, fallbackName, icon, children } = props;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  async function download(): Promise<void> {
    setBusy(true);
    setError('');
    try {
      await downloadFile(route, { fallbackName, ...(file === undefined ? {} : { file }) });
    } catch (cause) {
      setError(failureText(cause));
    } finally {
      setBusy(false);
    }
  }
  return (
    <span className="download">
      <Button icon={icon} loading={isBusy} onClick={() => void download()}>
        {children}
      </Button>
      <span role="alert" className="row-error">
        {error}
      </span>
    </span>
  );
}
