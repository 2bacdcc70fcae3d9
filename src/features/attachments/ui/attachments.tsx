import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import { callRoute, routePath } from '#ui/call-route.ts';
import { AttachmentList } from '#ui/detail-page/attachment-list.tsx';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { QueryState } from '#ui/query-state.tsx';
import { uploadFile } from '#ui/upload-file.ts';

import { ATTACHMENT_ROUTES, Attachment } from '../contract.ts';
import type { Subject } from '../contract.ts';

const { list, upload, download, remove } = ATTACHMENT_ROUTES;
const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.webp,.heic,.docx,.xlsx,.txt,.csv';

export interface AttachmentsProps extends Subject {
  readonly mayWrite: boolean;
}

/** Files of one record, for those who may see them. */
export function Attachments({ subject, subjectId, mayWrite }: AttachmentsProps): ReactElement {
  const client = useQueryClient();
  const key = ['attachments', subject, subjectId];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => callRoute(list, { query: { subject, subjectId }, signal }),
  });
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: key });
  return (
    <QueryState query={query}>
      {({ items }) => (
        <AttachmentList
          attachments={items.map(toListed)}
          accept={ACCEPTED}
          onUpload={mayWrite ? (file, options) => send(file, options).then(refresh) : undefined}
          onRemove={
            mayWrite
              ? async ({ id }, reason) => {
                  await callRoute(remove, { params: { id }, body: { reason } });
                  await refresh();
                }
              : undefined
          }
        />
      )}
    </QueryState>
  );

  function send(
    file: File,
    options: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
  ): Promise<Attachment> {
    const fields = { subject, subjectId };
    return uploadFile(upload.path, file, { ...options, schema: Attachment, fields });
  }
}

function toListed(file: Attachment): Parameters<typeof AttachmentList>[0]['attachments'][number] {
  const params = { id: file.id };
  const who = file.uploadedBy === null ? '' : `${file.uploadedBy} `;
  return {
    id: file.id,
    name: file.fileName,
    sizeBytes: file.byteLength,
    contentType: file.mediaType,
    url: routePath(download.path, params),
    viewUrl: routePath(download.path, params, { view: '1' }),
    note: <span>{`${who}${timeText(file.uploadedAt)}`}</span>,
  };
}
