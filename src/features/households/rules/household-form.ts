import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';
import { fen } from '#core/money.ts';

import {
  ACCIDENT_KINDS,
  CAUSES,
  HEALTH_STATES,
  HOUSING_KINDS,
  INCOME_KINDS,
  INSURANCE_KINDS,
  MARITAL_STATES,
  MODEL_WORKER_KINDS,
  OLD_CLASSES,
  PERSON_ROLES,
  POLITICAL_STATES,
  REGISTRATION_KINDS,
  RELATIONS,
  SCHEMES,
  SPENDING_KINDS,
  TIERS,
  WORK_STATES,
} from './words.ts';
import type { Exclusion } from './words.ts';

/** Blank is none. */
const Text = (max: number): z.ZodType<string | null> =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .transform((text) => (text === '' ? null : text));
export const MAX_PEOPLE = 30;
const MAX_FEN = 100_000_000_00;
const Amount = z
  .int()
  .min(0)
  .max(MAX_FEN)
  .transform((amount) => fen(amount))
  .describe('In fen');
const option = <const Options extends readonly [string, ...string[]]>(
  options: Options,
): z.ZodNullable<z.ZodEnum<{ [Option in Options[number]]: Option }>> => z.enum(options).nullable();

/**
 * One of the family. A number given in full is checked and kept; a masked one, as a reader without the
 * right to it sends it back, leaves what is on file as it is.
 */
export const PersonForm = z.object({
  /** Of the row in the database; null for somebody new. */
  id: z.int().min(1).nullable(),
  role: z.enum(PERSON_ROLES),
  relation: z.enum(RELATIONS),
  name: z.string().trim().min(1).max(60),
  identityNumber: Text(30),
  sex: option(['male', 'female']),
  bornOn: DayInput.nullable(),
  phone: Text(30),
  isUnionMember: z.boolean(),
  workState: option(WORK_STATES),
  employer: Text(100).describe('Work unit or school'),
  health: option(HEALTH_STATES),
  illness: Text(200).describe('Kind of illness or disability'),
  insurance: option(INSURANCE_KINDS),
});
export type PersonForm = z.infer<typeof PersonForm>;

/** What is asked of the head alone. */
export const HeadForm = z.object({
  ethnicity: Text(20),
  political: option(POLITICAL_STATES),
  marital: option(MARITAL_STATES),
  registration: option(REGISTRATION_KINDS).describe('Kind of household registration'),
  registeredAt: Text(200),
  address: Text(200),
  otherContact: Text(100),
  employerNature: Text(50),
  employerState: Text(50),
  industry: Text(50),
  workingSince: DayInput.nullable(),
  contractFrom: DayInput.nullable(),
  contractTo: DayInput.nullable(),
  modelWorker: option(MODEL_WORKER_KINDS),
  memberNumber: Text(40),
  memberSince: DayInput.nullable(),
  paysDues: z.boolean().nullable(),
  housing: option(HOUSING_KINDS),
  housingAreaSquareMetres: z.int().min(0).max(100_000).nullable(),
  isSingleParent: z.boolean().nullable(),
  isWithoutEarner: z.boolean().nullable().describe('No one of the family in work'),
  canHelpItself: z.boolean().nullable(),
});
export type HeadForm = z.infer<typeof HeadForm>;

/** Income of the last twelve months, one row a person and kind. */
export const IncomeRow = z.object({
  /** Place in `people`, from 0. */
  person: z.int().min(0),
  kind: z.enum(INCOME_KINDS),
  yearly: Amount,
});
export type IncomeRow = z.infer<typeof IncomeRow>;

export const SpendingRow = z.object({
  kind: z.enum(SPENDING_KINDS),
  yearly: Amount.describe('In fen, before reimbursement'),
  reimbursed: Amount.describe('In fen: insurance, compensation, relief'),
  note: Text(200),
});
export type SpendingRow = z.infer<typeof SpendingRow>;

export const PropertyForm = z.object({
  homeCount: z.int().min(0).max(99).nullable(),
  homeAreaSquareMetres: z.int().min(0).max(100_000).nullable(),
  vehicles: Text(200),
  shops: Text(200),
  other: Text(200),
});

/** Answer to each ground of exclusion; null is not asked yet. */
const Answer = z.boolean().nullable();
export const ExclusionForm = z.object({
  high_fee_school: Answer,
  controls_company: Answer,
  two_homes: Answer,
  motor_vehicle: Answer,
  shop_or_hired_labour: Answer,
  refuses_checks: Answer,
  refuses_work: Answer,
} satisfies Record<Exclusion, typeof Answer>);

/** An event that struck the family (意外致困); null when there was none. */
export const AccidentForm = z.object({
  kind: z.enum(ACCIDENT_KINDS),
  happenedOn: DayInput,
  /** What the family bears itself, after compensation, insurance and relief. */
  netCost: Amount,
  note: Text(500),
});
export type AccidentForm = z.infer<typeof AccidentForm>;

/** The whole form of a household; the head is the one person with the role `head`. */
export const HouseholdForm = z.object({
  people: z.array(PersonForm).min(1).max(MAX_PEOPLE),
  head: HeadForm,
  income: z.array(IncomeRow).max(200),
  spending: z.array(SpendingRow).max(50),
  property: PropertyForm,
  exclusions: ExclusionForm,
  accident: AccidentForm.nullable(),
  mainCause: z.enum(CAUSES).nullable(),
  otherCauses: z.array(z.enum(CAUSES)).max(5),
  causeText: Text(1000),
  bankName: Text(60),
  bankBranch: Text(100),
  cardNumber: Text(40).describe('Of the head; kept as a number given in full, a masked one stays'),
  scheme: z.enum(SCHEMES),
  tier: z.enum(TIERS),
  /** Class written on an old file; null under the current scheme, which computes it. */
  oldClass: option(OLD_CLASSES),
});
export type HouseholdForm = z.infer<typeof HouseholdForm>;
