import { createImportJob, orderImport } from '#features/attachments/server/commands/import-job.ts';
import type { ImportJobInput } from '#features/attachments/server/commands/import-job.ts';
import { ImportOrder } from '#features/fund-years/rules/import-views.ts';
import {
  fillSheet,
  listTemplateBytes,
} from '#features/fund-years/server/commands/list-workbook.ts';
import type { HouseholdKeys } from '#features/households/server/commands/person-on-file.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Api } from '#platform/http/api.ts';
import { toXlsxDownload } from '#platform/http/name-download.ts';
import { uploadOf } from '#platform/http/read-upload.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

import { ROSTER_ROUTES as ROUTES } from '../contract.ts';
import { MAX_ROSTER_BYTES } from '../rules/desk-routes.ts';
import { EXAMPLE_MEMBER, ROSTER_NOTES, ROSTER_SHEET } from '../rules/roster-sheet.ts';
import { checkRosterImport, importRoster, writeRosterErrors } from './roster/import-roster.ts';
import { listMembers } from './roster/list-members.ts';
import { MAX_MEMBERS } from './roster/plan-import.ts';
import type { WorkerDependencies } from './worker-dependencies.ts';

type Keys = HouseholdKeys;

export function createRosterImportJob(keys: Keys, files: FileStore): JobKind<ImportJobInput> {
  return createImportJob({
    name: 'workers.import',
    title: '导入会员名册',
    order: ImportOrder,
    files,
    link: '/union-members',
    run: async (context, run) => ({ ...(await importRoster(context, keys, run)) }),
  });
}

/** The roster of members. */
export function addRosterRoutes(
  api: Api,
  { keys, files }: WorkerDependencies,
  job: JobKind<ImportJobInput>,
): void {
  api.bind(ROUTES.list, (context, { query }) => listMembers(context, keys, query));
  api.bindRaw(ROUTES.template, async (_context, _input, { reply }) =>
    toXlsxDownload(
      reply,
      '会员名册导入模板.xlsx',
      await listTemplateBytes({
        title: '会员名册导入填写说明',
        notes: ROSTER_NOTES,
        sheets: [fillSheet(ROSTER_SHEET, [EXAMPLE_MEMBER], MAX_MEMBERS)],
      }),
    ),
  );
  api.bind(ROUTES.checkImport, (context, input) =>
    checkRosterImport(context, keys, uploadOf(input)),
  );
  api.bindRaw(ROUTES.importErrors, async (context, input, { reply }) =>
    toXlsxDownload(
      reply,
      '会员名册（错误原因）.xlsx',
      await writeRosterErrors(context, keys, uploadOf(input)),
    ),
  );
  api.bind(ROUTES.import, async (context, input) => ({
    jobId: await orderImport(context, {
      files,
      job,
      file: uploadOf(input),
      order: input.body,
      subject: 'member_import',
      maxBytes: MAX_ROSTER_BYTES,
    }),
  }));
}
