import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';
import {
  ImportCheck,
  ImportOrder,
  ImportOrdered,
} from '#features/fund-years/rules/import-views.ts';

import { ChangeReason, HouseholdFilterBody } from './household-inputs.ts';

const XlsxFile = z.string().describe('The bytes of an .xlsx file');
export const MAX_IMPORT_BYTES = 20 * 1024 * 1024;
const UPLOAD = { maxBytes: MAX_IMPORT_BYTES };

const CHECK_EXAMPLE: z.input<typeof ImportCheck> = {
  rowCount: 2,
  createCount: 1,
  updateCount: 0,
  unchangedCount: 0,
  faultyCount: 1,
  problemCount: 1,
  problems: [
    {
      severity: 'error',
      where: '困难家庭!F3',
      value: '440118199001010018',
      code: 'household.identity_check_digit',
      cause: '李样例的身份证号末位校验不符，可能输错一位',
      cure: '请逐位核对',
    },
  ],
  canSkipFaulty: true,
};

/** Lists of households in and out, as Excel workbooks. */
export const HOUSEHOLD_SHEET_ROUTES = {
  export: defineRoute({
    name: 'households.export',
    method: 'POST',
    path: '/api/households/export',
    summary: '按当前查询条件导出困难家庭 Excel（脱敏），须说明用途',
    access: 'households.export',
    audit: { action: 'household.exported', subject: 'household' },
    body: z.object({ filter: HouseholdFilterBody, reason: ChangeReason }),
    reply: XlsxFile,
    example: '困难家庭.xlsx',
    perMinute: 10,
    isRaw: true,
  }),
  template: defineRoute({
    name: 'households.import_template',
    method: 'GET',
    path: '/api/households/import/template',
    summary: '下载困难家庭导入模板',
    access: 'households.import',
    audit: { unaudited: 'an empty form' },
    reply: XlsxFile,
    example: '困难家庭导入模板.xlsx',
    isRaw: true,
  }),
  checkImport: defineRoute({
    name: 'households.check_import',
    method: 'POST',
    path: '/api/households/import/check',
    summary: '检查困难家庭导入文件：逐格列出问题，预告新建和更新的数量',
    access: 'households.import',
    audit: { unaudited: 'changes nothing; the import itself is recorded' },
    reply: ImportCheck,
    example: CHECK_EXAMPLE,
    perMinute: 20,
    upload: UPLOAD,
  }),
  importErrors: defineRoute({
    name: 'households.import_errors',
    method: 'POST',
    path: '/api/households/import/errors',
    summary: '取回困难家庭导入文件，附“错误原因”列',
    access: 'households.import',
    audit: { unaudited: 'gives back what was sent' },
    reply: XlsxFile,
    example: '困难家庭（错误原因）.xlsx',
    perMinute: 20,
    isRaw: true,
    upload: UPLOAD,
  }),
  import: defineRoute({
    name: 'households.import',
    method: 'POST',
    path: '/api/households/import',
    summary: '在后台导入困难家庭：全部成功才写入，或跳过有误的户',
    access: 'households.import',
    audit: { action: 'household.import_ordered', subject: 'job' },
    body: ImportOrder,
    reply: ImportOrdered,
    example: { jobId: '8a4c6a0e-3a6f-4b51-9a55-7f0d6d1c2b10' },
    perMinute: 20,
    upload: UPLOAD,
  }),
};
