import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { RequestFailure, failureText } from '../request-failure.ts';

export interface SendFileOptions {
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends one file; see `uploadFile`. */
export type SendFile = (file: File, options: SendFileOptions) => Promise<unknown>;

export interface UploadButtonProps {
  readonly onUpload: SendFile;
  readonly label?: string;
  readonly accept?: string | undefined;
  readonly longestBytes?: number | undefined;
}

/** Picks one file and sends it, with its progress and a way to stop. */
export function UploadButton(props: UploadButtonProps): ReactElement {
  const { label = '上传附件', accept, longestBytes } = props;
  const picker = useRef<HTMLInputElement>(null);
  const { progress, error, send, cancel } = useUpload(props);
  return (
    <div className="upload">
      <input
        ref={picker}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be picked again after a failure.
          event.target.value = '';
          if (file !== undefined) void send(file);
        }}
      />
      <Button
        icon={<UploadOutlined aria-hidden />}
        loading={progress !== undefined}
        onClick={() => picker.current?.click()}
      >
        {label}
      </Button>
      {longestBytes === undefined ? null : (
        <span className="field-hint">{`单个文件不超过 ${megabytes(longestBytes)} MB`}</span>
      )}
      {progress === undefined ? null : <UploadProgress share={progress} onCancel={cancel} />}
      {error === undefined ? null : (
        <div role="alert">
          <Alert type="error" showIcon title={error} />
        </div>
      )}
    </div>
  );
}

interface UploadProgressProps {
  readonly share: number;
  readonly onCancel: () => void;
}

function UploadProgress({ share, onCancel }: UploadProgressProps): ReactElement {
  return (
    <div className="upload-progress">
      <Progress percent={Math.round(share * 100)} aria-label="上传进度" />
      <Button size="small" onClick={onCancel}>
        取消
      </Button>
    </div>
  );
}

interface Upload {
  readonly progress: number | undefined;
  readonly error: string | undefined;
  readonly send: (file: File) => Promise<void>;
  readonly cancel: () => void;
}

function useUpload({ onUpload, longestBytes = Infinity }: UploadButtonProps): Upload {
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<string>();
  const abort = useRef<AbortController>(undefined);
  async function send(file: File): Promise<void> {
    if (file.size > longestBytes) {
      setError(`“${file.name}”超过 ${megabytes(longestBytes)} MB，请压缩后再上传。`);
      return;
    }
    abort.current = new AbortController();
    setError(undefined);
    setProgress(0);
    try {
      await onUpload(file, { onProgress: setProgress, signal: abort.current.signal });
    } catch (cause) {
      if (!isCancelled(cause)) setError(failureText(cause));
    } finally {
      setProgress(undefined);
    }
  }
  return { progress, error, send, cancel: () => abort.current?.abort() };
}

function isCancelled(error: unknown): boolean {
  return error instanceof RequestFailure && error.code === 'upload.cancelled';
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
