import { z } from 'zod';

import type { UploadedFile } from '#core/route-contract.ts';
import { readAttachment, storeAttachment } from '#features/attachments/server/commands.ts';
import type { Context } from '#platform/context.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { enqueueJob } from '#platform/jobs/enqueue-job.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

import { MAX_IMPORT_BYTES } from '../contract.ts';
import { ImportOrder } from '../rules/union-inputs.ts';
import { importUnions } from './commands/import-unions.ts';
import type { PhoneCipher } from './phone-cipher.ts';

const ImportJobInput = ImportOrder.extend({ attachmentId: z.uuid() });
export type ImportJobInput = z.output<typeof ImportJobInput>;

export interface ImportJobDependencies {
  readonly cipher: PhoneCipher;
  readonly files: FileStore;
}

/** Imports a list of unions in the background; one transaction, so beginning again does no harm. */
export function createImportJob({ cipher, files }: ImportJobDependencies): JobKind<ImportJobInput> {
  return {
    name: 'unions.import',
    title: '导入工会组织',
    input: ImportJobInput,
    run: async ({ input: { attachmentId, ...order }, inContext, progress }) => {
      progress(0, null, '正在读取文件');
      const result = await inContext(async (context) => {
        const { fileName, bytes } = await readAttachment(context, files, attachmentId);
        return importUnions(context, cipher, {
          file: { name: fileName, bytes },
          order,
          onProgress: (doneCount, totalCount) => progress(doneCount, totalCount, '正在写入'),
        });
      });
      return { ...result, link: '/unions' };
    },
  };
}

export interface ImportOrdering {
  readonly files: FileStore;
  readonly job: JobKind<ImportJobInput>;
  readonly file: UploadedFile;
  readonly order: ImportOrder;
}

/** Keeps the file and orders its import, both or neither; returns the job's id. */
export async function orderImport(
  context: Context,
  { files, job, file, order }: ImportOrdering,
): Promise<string> {
  const { actor, now, requestId } = context;
  if (actor.unionId === null) throw new Error('an import is ordered by a person of a union');
  const owner = { subject: 'union_import', subjectId: `${now.toISOString()} ${requestId}` };
  const attachmentId = await storeAttachment(context, files, {
    file,
    owner: { ...owner, unionId: actor.unionId },
    maxBytes: MAX_IMPORT_BYTES,
  });
  const jobId = await enqueueJob(context, {
    kind: job,
    input: { ...order, attachmentId },
    permission: 'unions.import',
    unionId: actor.unionId,
  });
  await context.record({ subjectId: jobId, reason: order.reason, after: { fileName: file.name } });
  return jobId;
}
