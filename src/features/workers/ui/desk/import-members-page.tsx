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

import { ROSTER_ROUTES } from '../../contract.ts';
import { MAX_ROSTER_BYTES } from '../../rules/desk-routes.ts';
import { MEMBERS_KEY } from './desk-queries.ts';

const KIND: ImportKind = {
  name: '会员名册',
  description: '会员号已在名册中的按本表更新，没有的新增；留空的手机号和身份证号不改动原来的。',
  counted: '人',
  home: '/union-members',
  queryKey: MEMBERS_KEY,
  templateNote: '下载模板，按列填入会员号、姓名和手机号。',
  fileNote: '上传填好的文件（.xlsx，Excel 或 WPS 均可）。此时只检查，不写入。',
  reasonExample: '2026年会员实名登记',
  longestBytes: MAX_ROSTER_BYTES,
  routes: ROSTER_ROUTES,
  check: ImportCheck,
  ordered: ImportOrdered,
  loadJob: (id, signal) => callRoute(JOB_ROUTES.get, { params: { id }, signal }),
  readResult: (result) => ImportResult.safeParse(result).data,
};

/** 导入会员名册 */
export function MembersImportPage(): ReactElement {
  return <ImportPage kind={KIND} />;
}
