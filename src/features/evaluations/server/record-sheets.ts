import { maskIdentityNumber, maskName } from '#core/mask-personal.ts';
import { formatYuan } from '#core/money.ts';
import type { AidRow, BudgetEntry, YearRecords } from '#features/fund-years/rules/year-records.ts';
import type { ElementRow } from '#features/indicators/rules/framework.ts';

import { activitySheets } from './activity-sheets.ts';
import { place, toRecordSheet } from './record-sheet.ts';
import type { Column, RecordSheet, Sheet } from './record-sheet.ts';

/** The sheets that figures open to. Names stay readable only where the persons are invented. */
export function recordSheets(records: YearRecords, isSample: boolean): readonly RecordSheet[] {
  const showName = isSample ? (name: string): string => name : maskName;
  return [
    toRecordSheet(aidSheet(records.aid, showName)),
    toRecordSheet(budgetSheet(records.budget)),
    ...activitySheets(records),
    toRecordSheet(elementSheet(records.elements)),
  ];
}

function aidSheet(rows: readonly AidRow[], showName: (name: string) => string): Sheet<AidRow> {
  return {
    name: '救助台账',
    rows,
    referencesOf: (row) => [row.application, row.row],
    columns: [...personColumns(showName), ...AID_COLUMNS],
  };
}

function personColumns(showName: (name: string) => string): readonly Column<AidRow>[] {
  return [
    { key: 'application', title: '申请编号', width: 130, read: (row) => row.application },
    { key: 'name', title: '姓名', width: 120, read: (row) => showName(row.name) },
    {
      key: 'identityNumber',
      title: '身份证号',
      width: 180,
      read: (row) => maskIdentityNumber(row.identityNumber),
    },
    { key: 'household', title: '户号', width: 110, read: (row) => row.household },
    { key: 'townUnion', title: '镇街或系统', width: 150, read: (row) => row.townUnion },
    { key: 'grassrootsUnion', title: '基层工会', width: 190, read: (row) => row.grassrootsUnion },
  ];
}

const AID_COLUMNS: readonly Column<AidRow>[] = [
  { key: 'aidType', title: '救助类型', width: 100, read: (row) => row.aidType },
  { key: 'aidClass', title: '类别', width: 80, read: (row) => row.aidClass },
  { key: 'quarter', title: '季度', width: 70, align: 'right', read: (row) => row.quarter },
  {
    key: 'amount',
    title: '核准金额（元）',
    width: 130,
    align: 'right',
    read: (row) => formatYuan(row.amountFen),
  },
  { key: 'source', title: '资金来源', width: 120, read: (row) => row.source },
  { key: 'appliedOn', title: '申请日期', width: 110, read: (row) => row.appliedOn },
  {
    key: 'grassrootsOpinion',
    title: '基层意见',
    width: 110,
    read: (row) => row.grassroots.opinion,
  },
  {
    key: 'grassrootsOn',
    title: '基层审核日期',
    width: 120,
    read: (row) => row.grassroots.date,
  },
  { key: 'townOpinion', title: '镇街意见', width: 110, read: (row) => row.town.opinion },
  { key: 'townOn', title: '镇街审核日期', width: 120, read: (row) => row.town.date },
  { key: 'receivedOn', title: '区级受理日期', width: 120, read: (row) => row.receivedOn },
  {
    key: 'districtOpinion',
    title: '区级意见',
    width: 110,
    read: (row) => row.district.opinion,
  },
  { key: 'districtOn', title: '区级审批日期', width: 120, read: (row) => row.district.date },
  { key: 'paidOn', title: '发放日期', width: 110, read: (row) => row.paidOn },
  { key: 'status', title: '发放状态', width: 100, read: (row) => row.status },
  { key: 'event', title: '事件编号', width: 120, read: (row) => row.event },
  { key: 'specialReason', title: '特殊原因', width: 220, read: (row) => row.specialReason },
];

function budgetSheet(rows: readonly BudgetEntry[]): Sheet<BudgetEntry> {
  return {
    name: '预算',
    rows,
    referencesOf: (row) => [row.row],
    columns: [
      place,
      { key: 'source', title: '资金来源', width: 140, read: (row) => row.source },
      { key: 'item', title: '事项', width: 100, read: (row) => row.item },
      {
        key: 'amount',
        title: '金额（元）',
        width: 140,
        align: 'right',
        read: (row) => formatYuan(row.amountFen),
      },
      { key: 'date', title: '日期', width: 110, read: (row) => row.date },
      { key: 'documentNumber', title: '文号', width: 200, read: (row) => row.documentNumber },
      { key: 'note', title: '说明', width: 260, read: (row) => row.note },
    ],
  };
}

function elementSheet(rows: readonly ElementRow[]): Sheet<ElementRow> {
  return {
    name: '要素',
    rows,
    referencesOf: (row) => [row.row ?? `${row.level3}·${row.element}`],
    columns: [
      { key: 'level3', title: '三级指标', width: 180, read: (row) => row.level3 },
      { key: 'element', title: '要素', width: 240, read: (row) => row.element },
      { key: 'answer', title: '是否满足', width: 100, read: (row) => row.answer },
      { key: 'evidence', title: '佐证', width: 220, read: (row) => row.evidence },
      { key: 'note', title: '说明', width: 220, read: (row) => row.note },
    ],
  };
}
