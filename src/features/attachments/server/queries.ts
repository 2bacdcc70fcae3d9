import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import type { Attachment, Subject } from '../contract.ts';

/** Files of one record, the newest first. */
export async function listAttachments(
  { transaction }: Context,
  { subject, subjectId }: Subject,
): Promise<{ items: Attachment[] }> {
  const rows = await selectAttachments(transaction)
    .where('subject', '=', subject)
    .where('subjectId', '=', subjectId)
    .orderBy('uploadedAt', 'desc')
    .orderBy('storedFiles.id')
    .execute();
  return { items: rows.map(toView) };
}

/** @throws AppError not_found `attachments.unknown`, also where it belongs to a union out of scope. */
export async function getAttachment(
  { transaction }: Context,
  id: string,
): Promise<Attachment & { unionId: number }> {
  const row = await selectAttachments(transaction)
    .select('storedFiles.unionId')
    .where('storedFiles.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'attachments.unknown');
  return { ...toView(row), unionId: row.unionId };
}

function selectAttachments(transaction: Context['transaction']) {
  return (
    transaction
      .selectFrom('storedFiles')
      // Somebody of a union above is not seen from below: no name then.
      .leftJoin('accounts', 'accounts.id', 'uploadedBy')
      .select([
        'storedFiles.id',
        'fileName',
        'mediaType',
        'byteLength',
        'digest',
        'uploadedAt',
        'accounts.displayName as uploadedBy',
      ])
  );
}

interface AttachmentRow extends Omit<Attachment, 'uploadedAt'> {
  readonly uploadedAt: Date;
}

function toView(row: AttachmentRow): Attachment {
  const { id, fileName, mediaType, byteLength, digest, uploadedBy } = row;
  const uploadedAt = row.uploadedAt.toISOString();
  return { id, fileName, mediaType, byteLength, digest, uploadedAt, uploadedBy };
}
