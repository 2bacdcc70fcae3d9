import { listPapers } from '#features/applications/rules/list-papers.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';
import type { Context } from '#platform/context.ts';
import { insertRows } from '#platform/database/insert-rows.ts';
import type { FileStore } from '#platform/files/file-store.ts';

import type { OpenedSample } from './seed-households.ts';

const TEXT = '样例材料：内容为虚构，供试用。\n';

interface Papers {
  readonly files: Pick<FileStore, 'put'>;
  readonly policy: PolicyVersion;
  readonly cases: readonly { readonly id: number; readonly family: OpenedSample }[];
}

/** One file stands for every paper of a case: without them nothing is passed on. */
export async function addSamplePapers(
  { transaction, now }: Context,
  { files, policy, cases }: Papers,
): Promise<void> {
  const stored = await files.put(Buffer.from(TEXT), { allowed: ['text'], maxBytes: 1000 });
  const { digest, byteLength, mediaType } = stored;
  const rows = await transaction
    .insertInto('storedFiles')
    .values(
      cases.map(({ id, family }) => ({
        unionId: family.asked.unionId,
        digest,
        fileName: '样例材料.txt',
        mediaType,
        byteLength,
        subject: 'application',
        subjectId: String(id),
      })),
    )
    .returning(['id', 'subjectId', 'unionId'])
    .execute();
  const papers = listPapers(policy, 'E1b');
  await insertRows(transaction, {
    table: 'applicationPapers',
    rows: rows.flatMap(({ id: fileId, subjectId, unionId }) =>
      papers.map(({ code }) => ({
        applicationId: Number(subjectId),
        paper: code,
        fileId,
        unionId,
        addedAt: now.toISOString(),
      })),
    ),
  });
}
