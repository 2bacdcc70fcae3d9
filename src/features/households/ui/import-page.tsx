import type { ReactElement } from 'react';

import {
  ImportCheck,
  ImportOrdered,
  ImportResult,
} from '#features/fund-years/rules/import-views.ts';
import { JOB_ROUTES } from '#features/jobs/contract.ts';
import { callRoute } from '#ui/call-route.ts';
import type { ImportKind } from '#ui/import-page/import-kind.ts';
import { ImportPage as ImportSteps } from '#ui/import-page/import-page.tsx';

import { HOUSEHOLD_SHEET_ROUTES, MAX_IMPORT_BYTES } from '../rules/household-sheet-routes.ts';

const KIND: ImportKind = {
  name: '困难家庭',
  description:
    '一次可新建、更新多户档案。先检查文件，确认后才写入；疑似重复的记录待核对，不影响其余。',
  counted: '户',
  home: '/households',
  queryKey: 'households',
  templateNote: '下载模板，按“填写说明”填写；已有的档案可以从困难家庭页面导出后修改。',
  fileNote: '上传填好的文件（.xlsx，Excel 或 WPS 均可）。此时只检查，不写入。',
  reasonExample: '据2026年年度普查结果补录',
  longestBytes: MAX_IMPORT_BYTES,
  routes: HOUSEHOLD_SHEET_ROUTES,
  check: ImportCheck,
  ordered: ImportOrdered,
  loadJob: (id, signal) => callRoute(JOB_ROUTES.get, { params: { id }, signal }),
  readResult: (result) => ImportResult.safeParse(result).data,
};

/** 导入困难家庭 */
export function HouseholdImportPage(): ReactElement {
  return <ImportSteps kind={KIND} />;
}
