import { AppError } from '#core/app-error.ts';
import type { UploadedFile } from '#core/route-contract.ts';
import { addPaper, removePaper } from '#features/applications/server/commands/case-papers.ts';
import { inOwnCase } from '#features/applications/server/commands/own-case.ts';
import {
  addAttachment,
  keepFile,
  readAttachment,
  removeAttachment,
} from '#features/attachments/server/commands/attachments.ts';
import type { Context } from '#platform/context.ts';
import type { Stages } from '#platform/http/stages.ts';

import type { OwnDetail } from '../../rules/own-views.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { describeOwnCase, findOpenFamily } from './own-cases.ts';

const SUBJECT = 'application';

interface OwnUpload {
  readonly id: number;
  readonly paper: string;
  readonly upload: UploadedFile;
}

/**
 * Keeps a photo or file as one of the papers; scanned and made small while no connection is held.
 * @throws AppError `not_found`, `invalid` `files.…`, `application.paper_unknown`, `conflict` `application.not_editable`.
 */
export async function addOwnFile(
  stages: Stages,
  { keys, files, maxFileBytes }: WorkerDependencies,
  { id, paper, upload }: OwnUpload,
): Promise<OwnDetail> {
  await stages.transact((context) =>
    inOwnCase(context, id, (seeing) => findOpenFamily(seeing, keys, id)),
  );
  const kept = await keepFile(files, upload, await maxFileBytes(stages.now));
  return stages.transact((context) =>
    inOwnCase(context, id, async (seeing) => {
      await findOpenFamily(seeing, keys, id);
      const unionId = await getUnion(seeing, id);
      const owner = { subject: SUBJECT, subjectId: String(id), unionId };
      const fileId = await addAttachment(seeing, files, { kept, owner });
      await addPaper(seeing, { id, paper, fileId });
      return describeOwnCase(seeing, keys, id);
    }),
  );
}

/** Takes it off the application; a file that no paper needs any more goes with it. */
export function removeOwnFile(
  context: Context,
  { keys }: WorkerDependencies,
  { id, fileId }: { readonly id: number; readonly fileId: string },
): Promise<OwnDetail> {
  return inOwnCase(context, id, async (seeing) => {
    await findOpenFamily(seeing, keys, id);
    for (const paper of await listPapersOf(seeing, id, fileId)) {
      await removePaper(seeing, { id, paper, fileId });
    }
    await removeAttachment(seeing, { id: fileId, reason: REASON });
    return describeOwnCase(seeing, keys, id);
  });
}

const REASON = 'removed by the applicant';

/** @throws AppError `not_found` `worker.file_unknown` for a file that is no paper of the own case. */
export function readOwnFile(
  context: Context,
  { files }: WorkerDependencies,
  { id, fileId }: { readonly id: number; readonly fileId: string },
): Promise<Awaited<ReturnType<typeof readAttachment>>> {
  return inOwnCase(context, id, async (seeing) => {
    await listPapersOf(seeing, id, fileId);
    const file = await readAttachment(seeing, files, fileId);
    const unionId = await getUnion(seeing, id);
    await seeing.record({ subjectId: fileId, unionId, after: { fileName: file.fileName } });
    return file;
  });
}

async function listPapersOf(
  { transaction }: Context,
  id: number,
  fileId: string,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('applicationPapers')
    .select('paper')
    .where('applicationId', '=', id)
    .where('fileId', '=', fileId)
    .execute();
  if (rows.length === 0) throw new AppError('not_found', 'worker.file_unknown');
  return rows.map(({ paper }) => paper);
}

async function getUnion({ transaction }: Context, id: number): Promise<number> {
  const { unionId } = await transaction
    .selectFrom('applications')
    .select('unionId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return unionId;
}
