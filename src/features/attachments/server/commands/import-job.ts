import { z } from 'zod';
import type { ZodObject } from 'zod';

import type { UploadedFile } from '#core/route-contract.ts';
import type { Context } from '#platform/context.ts';
import type { JsonObject } from '#platform/database/schema.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { enqueueJob } from '#platform/jobs/enqueue-job.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

import { readAttachment, storeAttachment } from './attachments.ts';

/** How an import is to be done, as its route takes it. */
export interface OrderedImport {
  readonly mode: 'all_or_nothing' | 'skip_faulty';
  readonly reason: string;
}

export type ImportJobInput = OrderedImport & { readonly attachmentId: string };

export interface ImportRun {
  readonly file: UploadedFile;
  readonly order: OrderedImport;
  /** Told after each part of the rows. */
  readonly onProgress: (doneCount: number, totalCount: number) => void;
}

export interface ImportJobKind {
  /** Feature first, and the permission it runs under: `unions.import`. */
  readonly name: string;
  /** Chinese. */
  readonly title: string;
  readonly order: ZodObject<{
    mode: z.ZodEnum<{ all_or_nothing: 'all_or_nothing'; skip_faulty: 'skip_faulty' }>;
    reason: z.ZodString;
  }>;
  readonly files: FileStore;
  /** Where the outcome can be looked at. */
  readonly link: string;
  readonly run: (context: Context, run: ImportRun) => Promise<JsonObject>;
}

/** Imports an uploaded list in the background; one transaction, so beginning again does no harm. */
export function createImportJob(kind: ImportJobKind): JobKind<ImportJobInput> {
  const { name, title, files, link } = kind;
  return {
    name,
    title,
    input: kind.order.extend({ attachmentId: z.uuid() }),
    run: async ({ input: { attachmentId, ...order }, inContext, progress }) => {
      progress(0, null, '正在读取文件');
      const result = await inContext(async (context) => {
        const { fileName, bytes } = await readAttachment(context, files, attachmentId);
        return kind.run(context, {
          file: { name: fileName, bytes },
          order,
          onProgress: (doneCount, totalCount) => progress(doneCount, totalCount, '正在写入'),
        });
      });
      return { ...result, link };
    },
  };
}

export interface ImportOrdering {
  readonly files: FileStore;
  readonly job: JobKind<ImportJobInput>;
  readonly file: UploadedFile;
  readonly order: OrderedImport;
  /** Kind of record under which the file is kept: `union_import`. */
  readonly subject: string;
  readonly maxBytes: number;
}

/** Keeps the file and orders its import, both or neither; returns the job's id. */
export async function orderImport(context: Context, ordering: ImportOrdering): Promise<string> {
  const { actor, now, requestId } = context;
  const { files, job, file, order, subject, maxBytes } = ordering;
  if (actor.unionId === null) throw new Error('an import is ordered by a person of a union');
  const owner = { subject, subjectId: `${now.toISOString()} ${requestId}` };
  const attachmentId = await storeAttachment(context, files, {
    file,
    owner: { ...owner, unionId: actor.unionId },
    maxBytes,
  });
  const jobId = await enqueueJob(context, {
    kind: job,
    input: { ...order, attachmentId },
    permission: job.name,
    unionId: actor.unionId,
  });
  await context.record({ subjectId: jobId, reason: order.reason, after: { fileName: file.name } });
  return jobId;
}
