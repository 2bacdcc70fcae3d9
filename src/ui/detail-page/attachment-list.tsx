import { FileOutlined, FilePdfOutlined, PictureOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { ReasonDialog } from '../form/reason-dialog.tsx';
import { Panel } from '../panel.tsx';
import { AttachmentPreview } from './attachment-preview.tsx';
import { sizeText } from './detail-texts.ts';
import { UploadButton } from './upload-button.tsx';
import type { SendFile } from './upload-button.tsx';

export interface Attachment {
  readonly id: string;
  readonly name: string;
  /** What it proves: 诊断证明, 收入证明 … */
  readonly kind?: string;
  readonly sizeBytes: number;
  /** e.g. `image/jpeg`; images and PDF can be looked at. */
  readonly contentType: string;
  /** Sends the file to keep. */
  readonly url: string;
  /** Sends the file to look at; the same address when absent. */
  readonly viewUrl?: string;
  readonly note?: ReactNode;
}

export type RemoveFile = (attachment: Attachment, reason: string) => Promise<void>;

export interface AttachmentListProps {
  readonly title?: string;
  readonly attachments: readonly Attachment[];
  /** Takes one file; absent for those who may not add. */
  readonly onUpload?: SendFile | undefined;
  /** For the file dialog, e.g. `.jpg,.png,.pdf`. */
  readonly accept?: string;
  readonly longestBytes?: number;
  /** Takes one away, with the reason that was given. */
  readonly onRemove?: RemoveFile | undefined;
}

/** Files of one thing: look, download, add, remove. */
export function AttachmentList(props: AttachmentListProps): ReactElement {
  const { title = '附件', attachments, onUpload, accept, longestBytes, onRemove } = props;
  const [viewed, setViewed] = useState<Attachment>();
  return (
    <Panel title={title} extra={`${attachments.length} 个`}>
      {attachments.length === 0 ? <p className="is-absent">暂无附件</p> : null}
      <ul className="attachments">
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <FileIcon contentType={attachment.contentType} />
            <AttachmentFacts attachment={attachment} />
            <span className="row-actions">
              {canPreview(attachment) ? (
                <Button type="link" size="small" onClick={() => setViewed(attachment)}>
                  预览
                </Button>
              ) : null}
              <a href={attachment.url} download={attachment.name}>
                下载
              </a>
              {onRemove === undefined ? null : (
                <RemoveButton attachment={attachment} onRemove={onRemove} />
              )}
            </span>
          </li>
        ))}
      </ul>
      {onUpload === undefined ? null : (
        <UploadButton onUpload={onUpload} accept={accept} longestBytes={longestBytes} />
      )}
      <AttachmentPreview attachment={viewed} onClose={() => setViewed(undefined)} />
    </Panel>
  );
}

function AttachmentFacts({ attachment }: { readonly attachment: Attachment }): ReactElement {
  const { name, kind, sizeBytes, note } = attachment;
  return (
    <span className="attachment-facts">
      <span className="attachment-name">{name}</span>
      <span className="attachment-note">
        {kind === undefined ? null : <span>{kind}</span>}
        <span>{sizeText(sizeBytes)}</span>
        {note}
      </span>
    </span>
  );
}

interface RemoveButtonProps {
  readonly attachment: Attachment;
  readonly onRemove: RemoveFile;
}

function RemoveButton({ attachment, onRemove }: RemoveButtonProps): ReactElement {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        type="link"
        danger
        size="small"
        aria-label={`删除${attachment.name}`}
        onClick={() => setAsking(true)}
      >
        删除
      </Button>
      <ReasonDialog
        title={`删除“${attachment.name}”`}
        isOpen={isAsking}
        isDanger
        confirmText="删除"
        onConfirm={async (reason) => {
          await onRemove(attachment, reason);
          setAsking(false);
        }}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}

function FileIcon({ contentType }: { readonly contentType: string }): ReactElement {
  if (contentType.startsWith('image/')) return <PictureOutlined aria-hidden />;
  if (contentType === 'application/pdf') return <FilePdfOutlined aria-hidden />;
  return <FileOutlined aria-hidden />;
}

function canPreview({ contentType }: Attachment): boolean {
  return /^image\/(jpeg|png|gif|webp)$/.test(contentType) || contentType === 'application/pdf';
}
