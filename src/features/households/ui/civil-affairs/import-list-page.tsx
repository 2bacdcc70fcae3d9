import type { ReactElement } from 'react';

import {
  ImportCheck,
  ImportOrdered,
  ImportResult,
} from '#features/fund-years/rules/import-views.ts';
import { JOB_ROUTES } from '#features/jobs/contract.ts';
import { callRoute } from '#ui/call-route.ts';
import type { ImportKind } from '#ui/import-page/import-kind.ts';
import { ImportPage } from '#ui/import-page/import-page.tsx';

import { CIVIL_AFFAIRS_ROUTES } from '../../rules/civil-affairs-routes.ts';
import { MAX_IMPORT_BYTES } from '../../rules/household-sheet-routes.ts';

const KIND: ImportKind = {
  name: '低保名册',
  description: '名册上的人已有档案的，该户标记为民政名单内；写明所属工会、没有档案的，列为待联系。',
  counted: '人',
  home: '/civil-affairs',
  queryKey: 'civil-affairs',
  templateNote: '下载模板，把民政部门提供的名单按列填入。',
  fileNote: '上传填好的文件（.xlsx，Excel 或 WPS 均可）。此时只检查，不写入。',
  reasonExample: '区民政局提供的2026年一季度名册',
  longestBytes: MAX_IMPORT_BYTES,
  routes: CIVIL_AFFAIRS_ROUTES,
  check: ImportCheck,
  ordered: ImportOrdered,
  loadJob: (id, signal) => callRoute(JOB_ROUTES.get, { params: { id }, signal }),
  readResult: (result) => ImportResult.safeParse(result).data,
};

/** 导入低保名册 */
export function CivilAffairsImportPage(): ReactElement {
  return <ImportPage kind={KIND} />;
}
