import { z } from 'zod';

import { chinaToday } from '#ui/china-today.ts';
import type { FormValues } from '#ui/form/form-values.ts';

import { findHouseholdText } from '../../messages.ts';
import { checkHouseholdForm } from '../../rules/check-household-form.ts';
import {
  AccidentForm,
  ExclusionForm,
  HeadForm,
  HouseholdForm,
  PersonForm,
  PropertyForm,
  SpendingRow,
} from '../../rules/household-form.ts';
import { ClassQuestion, HouseholdChange, NewHousehold } from '../../rules/household-inputs.ts';

type Shape = Readonly<Record<string, z.ZodType>>;
type Values = Readonly<Record<string, unknown>>;

/** A field left empty reaches the schema as nothing at all; the form's own word for it is null. */
const BLANKS = {
  form: blanksOf(HouseholdForm.shape),
  person: blanksOf(PersonForm.shape),
  head: blanksOf(HeadForm.shape),
  spending: blanksOf(SpendingRow.shape),
  property: blanksOf(PropertyForm.shape),
  exclusions: blanksOf(ExclusionForm.shape),
  accident: blanksOf(AccidentForm.shape),
};

/** The rooms' input with the form inside completed; `hasAccident` is a box of the page alone. */
export const NewHouseholdValues = z.preprocess(
  withWholeForm,
  NewHousehold.superRefine(({ form }, context) => addFaults(form, context)),
);
export const HouseholdChangeValues = z.preprocess(
  withWholeForm,
  HouseholdChange.superRefine(({ form }, context) => addFaults(form, context)),
);
export const ClassQuestionValues = z.preprocess(withWholeForm, ClassQuestion);

/** What the server would refuse is said at its field, before it is sent. */
function addFaults(form: HouseholdForm, context: z.RefinementCtx): void {
  for (const { path, severity, reason } of checkHouseholdForm(form, chinaToday())) {
    if (severity !== 'error') continue;
    context.addIssue({
      code: 'custom',
      path: ['form', ...path.split('.')],
      message: findHouseholdText(reason) ?? '填写的内容不正确',
    });
  }
}

function withWholeForm(values: unknown): unknown {
  return isRecord(values) ? { ...values, form: completeForm(recordOf(values['form'])) } : values;
}

function completeForm({ hasAccident, ...form }: Values): Values {
  return {
    ...BLANKS.form,
    income: [],
    otherCauses: [],
    ...form,
    people: listOf(form['people']).map((person) => ({ ...BLANKS.person, ...person })),
    head: { ...BLANKS.head, ...recordOf(form['head']) },
    spending: listOf(form['spending']).map((row) => ({ ...BLANKS.spending, ...row })),
    property: { ...BLANKS.property, ...recordOf(form['property']) },
    exclusions: { ...BLANKS.exclusions, ...recordOf(form['exclusions']) },
    accident: hasAccident === true ? { ...BLANKS.accident, ...recordOf(form['accident']) } : null,
  };
}

function blanksOf(shape: Shape): Values {
  const nullable = Object.entries(shape).filter(([, part]) => part.safeParse(null).success);
  return Object.fromEntries(nullable.map(([key]) => [key, null]));
}

/** A form as it is first shown: the head in front, because it has a section of its own. */
export function toFormValues(form: HouseholdForm): FormValues {
  const headAt = form.people.findIndex(({ role }) => role === 'head');
  const others = [...form.people.keys()].filter((index) => index !== headAt);
  const order = [headAt, ...others];
  return {
    ...form,
    people: order.map((index) => form.people[index]),
    income: form.income.map((row) => ({ ...row, person: order.indexOf(row.person) })),
    hasAccident: form.accident !== null,
  };
}

export const EMPTY_FORM: FormValues = {
  people: [{ id: null, role: 'head', relation: 'head', isUnionMember: true }],
  income: [],
  spending: [],
  otherCauses: [],
  scheme: 'current',
  tier: 'district',
  hasAccident: false,
};

/** Income belongs to people by their place: what follows a removed one moves up with it. */
export function incomeWithout(rows: unknown, removed: number): Values[] {
  return listOf(rows)
    .filter(({ person }) => person !== removed)
    .map((row) => {
      const person = Number(row['person']);
      return person > removed ? { ...row, person: person - 1 } : row;
    });
}

/** Sums of what is typed so far, in fen; whoever is unreadable counts for nothing. */
export interface FormTotals {
  readonly income: number;
  readonly spending: number;
}

export function totalsOf(income: unknown, spending: unknown): FormTotals {
  return {
    income: sum(listOf(income).map(({ yearly }) => amountOf(yearly))),
    spending: sum(
      listOf(spending).map(({ yearly, reimbursed }) =>
        Math.max(amountOf(yearly) - amountOf(reimbursed), 0),
      ),
    ),
  };
}

const SECRETS = ['identityNumber', 'phone', 'illness'];
const PLACES = ['registeredAt', 'address'];

/** Secrets are in no draft: those on file come back masked, new ones must be typed again. */
export function mendDraft(kept: FormValues, initial: FormValues): FormValues {
  const form = recordOf(kept['form']);
  const first = recordOf(initial['form']);
  const known = new Map(listOf(first['people']).map((person) => [person['id'], person]));
  return {
    ...kept,
    form: {
      ...form,
      head: { ...onFile(PLACES, recordOf(first['head'])), ...recordOf(form['head']) },
      cardNumber: first['cardNumber'],
      people: listOf(form['people']).map((person) => {
        const before = typeof person['id'] === 'number' ? known.get(person['id']) : undefined;
        return { ...onFile(SECRETS, before ?? {}), ...person };
      }),
    },
  };
}

function onFile(keys: readonly string[], values: Values): Values {
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function amountOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0;
}

export function listOf(value: unknown): Values[] {
  return Array.isArray(value) ? value.map((row: unknown) => recordOf(row)) : [];
}

export function recordOf(value: unknown): Values {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
