import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Api } from '#platform/http/api.ts';

import { ATTACHMENT_ROUTES } from '../contract.ts';
import { addAttachment, removeAttachment } from './commands/attachments.ts';
import { headersOfFile } from './commands/headers-of-file.ts';
import { keepFile } from './keep-file.ts';
import { getAttachment, listAttachments } from './queries.ts';

/** The union of a record that the actor may see; undefined when there is none. */
export type FindSubjectUnion = (context: Context, subjectId: string) => Promise<number | undefined>;

export interface AttachmentRouteDependencies {
  readonly files: FileStore;
  /** Kinds of records that files may be attached to, by name. */
  readonly subjects: Readonly<Record<string, FindSubjectUnion>>;
  /** The dated setting in force. */
  readonly settings: (now: Date) => Promise<{ readonly 'files.max_megabytes': number }>;
}

const BYTES_PER_MEGABYTE = 1024 * 1024;

export function addAttachmentRoutes(api: Api, dependencies: AttachmentRouteDependencies): void {
  const { files, settings } = dependencies;
  api.bind(ATTACHMENT_ROUTES.list, (context, { query }) => listAttachments(context, query));
  api.bindStaged(ATTACHMENT_ROUTES.upload, async (stages, { body, upload }) => {
    if (upload === undefined) throw new AppError('invalid', 'upload.file_missing');
    const unionId = await stages.transact((context) => getUnion(dependencies, context, body));
    const limits = await settings(stages.now);
    const maxBytes = limits['files.max_megabytes'] * BYTES_PER_MEGABYTE;
    const kept = await keepFile(files, upload, maxBytes);
    return stages.transact(async (context) => {
      const id = await addAttachment(context, files, { kept, owner: { ...body, unionId } });
      const { unionId: _unionId, ...attachment } = await getAttachment(context, id);
      return attachment;
    });
  });
  api.bindStaged(ATTACHMENT_ROUTES.download, async (stages, { params, query }, { reply }) => {
    const { unionId, ...found } = await stages.transact((context) =>
      getAttachment(context, params.id),
    );
    const bytes = await files.get(found.digest);
    await stages.transact(({ record }) =>
      record({ subjectId: found.id, unionId, after: { fileName: found.fileName } }),
    );
    reply.headers(headersOfFile(found, query.view === '1'));
    return bytes;
  });
  api.bind(ATTACHMENT_ROUTES.remove, async (context, { params, body }) => {
    await removeAttachment(context, { id: params.id, reason: body.reason });
    return {};
  });
}

async function getUnion(
  { subjects }: AttachmentRouteDependencies,
  context: Context,
  { subject, subjectId }: { subject: string; subjectId: string },
): Promise<number> {
  const find = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
  const unionId = await find?.(context, subjectId);
  if (unionId === undefined) throw new AppError('not_found', 'attachments.subject_unknown');
  return unionId;
}

/** Files of a union itself, such as the paper that founded it. */
export const findUnionSubject: FindSubjectUnion = async ({ transaction }, subjectId) => {
  if (!/^\d{1,9}$/.test(subjectId)) return undefined;
  const row = await transaction
    .selectFrom('unions')
    .select('id')
    .where('id', '=', Number(subjectId))
    .executeTakeFirst();
  return row?.id;
};
