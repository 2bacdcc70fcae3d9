import { orderImport } from '#features/attachments/server/commands/import-job.ts';
import type { ImportJobInput } from '#features/attachments/server/commands/import-job.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Api } from '#platform/http/api.ts';
import { toXlsxDownload } from '#platform/http/name-download.ts';
import { uploadOf } from '#platform/http/read-upload.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

import { MAX_IMPORT_BYTES, UNION_ROUTES } from '../contract.ts';
import { closeUnion, reopenUnion } from './commands/close-union.ts';
import { createUnion } from './commands/create-union.ts';
import { exportUnions } from './commands/export-unions.ts';
import { checkUnionImport, writeImportErrors } from './commands/import-unions.ts';
import { moveUnion } from './commands/move-union.ts';
import { revealContactPhone } from './commands/reveal-contact-phone.ts';
import { setMembership } from './commands/set-membership.ts';
import { updateUnion } from './commands/update-union.ts';
import { listUnions } from './list-unions.ts';
import type { PhoneCipher } from './phone-cipher.ts';
import { getUnionDetail } from './union-detail.ts';
import { findUnionTree } from './union-tree.ts';
import { unionTemplateBytes } from './workbook/union-template.ts';

export interface UnionRouteDependencies {
  readonly cipher: PhoneCipher;
  readonly files: FileStore;
  /** As the workers know it. */
  readonly importJob: JobKind<ImportJobInput>;
}

/** The union tree: reading, changing, lists in and out. */
export function addUnionRoutes(api: Api, dependencies: UnionRouteDependencies): void {
  const { cipher } = dependencies;
  api.bind(UNION_ROUTES.tree, (context, { query }) => findUnionTree(context, query));
  api.bind(UNION_ROUTES.list, (context, { query }) => listUnions(context, cipher, query));
  api.bind(UNION_ROUTES.get, (context, { params }) => getUnionDetail(context, cipher, params.id));
  addChangeRoutes(api, cipher);
  api.bind(UNION_ROUTES.revealContactPhone, async (context, { params, body }) => ({
    contactPhone: await revealContactPhone(context, cipher, { ...params, ...body }),
  }));
  addWorkbookRoutes(api, cipher);
  addImportRoutes(api, dependencies);
}

function addChangeRoutes(api: Api, cipher: PhoneCipher): void {
  api.bind(UNION_ROUTES.create, async (context, { body }) =>
    getUnionDetail(context, cipher, await createUnion(context, cipher, body)),
  );
  api.bind(UNION_ROUTES.update, async (context, { params: { id }, body }) => {
    await updateUnion(context, cipher, { id, change: body });
    return getUnionDetail(context, cipher, id);
  });
  api.bind(UNION_ROUTES.move, async (context, { params: { id }, body }) => {
    await moveUnion(context, { id, move: body });
    return getUnionDetail(context, cipher, id);
  });
  api.bind(UNION_ROUTES.close, async (context, { params: { id }, body }) => {
    await closeUnion(context, { id, closure: body });
    return getUnionDetail(context, cipher, id);
  });
  api.bind(UNION_ROUTES.reopen, async (context, { params: { id }, body }) => {
    await reopenUnion(context, { id, reopening: body });
    return getUnionDetail(context, cipher, id);
  });
  api.bind(UNION_ROUTES.setMembership, async (context, { params, body }) => {
    await setMembership(context, { ...params, ...body });
    return getUnionDetail(context, cipher, params.id);
  });
}

function addWorkbookRoutes(api: Api, cipher: PhoneCipher): void {
  api.bindRaw(UNION_ROUTES.export, async (context, { body }, { reply }) =>
    toXlsxDownload(reply, '工会组织.xlsx', await exportUnions(context, cipher, body)),
  );
  api.bindRaw(UNION_ROUTES.template, async (_context, _input, { reply }) =>
    toXlsxDownload(reply, '工会组织导入模板.xlsx', await unionTemplateBytes()),
  );
}

function addImportRoutes(
  api: Api,
  { cipher, files, importJob: job }: UnionRouteDependencies,
): void {
  api.bind(UNION_ROUTES.checkImport, (context, input) =>
    checkUnionImport(context, cipher, uploadOf(input)),
  );
  api.bindRaw(UNION_ROUTES.importErrors, async (context, input, { reply }) =>
    toXlsxDownload(
      reply,
      '工会组织（错误原因）.xlsx',
      await writeImportErrors(context, cipher, uploadOf(input)),
    ),
  );
  api.bind(UNION_ROUTES.import, async (context, input) => ({
    jobId: await orderImport(context, {
      files,
      job,
      file: uploadOf(input),
      order: input.body,
      subject: 'union_import',
      maxBytes: MAX_IMPORT_BYTES,
    }),
  }));
}
