import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';

import type { BudgetEntry, BudgetItem, FundFacts, FundSource } from './year-records.ts';

export const SAMPLE_FUND: FundFacts = {
  name: '困难职工帮扶资金（送温暖）',
  organization: '增城区总工会',
  year: 2023,
  department: '维权部',
  minimumLivingFen: yuan(1238),
  plannedRows: 270,
  plannedQuarterlyRows: 230,
  plannedEmergencyRows: 40,
  eligiblePersons: 262,
  // The source says that money is arranged for 2024, and gives no amount.
  nextYearBudgetFen: null,
  questionnairesSent: 35,
  cutoff: day('2023-12-31'),
};

type BudgetData = readonly [FundSource, BudgetItem, number, string, string, string];

const BUDGET: readonly BudgetData[] = [
  ['财政预算资金', '年初预算', 50_000, '2023-01-06', '增财样例〔2023〕1号', '年初部门预算批复'],
  ['工会经费', '年初预算', 430_000, '2023-01-06', '增工样例〔2023〕2号', '本级工会经费预算'],
  ['工会经费', '到位', 100_000, '2023-01-13', '增工样例〔2023〕3号', '第一次拨付'],
  ['财政预算资金', '到位', 2_000, '2023-03-24', '增财样例〔2023〕8号', '财政资金拨付'],
  ['工会经费', '到位', 90_000, '2023-05-12', '增工样例〔2023〕11号', '第二次拨付'],
  ['财政预算资金', '预算调整', -48_000, '2023-06-20', '增财样例〔2023〕15号', '按财政要求压减支出'],
  [
    '工会经费',
    '预算调整',
    -162_000,
    '2023-06-26',
    '增工样例〔2023〕16号',
    '随财政压减同步调减，按当年申请情况重新核定',
  ],
  ['工会经费', '到位', 78_000, '2023-08-11', '增工样例〔2023〕19号', '第三次拨付'],
];

/** 480,000 yuan at first, 270,000 after adjustment, all of it received; the numbers are invented. */
export const SAMPLE_BUDGET: readonly BudgetEntry[] = BUDGET.map(
  ([source, item, amount, date, documentNumber, note], index) => ({
    row: `预算!${index + 2}`,
    source,
    item,
    amountFen: yuan(amount),
    date: day(date),
    documentNumber,
    note,
  }),
);
