import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { COUNT, DATE, NAME, YEAR, YUAN } from '../cell-kinds.ts';
import { optional, required, type Columns } from '../sheet-spec.ts';
import type { FundFacts } from '../year-records.ts';

/** 项目 holds one fact a row: the heading of each column here stands in column 项. */
export const FUND_SHEET = {
  name: '项目',
  isRequired: true,
  purpose: '本年度项目的基本情况，每行一项，在“值”栏填写。',
  labelHeading: '项',
  valueHeading: '值',
} as const;

export const FUND_FACTS: Columns<FundFacts> = {
  name: required('项目名称', NAME),
  organization: required('单位', NAME, '实施单位全称'),
  year: required('年度', YEAR, '例如 2023'),
  department: optional('主管部门', NAME),
  minimumLivingFen: optional<Fen>('低保月标准', YUAN, '元/人·月；用于家庭全年救助上限'),
  plannedRows: required('计划救助人次', COUNT),
  plannedQuarterlyRows: optional('计划季度救助人次', COUNT),
  plannedEmergencyRows: optional('计划紧急救助人次', COUNT),
  eligiblePersons: optional('应救助人数', COUNT, '救助覆盖率的基数'),
  nextYearBudgetFen: optional<Fen>('下年度预算', YUAN, '元'),
  questionnairesSent: optional('问卷发放份数', COUNT),
  cutoff: required<PlainDate>('评价截止日', DATE, '各项数据统计到这一天'),
};
