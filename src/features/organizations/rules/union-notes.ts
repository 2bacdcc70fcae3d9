import { day } from '#core/plain-date.ts';

import { EXAMPLE_CODE } from './union-sheet.ts';
import type { UnionSheetRow } from './union-sheet.ts';

/** How the template is filled in; the columns follow below. */
export const UNION_NOTES: readonly string[] = [
  '一行填写一个工会，带*的列必填，先后次序不限，上级可以写在下级之后。',
  '工会编码已在系统中的，按本表更新；没有的，新建。空白的选填列不作更改。',
  '上级工会编码与系统中不同的，视为自导入之日起调整隶属，原隶属记入沿革。',
  '层级不能通过导入更改；撤销、恢复请在系统中逐个办理。',
  '编码、代码、电话各列为文本格式，粘贴时请选择“只粘贴数值”，以免丢失开头的0。',
  '一次最多5000行，文件不超过5MB，请保存为.xlsx格式（Excel或WPS均可）。',
  '工作表中的示例行仅供参考，导入前请删除。',
];

export const EXAMPLE_ROW: UnionSheetRow = {
  rowNumber: 2,
  code: EXAMPLE_CODE,
  name: '样例公司工会',
  level: 'grassroots',
  parentCode: '440118-01',
  regionCode: '440118',
  creditCode: '81440118MC00000000',
  foundedOn: day('2016-05-01'),
  contactName: '张三',
  contactPhone: '13800138000',
  memberCount: 120,
  workerCount: 150,
  year: 2025,
};
