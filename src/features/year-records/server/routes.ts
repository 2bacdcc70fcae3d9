import type { Api } from '#platform/http/api.ts';
import { toXlsxDownload } from '#platform/http/name-download.ts';

import { YEAR_RECORD_ROUTES as ROUTES } from '../contract.ts';
import { exportYear } from './commands/export-year.ts';
import type { YearRecordKeys } from './load-ledger.ts';

/** The year workbook out of the records. */
export function addYearRecordRoutes(api: Api, keys: YearRecordKeys): void {
  api.bindRaw(ROUTES.export, async (context, { body }, { reply }) => {
    const bytes = await exportYear(context, keys, body);
    return toXlsxDownload(reply, `${body.year}年年度工作簿.xlsx`, bytes);
  });
}
