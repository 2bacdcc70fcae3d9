import { orderImport } from '#features/attachments/server/commands/import-job.ts';
import type { ImportJobInput } from '#features/attachments/server/commands/import-job.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Api } from '#platform/http/api.ts';
import { toXlsxDownload } from '#platform/http/name-download.ts';
import { uploadOf } from '#platform/http/read-upload.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

import {
  HOUSEHOLD_SHEET_ROUTES as ROUTES,
  MAX_IMPORT_BYTES,
} from '../rules/household-sheet-routes.ts';
import { exportHouseholds } from './commands/export-households.ts';
import { checkHouseholdImport, writeImportErrors } from './commands/import-households.ts';
import type { HouseholdKeys } from './household-keys.ts';
import { householdTemplateBytes } from './workbook/household-template.ts';

export interface SheetRouteDependencies {
  readonly keys: HouseholdKeys;
  readonly files: FileStore;
  /** As the workers know it. */
  readonly importJob: JobKind<ImportJobInput>;
}

/** Lists of households in and out. */
export function addHouseholdSheetRoutes(
  api: Api,
  { keys, files, importJob: job }: SheetRouteDependencies,
): void {
  api.bindRaw(ROUTES.export, async (context, { body }, { reply }) =>
    toXlsxDownload(reply, '困难家庭.xlsx', await exportHouseholds(context, keys, body)),
  );
  api.bindRaw(ROUTES.template, async (_context, _input, { reply }) =>
    toXlsxDownload(reply, '困难家庭导入模板.xlsx', await householdTemplateBytes()),
  );
  api.bind(ROUTES.checkImport, (context, input) =>
    checkHouseholdImport(context, keys, uploadOf(input)),
  );
  api.bindRaw(ROUTES.importErrors, async (context, input, { reply }) =>
    toXlsxDownload(
      reply,
      '困难家庭（错误原因）.xlsx',
      await writeImportErrors(context, keys, uploadOf(input)),
    ),
  );
  api.bind(ROUTES.import, async (context, input) => ({
    jobId: await orderImport(context, {
      files,
      job,
      file: uploadOf(input),
      order: input.body,
      subject: 'household_import',
      maxBytes: MAX_IMPORT_BYTES,
    }),
  }));
}
