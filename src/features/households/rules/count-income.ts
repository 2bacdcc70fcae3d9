import { fen, sumFen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { MIN_WORKING_AGE, ageOn, birthOf, sexOf } from './ages.ts';
import type { ClassStandards } from './class-standards.ts';
import type { HouseholdForm, IncomeRow, PersonForm } from './household-form.ts';
import type { ClassReason, PersonFact } from './household-reasons.ts';
import type { IncomeKind } from './words.ts';

/** 基础养老金 is a right of everybody, and what comes at festivals is a greeting: neither counts. */
const NOT_COUNTED: ReadonlySet<IncomeKind> = new Set(['basic_pension', 'festival_gift']);
/** Any of these, be it 0, shows what somebody out of work really has. */
const SHOWS_EARNINGS: ReadonlySet<IncomeKind> = new Set([
  'wage',
  'business',
  'unemployment_benefit',
]);

export interface IncomeCount {
  /** Of the last twelve months; null while a fact is missing. */
  readonly yearlyFen: Fen | null;
  readonly missing: readonly ClassReason[];
  /** What was added or left out. */
  readonly notes: readonly ClassReason[];
}

/** How the income of one person is known. */
type Expectation =
  | { readonly kind: 'none_needed' | 'rows_needed' | 'minimum_wage' }
  | { readonly kind: 'unclear'; readonly reason: ClassReason };

interface Standing {
  readonly person: PersonForm;
  readonly rows: readonly IncomeRow[];
  readonly age: number | null;
}

/** Adds up the family's income. Nothing is taken to be 0 that nobody has said to be 0. */
export function countIncome(
  form: HouseholdForm,
  standards: ClassStandards,
  on: PlainDate,
): IncomeCount {
  const missing: ClassReason[] = [];
  const notes: ClassReason[] = [];
  const amounts = form.income.filter(isCounted).map(({ yearly }) => yearly);
  for (const [index, person] of form.people.entries()) {
    const bornOn = birthOf(person);
    const age = bornOn === null ? null : ageOn(bornOn, on);
    const rows = form.income.filter((row) => row.person === index);
    notes.push(...listNotCounted(person, rows));
    const expected = expectIncome({ person, rows, age }, standards);
    if (expected.kind === 'unclear') missing.push(expected.reason);
    if (expected.kind === 'rows_needed' && rows.length === 0) missing.push(lack(person, 'income'));
    if (expected.kind !== 'minimum_wage') continue;
    const { name } = person;
    if (standards.minimumWage === undefined) {
      missing.push({ code: 'household.minimum_wage_missing', params: { name, on } });
      continue;
    }
    const yearlyFen = fen(standards.minimumWage.fen * 12);
    amounts.push(yearlyFen);
    notes.push({ code: 'household.minimum_wage_counted', params: { name, yearlyFen } });
  }
  return { yearlyFen: missing.length > 0 ? null : sumFen(amounts), missing, notes };
}

function expectIncome(standing: Standing, standards: ClassStandards): Expectation {
  const { person, age } = standing;
  const { name } = person;
  const isChild = age !== null && age < MIN_WORKING_AGE;
  switch (person.workState) {
    case null:
      return isChild ? { kind: 'none_needed' } : unclear(person, 'workState');
    case 'in_school':
      return { kind: 'none_needed' };
    case 'below_working_age':
      if (age === null) return unclear(person, 'bornOn');
      if (isChild) return { kind: 'none_needed' };
      return {
        kind: 'unclear',
        reason: { code: 'household.work_state_contradicts_age', params: { name, age } },
      };
    case 'off_post':
    case 'unemployed':
      return isChild ? { kind: 'none_needed' } : expectOfJobless(standing, standards);
    case 'on_post':
    case 'sick_leave':
    case 'early_retired':
    case 'retired':
    case 'unable_to_work':
      return { kind: 'rows_needed' };
  }
}

/** Who is of working age, able and neither works nor learns counts at the minimum wage. */
function expectOfJobless(
  { person, rows, age }: Standing,
  { workingAgeEnd }: ClassStandards,
): Expectation {
  if (rows.some(({ kind }) => SHOWS_EARNINGS.has(kind))) return { kind: 'none_needed' };
  if (age === null) return unclear(person, 'bornOn');
  const sex = sexOf(person);
  const { male, female } = workingAgeEnd;
  if (sex === null && age >= Math.min(male, female) && age < Math.max(male, female)) {
    return unclear(person, 'sex');
  }
  return age < workingAgeEnd[sex ?? 'male'] ? { kind: 'minimum_wage' } : { kind: 'rows_needed' };
}

function listNotCounted({ name }: PersonForm, rows: readonly IncomeRow[]): ClassReason[] {
  return rows
    .filter((row) => !isCounted(row) && row.yearly > 0)
    .map(({ kind, yearly }) => ({
      code: 'household.income_not_counted',
      params: { name, kind, yearlyFen: yearly },
    }));
}

function isCounted({ kind }: IncomeRow): boolean {
  return !NOT_COUNTED.has(kind);
}

function unclear(person: PersonForm, fact: PersonFact): Expectation {
  return { kind: 'unclear', reason: lack(person, fact) };
}

function lack({ name }: PersonForm, fact: PersonFact): ClassReason {
  return { code: 'household.person_fact_missing', params: { name, fact } };
}
