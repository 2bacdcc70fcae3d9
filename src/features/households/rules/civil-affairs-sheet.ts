import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { rowOfReference } from '#features/fund-years/rules/cell-address.ts';
import { DATE, NAME, oneNamed } from '#features/fund-years/rules/cell-kinds.ts';
import { optional, required } from '#features/fund-years/rules/sheet-spec.ts';
import type { SheetSpec } from '#features/fund-years/rules/sheet-spec.ts';

import {
  CIVIL_AFFAIRS_ANSWERS,
  CIVIL_AFFAIRS_ANSWER_NAMES,
  CIVIL_AFFAIRS_KINDS,
  CIVIL_AFFAIRS_KIND_NAMES,
} from './civil-affairs-words.ts';
import type { CivilAffairsAnswer, CivilAffairsKind } from './civil-affairs-words.ts';
import { PERSON_NUMBER } from './sheet-cells.ts';

/** One row of a low-income list: one person. */
export interface CivilAffairsValues {
  readonly listName: string;
  readonly listOn: PlainDate;
  readonly name: string;
  readonly identityNumber: string;
  readonly kind: CivilAffairsKind;
  readonly unionName: string | null;
}

export type CivilAffairsSheetRow = CivilAffairsValues & { readonly rowNumber: number };

const KIND = oneNamed(CIVIL_AFFAIRS_KINDS, CIVIL_AFFAIRS_KIND_NAMES);

const COLUMNS: SheetSpec<CivilAffairsValues, CivilAffairsSheetRow>['columns'] = {
  listName: required('名册名称', NAME, '同一期名册各行相同，如“2026年一季度低保名册”'),
  listOn: required('名册日期', DATE, '名册以哪一天为准'),
  name: required('姓名', NAME),
  identityNumber: required('身份证号', PERSON_NUMBER, '18位或15位，单元格为文本格式'),
  kind: required('类别', KIND),
  unionName: optional('所属工会', NAME, '填系统中的工会名称；填了且未建档的，列为待联系'),
};

export const CIVIL_AFFAIRS_SHEET: SheetSpec<CivilAffairsValues, CivilAffairsSheetRow> = {
  name: '低保名册',
  isRequired: true,
  purpose: '民政部门提供的低保、低收入等名单，一人一行。',
  columns: COLUMNS,
  toRecord: (values, row) => ({ ...values, rowNumber: rowOfReference(row) ?? 0 }),
  toValues: ({ rowNumber: _rowNumber, ...values }) => values,
};

export interface ExportedEntry extends CivilAffairsValues {
  readonly answer: CivilAffairsAnswer | null;
  readonly fileNumber: string | null;
  readonly answerReason: string | null;
}

export const CIVIL_AFFAIRS_EXPORT_SHEET: SheetSpec<ExportedEntry, ExportedEntry> = {
  name: CIVIL_AFFAIRS_SHEET.name,
  isRequired: true,
  purpose: '',
  columns: {
    ...COLUMNS,
    answer: optional('联系情况', oneNamed(CIVIL_AFFAIRS_ANSWERS, CIVIL_AFFAIRS_ANSWER_NAMES)),
    fileNumber: optional('档案编号', NAME),
    answerReason: optional('联系记录', NAME),
  },
  toRecord: (values) => values,
  toValues: (entry) => entry,
};

export const CIVIL_AFFAIRS_NOTES: readonly string[] = [
  '一人一行，带*的列必填。同一名册中同一人再次导入的，按本表更新。',
  '名册上的人已在困难家庭档案中的，该户标记为“民政名单内”，计入应救助人数。',
  '填写了所属工会、还没有建档的，列为待联系，由该工会上门了解。',
  '身份证号一列为文本格式，粘贴时请选择“只粘贴数值”。',
  '一次最多20000人，文件不超过20MB，请保存为.xlsx格式。示例行导入前请删除。',
];

export const EXAMPLE_ENTRY: CivilAffairsSheetRow = {
  rowNumber: 2,
  listName: '示例名册（导入前请删除本行）',
  listOn: day('2026-01-12'),
  name: '张样例',
  identityNumber: '440118199001010019',
  kind: 'minimum_living',
  unionName: '样例机械厂工会',
};
