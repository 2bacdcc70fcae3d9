import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

import { YearExport } from './rules/year-export-inputs.ts';

/** The records of a fund-year as the workbook that is evaluated. */
export const YEAR_RECORD_ROUTES = {
  export: defineRoute({
    name: 'year_records.export',
    method: 'POST',
    path: '/api/year-records/export',
    summary: '把一个年度的记录导出为年度工作簿（含身份证号），须说明用途',
    access: 'year_records.export',
    audit: { action: 'year_records.exported', subject: 'fund_year' },
    body: YearExport,
    reply: z.string().describe('The bytes of an .xlsx file'),
    example: '年度工作簿.xlsx',
    perMinute: 10,
    isRaw: true,
  }),
};
