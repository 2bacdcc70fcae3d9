import type { PlainDate } from '#core/plain-date.ts';
import {
  AID_CLASSES,
  AID_TYPES,
  type AidClass,
  type AidType,
} from '#features/policies/rules/policy-version.ts';

import { CODE, DATE, IDENTITY, NAME, oneOf, QUARTER, TEXT, YUAN } from '../cell-kinds.ts';
import { fault, type QuarterMark } from '../parse-cell.ts';
import { optional, required, type SheetSpec } from '../sheet-spec.ts';
import { FUND_SOURCES, PAYMENT_STATUSES, type AidRow } from '../year-records.ts';

/** One ledger row, column by column. */
export interface AidValues extends Omit<
  AidRow,
  'row' | 'quarter' | 'grassroots' | 'town' | 'district' | 'aidType' | 'aidClass'
> {
  readonly aidType: AidType;
  readonly aidClass: AidClass;
  readonly quarter: QuarterMark | null;
  readonly grassrootsOpinion: string | null;
  readonly grassrootsDate: PlainDate | null;
  readonly townOpinion: string | null;
  readonly townDate: PlainDate | null;
  readonly districtOpinion: string | null;
  readonly districtDate: PlainDate | null;
}

export const AID_SHEET: SheetSpec<AidValues, AidRow> = {
  name: '救助台账',
  isRequired: true,
  purpose: '全年救助申请和发放情况，一笔申请一行，不予救助的也要登记。',
  columns: {
    application: required('申请编号', CODE, '不得重复'),
    name: required('姓名', NAME),
    identityNumber: required('身份证号', IDENTITY, '18位或15位，单元格须为文本格式'),
    household: required('户号', CODE, '同一家庭填同一个户号'),
    grassrootsUnion: required('基层工会', NAME),
    townUnion: required('镇街或系统', NAME),
    aidType: required('救助类型', oneOf(AID_TYPES)),
    aidClass: required('类别', oneOf(AID_CLASSES), '救助办法规定的类别代码'),
    quarter: optional('季度', QUARTER, '救助所属季度，填1至4；也可写第一季度、2023Q1'),
    appliedOn: required('申请日期', DATE),
    grassrootsOpinion: optional('基层意见', TEXT),
    grassrootsDate: optional('基层审核日期', DATE),
    townOpinion: optional('镇街意见', TEXT),
    townDate: optional('镇街审核日期', DATE),
    receivedOn: optional('区级受理日期', DATE),
    districtOpinion: optional('区级意见', TEXT),
    districtDate: optional('区级审批日期', DATE),
    amountFen: required('核准金额', YUAN, '元；不予救助的填0'),
    source: required('资金来源', oneOf(FUND_SOURCES)),
    paidOn: optional('发放日期', DATE),
    status: required('发放状态', oneOf(PAYMENT_STATUSES)),
    event: optional('事件编号', CODE, '同一突发事件填同一个编号'),
    specialReason: optional('特殊原因', TEXT, '金额超过一般限额时说明原因'),
  },
  toRecord: toAidRow,
  toValues: toAidValues,
  check: ({ status, amountFen }) =>
    status === '成功' && amountFen === 0
      ? [{ column: 'amountFen', fault: fault('workbook.paid_nothing') }]
      : [],
};

/** Written out rather than spread: a large ledger has hundreds of thousands of cells. */
function toAidRow(values: AidValues, row: string): AidRow {
  return {
    row,
    application: values.application,
    name: values.name,
    identityNumber: values.identityNumber,
    household: values.household,
    grassrootsUnion: values.grassrootsUnion,
    townUnion: values.townUnion,
    aidType: values.aidType,
    aidClass: values.aidClass,
    quarter: values.quarter?.quarter ?? null,
    appliedOn: values.appliedOn,
    grassroots: { opinion: values.grassrootsOpinion, date: values.grassrootsDate },
    town: { opinion: values.townOpinion, date: values.townDate },
    receivedOn: values.receivedOn,
    district: { opinion: values.districtOpinion, date: values.districtDate },
    amountFen: values.amountFen,
    source: values.source,
    paidOn: values.paidOn,
    status: values.status,
    event: values.event,
    specialReason: values.specialReason,
  };
}

function toAidValues(record: AidRow): AidValues {
  const { row: _row, quarter, grassroots, town, district, ...same } = record;
  return {
    ...same,
    quarter: quarter === null ? null : { year: null, quarter },
    grassrootsOpinion: grassroots.opinion,
    grassrootsDate: grassroots.date,
    townOpinion: town.opinion,
    townDate: town.date,
    districtOpinion: district.opinion,
    districtDate: district.date,
  };
}
