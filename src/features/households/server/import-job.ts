import { createImportJob } from '#features/attachments/server/commands/import-job.ts';
import type { ImportJobInput } from '#features/attachments/server/commands/import-job.ts';
import { ImportOrder } from '#features/fund-years/rules/import-views.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

import { importHouseholds } from './commands/import-households.ts';
import type { HouseholdKeys } from './household-keys.ts';

export function createHouseholdImportJob(
  keys: HouseholdKeys,
  files: FileStore,
): JobKind<ImportJobInput> {
  return createImportJob({
    name: 'households.import',
    title: '导入困难家庭',
    order: ImportOrder,
    files,
    link: '/households',
    run: async (context, run) => ({ ...(await importHouseholds(context, keys, run)) }),
  });
}
