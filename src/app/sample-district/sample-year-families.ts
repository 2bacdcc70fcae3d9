import { groupBy } from '#core/group-by.ts';
import { samplePerson } from '#features/fund-years/rules/sample-people.ts';
import type { AidRow } from '#features/fund-years/rules/year-records.ts';
import type { AidClass } from '#features/policies/rules/policy-version.ts';

import { sampleForm } from './sample-form.ts';
import type { Hardship, SampleHousehold } from './sample-form.ts';
import { SAMPLE_TREE } from './sample-tree.ts';

/** The people whom the ledger does not name: spouses and children. */
const FIRST_RELATIVE = 1000;

/** The file behind one 户号 of the sample ledger. */
export interface YearFamily extends SampleHousehold {
  /** As the ledger has it. */
  readonly ledgerHousehold: string;
}

/** The families of the sample ledger, in its order; the first of each to apply is the head. */
export function listYearFamilies(aid: readonly AidRow[]): readonly YearFamily[] {
  return [...groupBy(aid, ({ household }) => household)].flatMap(
    ([ledgerHousehold, rows], index) => {
      const [first] = rows;
      return first === undefined ? [] : [{ ledgerHousehold, ...yearFamily(first, rows, index) }];
    },
  );
}

function yearFamily(first: AidRow, rows: readonly AidRow[], index: number): SampleHousehold {
  const second = rows.find(({ identityNumber }) => identityNumber !== first.identityNumber);
  const number = index + 1;
  const isAlone = second === undefined && first.aidClass === 'Q3';
  const isRefused = rows.every(({ status }) => status === '不予救助');
  return {
    union: findUnionCode(first),
    openedOn: first.appliedOn,
    form: sampleForm({
      number,
      hardship: isRefused ? ABOVE_THE_STANDARD : HARDSHIPS[first.aidClass],
      head: first,
      spouse: second ?? (isAlone ? null : samplePerson(FIRST_RELATIVE + index * 2)),
      isSpouseMember: second !== undefined,
      child: samplePerson(FIRST_RELATIVE + index * 2 + 1),
      isModelWorker: first.aidClass === 'Q5',
    }),
  };
}

/** @throws Error when the sample tree has no such union: tree and ledger are made of the same names. */
export function findUnionCode({ grassrootsUnion }: Pick<AidRow, 'grassrootsUnion'>): string {
  const union = SAMPLE_TREE.find(({ name }) => name === grassrootsUnion);
  if (union === undefined) throw new Error(`the sample tree has no union ${grassrootsUnion}`);
  return union.code;
}

const LOW_INCOME: Hardship = {
  cause: 'low_income',
  text: '家庭劳动力少，收入低于当地标准。',
  wage: 27_600,
  secondWage: 0,
  spending: ['housing', 6_000, 0],
  health: 'good',
};
const ILLNESS: Hardship = {
  cause: 'own_illness',
  text: '本人患重大疾病，自付医疗费用高。',
  wage: 38_400,
  secondWage: 0,
  spending: ['illness', 52_000, 31_000],
  health: 'cancer',
};
const DISASTER: Hardship = {
  cause: 'natural_disaster',
  text: '住房受灾，家财损失大。',
  wage: 33_600,
  secondWage: 0,
  spending: ['other', 12_000, 0],
  health: 'good',
};
const INJURY: Hardship = {
  cause: 'accident',
  text: '家人意外受伤，治疗和护理费用高。',
  wage: 36_000,
  secondWage: 0,
  spending: ['illness', 30_000, 12_000],
  health: 'good',
};

/** What the ledger's class says of a family. */
const HARDSHIPS: Readonly<Record<AidClass, Hardship>> = {
  Q1: LOW_INCOME,
  Q2: ILLNESS,
  Q3: {
    cause: 'schooling',
    text: '单亲抚养子女，就学负担重。',
    wage: 34_800,
    secondWage: 0,
    spending: ['schooling', 14_000, 0],
    health: 'good',
  },
  Q4: { ...ILLNESS, text: '低收入且长期患病，缺少照料。', health: 'kidney_failure' },
  Q5: { ...LOW_INCOME, text: '劳模家庭，因病支出较大。', spending: ['illness', 9_600, 2_400] },
  Q6: INJURY,
  Q7: {
    cause: 'unemployment',
    text: '异地务工，企业停产拖欠工资。',
    wage: 24_000,
    secondWage: 0,
    spending: ['other', 4_800, 0],
    health: 'good',
  },
  E1a: DISASTER,
  E1b: DISASTER,
  E1c: INJURY,
  E2: { ...INJURY, text: '见义勇为受伤，家庭收入不高。' },
  E3: { ...ILLNESS, text: '突发重病住院手术，费用高。', health: 'cardiovascular' },
};

/** Of the one application that the district refused. */
const ABOVE_THE_STANDARD: Hardship = {
  ...LOW_INCOME,
  text: '自述开支较大，核实人均收入高于规定标准。',
  wage: 96_000,
  secondWage: 60_000,
};
