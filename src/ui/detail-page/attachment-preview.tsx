import { Modal } from 'antd';
import type { ReactElement } from 'react';

interface PreviewedFile {
  readonly name: string;
  readonly contentType: string;
  readonly url: string;
  readonly viewUrl?: string;
}

interface AttachmentPreviewProps {
  readonly attachment: PreviewedFile | undefined;
  readonly onClose: () => void;
}

/** An image or a PDF, as large as the screen allows. */
export function AttachmentPreview({ attachment, onClose }: AttachmentPreviewProps): ReactElement {
  return (
    <Modal
      title={attachment?.name}
      open={attachment !== undefined}
      onCancel={onClose}
      footer={null}
      width={960}
      centered
      destroyOnHidden
      closable={{ 'aria-label': '关闭' }}
    >
      {attachment === undefined ? null : <PreviewedContent file={attachment} />}
    </Modal>
  );
}

function PreviewedContent({ file }: { readonly file: PreviewedFile }): ReactElement {
  const { name, contentType } = file;
  const url = file.viewUrl ?? file.url;
  if (contentType !== 'application/pdf') {
    return <img className="attachment-image" src={url} alt={name} />;
  }
  // Chromium shows no PDF in a sandboxed frame, and the file comes from our own server.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  return <iframe className="attachment-pdf" src={url} title={name} />;
}
