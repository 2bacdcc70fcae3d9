import { createImportJob, orderImport } from '#features/attachments/server/commands/import-job.ts';
import type { ImportJobInput } from '#features/attachments/server/commands/import-job.ts';
import { ImportOrder } from '#features/fund-years/rules/import-views.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Api } from '#platform/http/api.ts';
import { toXlsxDownload } from '#platform/http/name-download.ts';
import { uploadOf } from '#platform/http/read-upload.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

import { CIVIL_AFFAIRS_ROUTES as ROUTES } from '../rules/civil-affairs-routes.ts';
import { MAX_IMPORT_BYTES } from '../rules/household-sheet-routes.ts';
import { answerEntry } from './civil-affairs/answer-entry.ts';
import { entryTemplateBytes, exportEntries } from './civil-affairs/export-entries.ts';
import {
  checkEntryImport,
  importEntries,
  writeEntryErrors,
} from './civil-affairs/import-entries.ts';
import { listEntries } from './civil-affairs/list-entries.ts';
import type { HouseholdKeys } from './household-keys.ts';

export function createCivilAffairsImportJob(
  keys: HouseholdKeys,
  files: FileStore,
): JobKind<ImportJobInput> {
  return createImportJob({
    name: 'civil_affairs.import',
    title: '导入低保名册',
    order: ImportOrder,
    files,
    link: '/civil-affairs',
    run: async (context, run) => ({ ...(await importEntries(context, keys, run)) }),
  });
}

export interface CivilAffairsRouteDependencies {
  readonly keys: HouseholdKeys;
  readonly files: FileStore;
  /** As the workers know it. */
  readonly importJob: JobKind<ImportJobInput>;
}

/** Low-income lists of civil affairs: in and out, and what came of asking the people on them. */
export function addCivilAffairsRoutes(
  api: Api,
  { keys, files, importJob: job }: CivilAffairsRouteDependencies,
): void {
  api.bind(ROUTES.list, (context, { query }) => listEntries(context, keys, query));
  api.bind(ROUTES.answer, (context, { params: { id }, body }) =>
    answerEntry(context, keys, { id, ...body }),
  );
  api.bindRaw(ROUTES.export, async (context, { body }, { reply }) =>
    toXlsxDownload(reply, '低保名册.xlsx', await exportEntries(context, keys, body)),
  );
  api.bindRaw(ROUTES.template, async (_context, _input, { reply }) =>
    toXlsxDownload(reply, '低保名册导入模板.xlsx', await entryTemplateBytes()),
  );
  api.bind(ROUTES.checkImport, (context, input) =>
    checkEntryImport(context, keys, uploadOf(input)),
  );
  api.bindRaw(ROUTES.importErrors, async (context, input, { reply }) =>
    toXlsxDownload(
      reply,
      '低保名册（错误原因）.xlsx',
      await writeEntryErrors(context, keys, uploadOf(input)),
    ),
  );
  api.bind(ROUTES.import, async (context, input) => ({
    jobId: await orderImport(context, {
      files,
      job,
      file: uploadOf(input),
      order: input.body,
      subject: 'civil_affairs_import',
      maxBytes: MAX_IMPORT_BYTES,
    }),
  }));
}
