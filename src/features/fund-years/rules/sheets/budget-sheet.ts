import { CODE, DATE, oneOf, SIGNED_YUAN, TEXT } from '../cell-kinds.ts';
import { fault } from '../parse-cell.ts';
import { optional, required, type SheetSpec } from '../sheet-spec.ts';
import { BUDGET_ITEMS, FUND_SOURCES, type BudgetEntry } from '../year-records.ts';

export type BudgetValues = Omit<BudgetEntry, 'row'>;

export const BUDGET_SHEET: SheetSpec<BudgetValues, BudgetEntry> = {
  name: '预算',
  isRequired: true,
  purpose: '资金的年初预算、预算调整和到位情况，一笔一行。',
  columns: {
    source: required('资金来源', oneOf(FUND_SOURCES)),
    item: required('事项', oneOf(BUDGET_ITEMS)),
    amountFen: required('金额', SIGNED_YUAN, '元；预算调整调减填负数'),
    date: required('日期', DATE),
    documentNumber: optional('文号', CODE),
    note: optional('说明', TEXT),
  },
  toRecord: (values, row) => ({ row, ...values }),
  toValues: ({ row: _row, ...values }) => values,
  check: ({ item, amountFen }) =>
    item !== undefined && item !== '预算调整' && amountFen !== undefined && amountFen < 0
      ? [{ column: 'amountFen', fault: fault('workbook.negative_budget', { item }) }]
      : [],
};
