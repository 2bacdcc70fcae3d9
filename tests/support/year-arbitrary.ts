import * as fc from 'fast-check';

import { fraction } from '#core/fraction.ts';
import { fen, type Fen } from '#core/money.ts';
import { fromDayNumber, toDayNumber, day, yearOf, type PlainDate } from '#core/plain-date.ts';
import {
  BUDGET_ITEMS,
  FUND_SOURCES,
  PAYMENT_STATUSES,
  PUBLICITY_CHANNELS,
  AWARENESS_ANSWERS,
  RELIEF_ANSWERS,
  RESPONDENTS,
  SATISFACTION_ANSWERS,
  UPHELD_ANSWERS,
  VISIT_MODES,
  type YearRecords,
} from '#features/fund-years/rules/year-records.ts';
import { DEFAULT_FRAMEWORK } from '#features/indicators/rules/built-in-frameworks.ts';
import {
  ELEMENT_ANSWERS,
  INDICATOR_CATEGORIES,
  type ElementRow,
  type IndicatorRow,
  type ReviewScore,
} from '#features/indicators/rules/framework.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';

const oneOf = <T>(options: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...options);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(value, { nil: null });

/** Signs that a spreadsheet or XML could twist. */
const SIGNS = [
  '增',
  '城',
  '𠮷',
  'A',
  'b',
  '0',
  '7',
  '（',
  '）',
  '&',
  '<',
  '>',
  '"',
  "'",
  '=',
  '_x0041_',
  '，',
  '-',
];
const name = fc.array(oneOf(SIGNS), { minLength: 1, maxLength: 8 }).map((signs) => signs.join(''));
const prose = fc
  .array(oneOf([...SIGNS, ' ', '\n']), { minLength: 1, maxLength: 12 })
  .map((signs) => `文${signs.join('')}。`);
const code = fc.stringMatching(/^[0-9A-Z-]{1,20}$/);
const date: fc.Arbitrary<PlainDate> = fc
  .integer({ min: toDayNumber(day('1990-01-01')), max: toDayNumber(day('2060-12-31')) })
  .map(fromDayNumber);
const amount = (min: number): fc.Arbitrary<Fen> =>
  fc.integer({ min, max: 99_999_999_999 }).map(fen);
const count = fc.integer({ min: 0, max: 1_000_000 });

function numbered<T extends object>(sheet: string, rows: readonly T[]): (T & { row: string })[] {
  return rows.map((row, index) => ({ ...row, row: `${sheet}!${index + 2}` }));
}

function rowsOf<T extends object>(
  sheet: string,
  row: fc.Arbitrary<T>,
): fc.Arbitrary<(T & { row: string })[]> {
  return fc.array(row, { maxLength: 4 }).map((rows) => numbered(sheet, rows));
}

const anyFund = fc.record({
  name,
  organization: name,
  year: fc.integer({ min: 1990, max: 2099 }),
  department: maybe(name),
  minimumLivingFen: maybe(amount(0)),
  plannedRows: count,
  plannedQuarterlyRows: maybe(count),
  plannedEmergencyRows: maybe(count),
  eligiblePersons: maybe(count),
  nextYearBudgetFen: maybe(amount(0)),
  questionnairesSent: maybe(count),
  cutoff: date,
});

/** A year is counted at a day of its own or a later year. */
const fund = anyFund.map((facts) => ({
  ...facts,
  cutoff: yearOf(facts.cutoff) >= facts.year ? facts.cutoff : day(`${facts.year}-12-31`),
}));

const budget = rowsOf(
  '预算',
  fc.record({
    source: oneOf(FUND_SOURCES),
    item: oneOf(BUDGET_ITEMS),
    amountFen: amount(0),
    date,
    documentNumber: maybe(code),
    note: maybe(prose),
  }),
);

const review = fc.record({ opinion: maybe(prose), date: maybe(date) });
const aid = fc
  .uniqueArray(
    fc.record({
      application: code,
      name,
      identityNumber: fc.stringMatching(/^([0-9]{17}[0-9X]|[0-9]{15})$/),
      household: code,
      grassrootsUnion: name,
      townUnion: name,
      aidType: oneOf(AID_TYPES),
      aidClass: oneOf(AID_CLASSES),
      quarter: maybe(fc.integer({ min: 1, max: 4 })),
      appliedOn: date,
      grassroots: review,
      town: review,
      receivedOn: maybe(date),
      district: review,
      amountFen: amount(1),
      source: oneOf(FUND_SOURCES),
      paidOn: maybe(date),
      status: oneOf(PAYMENT_STATUSES),
      event: maybe(code),
      specialReason: maybe(prose),
    }),
    { maxLength: 6, selector: (row) => row.application },
  )
  .map((rows) => numbered('救助台账', rows));

const survey = fc
  .uniqueArray(
    fc.record({
      number: code,
      respondent: oneOf(RESPONDENTS),
      townUnion: maybe(name),
      awareness: maybe(oneOf(AWARENESS_ANSWERS)),
      relief: maybe(oneOf(RELIEF_ANSWERS)),
      satisfaction: maybe(oneOf(SATISFACTION_ANSWERS)),
    }),
    { maxLength: 4, selector: (row) => row.number },
  )
  .map((rows) => numbered('问卷', rows));

const publicity = rowsOf(
  '宣传',
  fc.record({
    plannedOn: maybe(date),
    completedOn: maybe(date),
    channel: oneOf(PUBLICITY_CHANNELS),
    title: prose,
    reach: maybe(count),
    evidence: maybe(prose),
  }),
);
const training = rowsOf(
  '培训',
  fc
    .record({
      date,
      subject: prose,
      tier: maybe(name),
      expected: count,
      attended: count,
      evidence: maybe(prose),
    })
    .map((row) => ({ ...row, attended: Math.min(row.attended, row.expected) })),
);
const forwarding = rowsOf(
  '政策转发',
  fc.record({
    document: prose,
    union: name,
    due: fc.boolean(),
    forwardedOn: maybe(date),
    evidence: maybe(prose),
  }),
);
const inspections = rowsOf(
  '监督检查',
  fc
    .record({
      plannedOn: maybe(date),
      completedOn: maybe(date),
      townUnion: name,
      sampled: maybe(count),
      conforming: maybe(count),
      problem: maybe(prose),
      rectifiedOn: maybe(date),
    })
    .map((row) => ({
      ...row,
      conforming:
        row.sampled === null || row.conforming === null
          ? null
          : Math.min(row.conforming, row.sampled),
    })),
);
const grievances = rowsOf(
  '投诉',
  fc.record({
    date,
    type: prose,
    upheld: oneOf(UPHELD_ANSWERS),
    closedOn: maybe(date),
  }),
);
const visit = fc.record({
  date,
  mode: oneOf(VISIT_MODES),
  need: maybe(prose),
  result: maybe(prose),
});

type FrameworkParts = Pick<YearRecords, 'indicators' | 'elements' | 'reviewScores'>;

/** The built-in framework, its hand-decided elements answered. */
const builtIn: fc.Arbitrary<FrameworkParts> = fc
  .record({ answer: oneOf(ELEMENT_ANSWERS), evidence: maybe(prose), note: maybe(prose) })
  .map((given) => ({
    indicators: null,
    elements: numbered(
      '要素',
      DEFAULT_FRAMEWORK.elements
        .filter((element) => element.metric === null)
        .map((element) => ({ ...element, ...given })),
    ),
    reviewScores: [],
  }));

/** A framework of one row for each kind, its weights in hundredths adding to 100. */
const own: fc.Arbitrary<FrameworkParts> = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 5, maxLength: 5 }),
    share: fc.integer({ min: 1, max: 9_999 }),
    answer: oneOf(ELEMENT_ANSWERS),
    reason: prose,
    level: name,
    category: maybe(oneOf(INDICATOR_CATEGORIES)),
    target: fc.integer({ min: 1, max: 9_999 }),
  })
  .map(({ cuts, share, answer, reason, level, category, target }) => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
    const weights = edges.slice(1).map((edge, index) => fraction(edge - (edges[index] ?? 0), 100));
    const plain = {
      level1: level,
      level2: level,
      category,
      metric: null,
      target: null,
      direction: '越大越好',
      parameter: null,
    } as const;
    const kinds: readonly Partial<IndicatorRow>[] = [
      { kind: '比率', metric: '支出率', target: fraction(target, 100), direction: '越小越好' },
      { kind: '分档', metric: '审批及时率', parameter: '95:0.01;0:0' },
      { kind: '扣分', metric: '违规笔数', parameter: '0.5' },
      { kind: '要素' },
      { kind: '评审' },
      { kind: '不适用' },
    ];
    const indicators = kinds.map((kind, index): IndicatorRow => ({
      ...plain,
      kind: '不适用',
      ...kind,
      level3: `指标${index}`,
      weight: weights[index] ?? fraction(0),
      row: `指标!${index + 2}`,
    }));
    const byHand = { metric: null, bound: null, evidence: null, note: reason };
    const elements: readonly Omit<ElementRow, 'row'>[] = [
      { level3: '指标3', element: '甲', share: fraction(share, 100), answer, ...byHand },
      {
        level3: '指标3',
        element: '乙',
        share: fraction(10_000 - share, 100),
        ...byHand,
        answer: null,
        metric: '回访率',
        bound: fraction(30),
      },
    ];
    const scores: readonly Omit<ReviewScore, 'row'>[] = ['甲', '乙'].map((reviewer) => ({
      level3: '指标4',
      reviewer,
      score: fraction(0),
      reason,
    }));
    return {
      indicators,
      elements: numbered('要素', elements),
      reviewScores: numbered('评分', scores),
    };
  });

/** Any year that a workbook may hold, its rows numbered as the writer lays them down. */
export const anyYear: fc.Arbitrary<YearRecords> = fc
  .record({
    fund,
    budget,
    aid,
    survey,
    publicity,
    training,
    forwarding,
    inspections,
    grievances,
    visits: fc.array(visit, { maxLength: 4 }),
    framework: fc.oneof(builtIn, own),
  })
  .map(({ visits, framework, ...year }) => ({
    ...year,
    ...framework,
    visits: numbered('回访', visits).flatMap((row, index) => {
      const paid = year.aid[index % Math.max(year.aid.length, 1)];
      return paid === undefined ? [] : [{ ...row, application: paid.application }];
    }),
  }));
