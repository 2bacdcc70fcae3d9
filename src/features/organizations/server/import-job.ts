import { createImportJob } from '#features/attachments/server/commands/import-job.ts';
import type { ImportJobInput } from '#features/attachments/server/commands/import-job.ts';
import { ImportOrder } from '#features/fund-years/rules/import-views.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

import { importUnions } from './commands/import-unions.ts';
import type { PhoneCipher } from './phone-cipher.ts';

export interface ImportJobDependencies {
  readonly cipher: PhoneCipher;
  readonly files: FileStore;
}

export function createUnionImportJob({
  cipher,
  files,
}: ImportJobDependencies): JobKind<ImportJobInput> {
  return createImportJob({
    name: 'unions.import',
    title: '导入工会组织',
    order: ImportOrder,
    files,
    link: '/unions',
    run: async (context, run) => ({ ...(await importUnions(context, cipher, run)) }),
  });
}
