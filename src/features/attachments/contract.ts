import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

/** What a file belongs to: a kind of record and its number there. */
export const Subject = z.object({
  subject: z
    .string()
    .regex(/^[a-z][a-z_]{0,39}$/)
    .describe('记录种类，如 union'),
  subjectId: z.string().min(1).max(80),
});
export type Subject = z.output<typeof Subject>;

export const Attachment = z.object({
  id: z.uuid(),
  fileName: z.string(),
  mediaType: z.string(),
  byteLength: z.number().int(),
  /** SHA-256 of what is stored, in hexadecimal. */
  digest: z.string(),
  uploadedAt: z.string(),
  uploadedBy: z.string().nullable(),
});
export type Attachment = z.output<typeof Attachment>;

/** The newest first; one record has few files, so there are no pages. */
export const AttachmentList = z.object({ items: z.array(Attachment) });

const AttachmentId = z.object({ id: z.uuid() });
const EXAMPLE: Attachment = {
  id: '0d3f4a3c-6c5a-4f0b-9d7e-1f2a3b4c5d6e',
  fileName: '成立批复.pdf',
  mediaType: 'application/pdf',
  byteLength: 182_044,
  digest: 'ab'.repeat(32),
  uploadedAt: '2026-03-02T02:00:00.000Z',
  uploadedBy: '王经办',
};

/** The largest setting of `files.max_megabytes`; the one in force is checked behind it. */
const MAX_UPLOAD_BYTES = 200 * 1024 * 1024;

export const ATTACHMENT_ROUTES = {
  list: defineRoute({
    name: 'attachments.list',
    method: 'GET',
    path: '/api/attachments',
    summary: '一条记录的附件',
    access: 'files.read',
    audit: { unaudited: 'names only; opening a file is recorded' },
    query: Subject,
    reply: AttachmentList,
    example: { items: [EXAMPLE] },
  }),
  upload: defineRoute({
    name: 'attachments.upload',
    method: 'POST',
    path: '/api/attachments',
    summary: '上传附件；照片会缩小并去除位置等信息',
    access: 'files.write',
    audit: { action: 'attachment.added', subject: 'attachment' },
    body: Subject,
    reply: Attachment,
    example: EXAMPLE,
    upload: { maxBytes: MAX_UPLOAD_BYTES },
    perMinute: 60,
  }),
  download: defineRoute({
    name: 'attachments.download',
    method: 'GET',
    path: '/api/attachments/:id/content',
    summary: '下载附件',
    access: 'files.read',
    audit: { action: 'attachment.downloaded', subject: 'attachment' },
    params: AttachmentId,
    query: z.object({ view: z.literal('1').optional().describe('在页面中查看，而不是下载') }),
    reply: z.unknown(),
    example: '成立批复.pdf',
    isRaw: true,
  }),
  remove: defineRoute({
    name: 'attachments.remove',
    method: 'POST',
    path: '/api/attachments/:id/removal',
    summary: '删除附件，须说明理由',
    access: 'files.write',
    audit: { action: 'attachment.removed', subject: 'attachment' },
    params: AttachmentId,
    body: z.object({ reason: z.string().trim().min(4).max(200) }),
    reply: z.object({}),
    example: {},
  }),
};
