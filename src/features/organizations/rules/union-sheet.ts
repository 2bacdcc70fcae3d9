import { showCell } from '#core/cell-value.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { UNION_LEVEL_NAMES } from '#features/accounts/messages.ts';
import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';
import type { UnionLevel } from '#features/accounts/rules/roles.ts';
import { rowOfReference } from '#features/fund-years/rules/cell-address.ts';
import {
  CODE,
  COUNT,
  DATE,
  NAME,
  YEAR,
  isBlankCell,
  oneNamed,
} from '#features/fund-years/rules/cell-kinds.ts';
import type { CellKind } from '#features/fund-years/rules/cell-kinds.ts';
import { squeeze } from '#features/fund-years/rules/normalise-text.ts';
import { fault, parsed } from '#features/fund-years/rules/parse-cell.ts';
import { optional, required } from '#features/fund-years/rules/sheet-spec.ts';
import type { Column, RowFault, SheetSpec } from '#features/fund-years/rules/sheet-spec.ts';

import { isContactPhone, isMaskedPhone } from './contact-phone.ts';
import { CODE_PATTERN } from './union-code.ts';

/** One row of the sheet 工会组织: a union as it is imported and exported. */
export interface UnionValues {
  readonly code: string;
  readonly name: string;
  readonly level: UnionLevel;
  readonly parentCode: string | null;
  readonly regionCode: string | null;
  readonly creditCode: string | null;
  readonly foundedOn: PlainDate | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly memberCount: number | null;
  readonly workerCount: number | null;
  readonly year: number | null;
}

export interface UnionSheetRow extends UnionValues {
  readonly rowNumber: number;
}

const LEVEL = oneNamed(UNION_LEVELS, UNION_LEVEL_NAMES);

/** Stands in the row that shows how to fill in the template. */
export const EXAMPLE_CODE = '示例';

const ANY_CODE = codeOf(CODE_PATTERN, 'union.not_a_code');
const UNION_CODE: CellKind<string> = {
  ...ANY_CODE,
  parse: (cell) =>
    squeeze(showCell(cell)) === EXAMPLE_CODE ? fault('union.example_row') : ANY_CODE.parse(cell),
};
const REGION_CODE = codeOf(/^\d{6}$/, 'union.not_a_region_code');
const CREDIT_CODE = codeOf(/^[0-9A-Z]{18}$/, 'union.not_a_credit_code', (text) =>
  text.toUpperCase(),
);

/** An exported list holds masked numbers; read back, they change nothing. */
const PHONE: Column<string | null> = {
  ...optional('联系电话', CODE, '手机号或带区号的固定电话；导出的脱敏号码导入时不作更改'),
  parse: (cell) => {
    const text = squeeze(showCell(cell));
    if (isBlankCell(cell) || isMaskedPhone(text)) return parsed(null);
    return isContactPhone(text) ? parsed(text) : fault('union.not_a_phone');
  },
};

export const UNION_SHEET: SheetSpec<UnionValues, UnionSheetRow> = {
  name: '工会组织',
  isRequired: true,
  purpose: '一个工会一行，行的先后不限；已有编码的更新，没有的新建；空白的选填列不作更改。',
  columns: {
    code: required('工会编码', UNION_CODE, '字母、数字和连字符，全系统不得重复'),
    name: required('工会名称', NAME),
    level: required('层级', LEVEL),
    parentCode: optional('上级工会编码', UNION_CODE, '新建的工会必填；可为本表中的工会'),
    regionCode: optional('区划代码', REGION_CODE, '六位，如440118'),
    creditCode: optional('统一社会信用代码', CREDIT_CODE, '十八位'),
    foundedOn: optional('成立日期', DATE, '如2023-04-13'),
    contactName: optional('联系人', NAME),
    contactPhone: PHONE,
    memberCount: optional('会员数', COUNT, '统计年度年末人数，不含下级工会'),
    workerCount: optional('职工数', COUNT, '不少于会员数'),
    year: optional('统计年度', YEAR, '填写会员数时必填'),
  },
  toRecord: (values, row) => ({
    rowNumber: rowOfReference(row) ?? 0,
    ...values,
  }),
  toValues: ({ rowNumber: _rowNumber, ...values }) => values,
  check: checkCounts,
};

function checkCounts(values: Partial<UnionValues>): readonly RowFault<UnionValues>[] {
  const { memberCount, workerCount, year } = values;
  const faults: RowFault<UnionValues>[] = [];
  const hasCounts = memberCount !== undefined && memberCount !== null;
  const hasWorkers = workerCount !== undefined && workerCount !== null;
  if (hasCounts && hasWorkers && workerCount < memberCount) {
    faults.push({
      column: 'workerCount',
      fault: fault('union.more_members', { memberCount, workerCount }),
    });
  }
  if ((hasCounts || hasWorkers) && year === null) {
    faults.push({ column: 'year', fault: fault('workbook.required') });
  }
  if (hasWorkers && memberCount === null) {
    faults.push({ column: 'memberCount', fault: fault('workbook.required') });
  }
  return faults;
}

function codeOf(
  pattern: RegExp,
  code: string,
  clean: (text: string) => string = (text) => text,
): CellKind<string> {
  return {
    ...CODE,
    parse: (cell) => {
      const text = CODE.parse(cell);
      if (!text.ok) return text;
      const value = clean(text.value.replace(/^['‘’]/, ''));
      return pattern.test(value) ? parsed(value) : fault(code);
    },
  };
}

/** What an export holds besides. An import reads it over: a union is closed on its page, with a reason. */
export const CLOSED_ON_HEADING = '撤销日期';

export interface ExportedUnion extends UnionValues {
  readonly closedOn: PlainDate | null;
}

export const UNION_EXPORT_SHEET: SheetSpec<ExportedUnion, ExportedUnion> = {
  name: UNION_SHEET.name,
  isRequired: true,
  purpose: '',
  columns: { ...UNION_SHEET.columns, closedOn: optional(CLOSED_ON_HEADING, DATE) },
  toRecord: (values) => values,
  toValues: (union) => union,
};
