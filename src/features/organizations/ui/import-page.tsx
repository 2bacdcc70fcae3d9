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

import { UNION_ROUTES } from '../contract.ts';

const KIND: ImportKind = {
  name: '工会组织',
  description: '一次可新建、更新多个工会。先检查文件，确认后才写入。',
  counted: '个工会',
  home: '/unions',
  queryKey: 'unions',
  templateNote: '下载模板，按“填写说明”填写；已有的数据可以从工会组织页面导出后修改。',
  fileNote: '上传填好的文件（.xlsx，Excel 或 WPS 均可，一次最多 5000 行）。此时只检查，不写入。',
  reasonExample: '据2025年基层工会普查结果补录',
  longestBytes: 5 * 1024 * 1024,
  routes: UNION_ROUTES,
  check: ImportCheck,
  ordered: ImportOrdered,
  loadJob: (id, signal) => callRoute(JOB_ROUTES.get, { params: { id }, signal }),
  readResult: (result) => ImportResult.safeParse(result).data,
};

/** 导入工会组织 */
export function ImportPage(): ReactElement {
  return <ImportSteps kind={KIND} />;
}
