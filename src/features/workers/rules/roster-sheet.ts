import type { PlainDate } from '#core/plain-date.ts';
import { rowOfReference } from '#features/fund-years/rules/cell-address.ts';
import { DATE, NAME } from '#features/fund-years/rules/cell-kinds.ts';
import { optional, required } from '#features/fund-years/rules/sheet-spec.ts';
import type { SheetSpec } from '#features/fund-years/rules/sheet-spec.ts';
import { NUMBER_TEXT, PERSON_NUMBER } from '#features/households/rules/sheet-cells.ts';

/** One row of the roster: one member. */
export interface RosterValues {
  readonly memberNumber: string;
  readonly name: string;
  readonly phone: string | null;
  readonly identityNumber: string | null;
  readonly unionName: string | null;
  readonly leftOn: PlainDate | null;
}

export type RosterRow = RosterValues & { readonly rowNumber: number };

export const ROSTER_SHEET: SheetSpec<RosterValues, RosterRow> = {
  name: '会员名册',
  isRequired: true,
  purpose: '工会会员，一人一行；职工凭会员号、姓名和手机号注册。',
  columns: {
    memberNumber: required('会员号', NUMBER_TEXT, '4至40位数字、字母或短横，单元格为文本格式'),
    name: required('姓名', NAME),
    phone: optional('手机号', NUMBER_TEXT, '注册时接收验证码；不填的只能凭邀请码注册'),
    identityNumber: optional('身份证号', PERSON_NUMBER, '填了的，注册后自动与家庭档案对应'),
    unionName: optional('所属工会', NAME, '填系统中的基层工会名称；本工会的可以不填'),
    leftOn: optional('离会日期', DATE, '已离会的填写'),
  },
  toRecord: (values, row) => ({ ...values, rowNumber: rowOfReference(row) ?? 0 }),
  toValues: ({ rowNumber: _rowNumber, ...values }) => values,
};

export const ROSTER_NOTES: readonly string[] = [
  '一人一行，带*的列必填。会员号已在名册中的，按本表更新；手机号、身份证号留空的不改动原来的。',
  '手机号和身份证号在系统中加密保存，查询时只显示部分。',
  '会员号、手机号、身份证号三列为文本格式，粘贴时请选择“只粘贴数值”。',
  '一次最多20000人，文件不超过20MB，请保存为.xlsx格式。示例行导入前请删除。',
];

export const EXAMPLE_MEMBER: RosterRow = {
  rowNumber: 2,
  memberNumber: '示例440118000123',
  name: '张样例',
  phone: '13800138000',
  identityNumber: '440118199001010019',
  unionName: '样例机械厂工会',
  leftOn: null,
};
