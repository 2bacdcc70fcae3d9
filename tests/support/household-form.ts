import { fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { ClassStandards } from '#features/households/rules/class-standards.ts';
import { DETAIL } from '#features/households/rules/household-examples.ts';
import { HouseholdForm } from '#features/households/rules/household-form.ts';
import type {
  IncomeRow,
  PersonForm,
  SpendingRow,
} from '#features/households/rules/household-form.ts';

/** The day of the examples. */
export const TODAY = day('2026-03-02');

/** The family of the interface's documentation: a head in work and a child. */
export function aForm(overrides: Partial<HouseholdForm> = {}): HouseholdForm {
  return { ...HouseholdForm.parse(DETAIL.form), ...overrides };
}

/** Somebody in work, 36 years old on the day of the examples. */
export function aPerson(overrides: Partial<PersonForm> = {}): PersonForm {
  return {
    id: null,
    role: 'member',
    relation: 'sibling',
    name: '样例甲',
    identityNumber: null,
    sex: 'male',
    bornOn: day('1990-01-01'),
    phone: null,
    isUnionMember: true,
    workState: 'on_post',
    employer: null,
    health: 'good',
    illness: null,
    insurance: 'employee',
    ...overrides,
  };
}

export function aHead(overrides: Partial<PersonForm> = {}): PersonForm {
  return aPerson({ role: 'head', relation: 'head', name: '样例户主', ...overrides });
}

export function income(yearly: number, overrides: Partial<IncomeRow> = {}): IncomeRow {
  return { person: 0, kind: 'wage', yearly: fen(yearly), ...overrides };
}

export function spending(yearly: number, overrides: Partial<SpendingRow> = {}): SpendingRow {
  const row = { kind: 'illness', yearly: fen(yearly), reimbursed: fen(0), note: null } as const;
  return { ...row, ...overrides };
}

/** D of 1,000 yuan and a minimum wage of 2,000: round figures for borders. */
export function standards(overrides: Partial<ClassStandards> = {}): ClassStandards {
  return {
    minimumLiving: { fen: fen(100_000) },
    minimumWage: { fen: fen(200_000) },
    isStrict: true,
    relativePercent: 200,
    accidentSharePercent: 80,
    accidentMonths: 12,
    oldBorderlinePercent: 150,
    oldAccidentalPercent: 300,
    workingAgeEnd: { male: 60, female: 55 },
    ...overrides,
  };
}
