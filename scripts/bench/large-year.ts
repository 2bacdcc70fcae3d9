import { sumFen, yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import { sampleHousehold } from '#features/fund-years/rules/sample-case.ts';
import type { SampleCase } from '#features/fund-years/rules/sample-case.ts';
import { sampleLedger } from '#features/fund-years/rules/sample-ledger.ts';
import { samplePerson } from '#features/fund-years/rules/sample-people.ts';
import { applicationDay } from '#features/fund-years/rules/sample-quarterly.ts';
import { pick, seededDraw } from '#features/fund-years/rules/sample-random.ts';
import type { Draw } from '#features/fund-years/rules/sample-random.ts';
import { SAMPLE_UNIONS, sampleGrassrootsUnion } from '#features/fund-years/rules/sample-unions.ts';
import { sampleYear } from '#features/fund-years/rules/sample-year.ts';
import { FUND_SOURCES } from '#features/fund-years/rules/year-records.ts';
import type {
  AidRow,
  BudgetEntry,
  SurveyAnswer,
  Visit,
  YearRecords,
} from '#features/fund-years/rules/year-records.ts';
import { addWorkingDays } from '#features/policies/rules/working-days.ts';

/** Every so many applicants the row of broken rules starts again, so about one row in ten breaks one. */
const STORY_CYCLE = 150;

/**
 * A year with exactly `rows` ledger rows by the sample year's generator, for load tests and the bench.
 * Unlike the sample year it breaks rules of every kind; from five hundred rows on each kind occurs.
 */
export function largeYear(rows: number): YearRecords {
  const draw = seededDraw(rows);
  const aid = sampleLedger(cases(rows, draw), draw, {
    lateRows: Math.floor(rows / 6),
    blankRows: Math.floor(rows / 12),
  }).map((row, index) => withPaymentFault(row, index));
  const paid = aid.filter((row) => row.status === '成功');
  const sample = sampleYear();
  return {
    ...sample,
    fund: {
      ...sample.fund,
      plannedRows: rows,
      plannedQuarterlyRows: null,
      plannedEmergencyRows: null,
      eligiblePersons: rows,
      questionnairesSent: rows,
    },
    budget: budgetFor(paid),
    aid,
    visits: visitsTo(paid),
    survey: answers(Math.ceil(rows / 20)),
  };
}

/** Every third payment was followed up. */
function visitsTo(paid: readonly AidRow[]): readonly Visit[] {
  return paid
    .filter((_, index) => index % 3 === 0)
    .map((row, index) => ({
      row: `回访!${index + 2}`,
      date: row.paidOn ?? row.appliedOn,
      application: row.application,
      mode: index % 2 === 0 ? '电话' : '入户',
      need: null,
      result: '生活暂时稳定',
    }));
}

function answers(count: number): readonly SurveyAnswer[] {
  return Array.from({ length: count }, (_, index) => ({
    row: `问卷!${index + 2}`,
    number: `WJ${index + 1}`,
    respondent: index % 4 === 0 ? '一般会员' : '受助职工',
    townUnion: null,
    awareness: index % 9 === 0 ? '不知晓' : '知晓',
    relief: index % 11 === 0 ? null : '有一定作用',
    satisfaction: index % 13 === 0 ? '一般' : '满意',
  }));
}

function cases(rows: number, draw: Draw): readonly SampleCase[] {
  const all: SampleCase[] = [];
  for (let index = 0; all.length < rows; index += 1) {
    const story = STORIES[index % STORY_CYCLE] ?? pick(draw, ORDINARY);
    all.push(...story({ index, draw }));
  }
  return all.slice(0, rows);
}

interface Applicant {
  readonly index: number;
  readonly draw: Draw;
}
type Story = (applicant: Applicant) => readonly SampleCase[];

const ORDINARY: readonly [Story, ...Story[]] = [
  (applicant) => [1, 3].map((quarter) => quarterly(applicant, quarter)),
  (applicant) => [2, 4].map((quarter) => quarterly(applicant, quarter)),
  (applicant) => [quarterly(applicant, 1 + applicant.draw(4))],
  (applicant) => [quarterly(applicant, 1 + applicant.draw(4))],
  (applicant) => [emergency(applicant, 2000 + 100 * applicant.draw(11))],
];

const HARDSHIP = '特别困难';

/** One story for each kind of broken rule, then a refusal. */
const STORIES: readonly Story[] = [
  // adjacent_quarter
  (applicant) => [1, 2].map((quarter) => quarterly(applicant, quarter)),
  // frequency
  (applicant) => [1, 3, 4].map((quarter) => quarterly(applicant, quarter)),
  // range
  (applicant) => [{ ...quarterly(applicant, 2), amountFen: yuan(300) }],
  // person_cap
  (applicant) => [emergency(applicant, 5000)],
  // household_cap
  (applicant) => [quarterly(applicant, 1), ...severalEmergencies(applicant, [3000, 3000], null)],
  // household_hard_cap
  (applicant) => severalEmergencies(applicant, [5000, 5000, 5000], HARDSHIP),
  // goods_cap
  (applicant) => [{ ...quarterly(applicant, 3), aidType: '实物慰问', amountFen: yuan(600) }],
  // same_event
  (applicant) => [emergency(applicant, 2000), emergency(applicant, 2500)],
  // identity_number
  (applicant) => [withWrongCheck(quarterly(applicant, 4))],
  // class_unknown
  (applicant) => [{ ...quarterly(applicant, 4), aidClass: 'E3', amountFen: yuan(2000) }],
  // overspent_source
  (applicant) => [{ ...emergency(applicant, 2000), source: '上级补助' }],
  (applicant) => [
    {
      ...quarterly(applicant, 1),
      amountFen: yuan(0),
      decision: '家庭人均收入高于规定标准，不予救助',
      refused: true,
    },
  ],
];

function quarterly({ index, draw }: Applicant, quarter: number): SampleCase {
  const union = SAMPLE_UNIONS[index % SAMPLE_UNIONS.length]?.name ?? '';
  return {
    person: samplePerson(index),
    household: sampleHousehold(index + 1),
    grassrootsUnion: sampleGrassrootsUnion(union, draw(6)),
    townUnion: union,
    aidType: '季度救助',
    aidClass: pick(draw, ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7']),
    quarter,
    appliedOn: applicationDay(quarter, draw),
    amountFen: yuan(400 + 100 * draw(3)),
    source: '工会经费',
    event: null,
    specialReason: null,
    decision: '符合季度救助条件，同意救助',
    refused: false,
  };
}

function emergency(applicant: Applicant, amountYuan: number): SampleCase {
  return {
    ...quarterly(applicant, 1),
    aidType: '紧急救助',
    aidClass: pick(applicant.draw, ['E1c', 'E2', 'E3']),
    quarter: null,
    appliedOn: addWorkingDays(day('2023-01-04'), applicant.draw(200)),
    amountFen: yuan(amountYuan),
    event: `SJ2023-${applicant.index + 1}`,
    decision: '符合紧急救助条件，同意救助',
  };
}

function severalEmergencies(
  applicant: Applicant,
  amounts: readonly number[],
  specialReason: string | null,
): readonly SampleCase[] {
  return amounts.map((amount, number) => ({
    ...emergency(applicant, amount),
    event: `SJ2023-${applicant.index + 1}-${number + 1}`,
    specialReason,
  }));
}

function withWrongCheck(sampleCase: SampleCase): SampleCase {
  const { name, identityNumber } = sampleCase.person;
  const wrong = identityNumber.endsWith('0') ? '1' : '0';
  return { ...sampleCase, person: { name, identityNumber: identityNumber.slice(0, 17) + wrong } };
}

/** paid_before_approval, and payments that did not arrive or are still to come. */
function withPaymentFault(row: AidRow, index: number): AidRow {
  if (row.status !== '成功') return row;
  if (index % 83 === 7) return { ...row, paidOn: row.receivedOn };
  if (index % 90 === 11) return { ...row, status: '失败', paidOn: null };
  return index % 90 === 47 ? { ...row, status: '待发', paidOn: null } : row;
}

/** Every source holds what it paid, except 上级补助, which holds half. */
function budgetFor(paid: readonly AidRow[]): readonly BudgetEntry[] {
  const entries = FUND_SOURCES.flatMap((source) => {
    const spent = sumFen(paid.filter((row) => row.source === source).map((row) => row.amountFen));
    if (spent === 0) return [];
    const amountFen = yuan(Math.floor(spent / (source === '上级补助' ? 200 : 100)));
    return (['年初预算', '到位'] as const).map((item) => ({ source, item, amountFen }));
  });
  return entries.map((entry, index) => ({
    ...entry,
    row: `预算!${index + 2}`,
    date: day('2023-01-06'),
    documentNumber: null,
    note: null,
  }));
}
