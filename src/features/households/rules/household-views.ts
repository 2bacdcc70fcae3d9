import { z } from 'zod';

import { HouseholdForm } from './household-form.ts';
import {
  CAUSES,
  EVENT_KINDS,
  FACT_SOURCES,
  HARDSHIP_CLASSES,
  HOUSEHOLD_STATES,
  SCHEMES,
  TIERS,
} from './words.ts';

/** Why something is so: a code of `messages.ts`, the figures of its sentence, and the rule it rests on. */
export const HouseholdReasonView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const HouseholdRow = z.object({
  id: z.int(),
  fileNumber: z.string(),
  unionId: z.int(),
  unionName: z.string(),
  headName: z.string(),
  /** Masked; null while none is on file. */
  identityNumber: z.string().nullable(),
  state: z.enum(HOUSEHOLD_STATES),
  hardshipClass: z.enum(HARDSHIP_CLASSES),
  scheme: z.enum(SCHEMES),
  tier: z.enum(TIERS),
  mainCause: z.enum(CAUSES).nullable(),
  memberCount: z.int(),
  netMonthlyFen: z.int().nullable(),
  isKnownEligible: z.boolean(),
  openedOn: z.iso.date(),
  checkedOn: z.iso.date(),
  checkDueOn: z.iso.date().nullable().describe('Null for a file that is not open'),
  exitedOn: z.iso.date().nullable(),
  isSample: z.boolean(),
});
export type HouseholdRow = z.infer<typeof HouseholdRow>;

export const HouseholdPage = z.object({
  items: z.array(HouseholdRow),
  next: z.string().nullable(),
  total: z.int(),
});
export type HouseholdPage = z.infer<typeof HouseholdPage>;

/** How the class came about, with every reason. */
export const ClassView = z.object({
  hardshipClass: z.enum(HARDSHIP_CLASSES),
  reasons: z.array(HouseholdReasonView),
  incomeFen: z.int().nullable(),
  spendingFen: z.int().nullable(),
  netMonthlyFen: z.int().nullable(),
  minimumLivingFen: z.int().nullable(),
});
export type ClassView = z.infer<typeof ClassView>;

export const HouseholdEventView = z.object({
  id: z.int(),
  kind: z.enum(EVENT_KINDS),
  happenedOn: z.iso.date(),
  reason: z.string(),
  document: z.string().nullable(),
  otherHouseholdId: z.int().nullable(),
  otherFileNumber: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  recordedByName: z.string().nullable(),
});
export type HouseholdEventView = z.infer<typeof HouseholdEventView>;

export const HouseholdVersionView = z.object({
  number: z.int(),
  source: z.enum(FACT_SOURCES),
  reason: z.string(),
  validOn: z.iso.date(),
  hardshipClass: z.enum(HARDSHIP_CLASSES),
  recordedAt: z.iso.datetime(),
  recordedByName: z.string().nullable(),
});
export type HouseholdVersionView = z.infer<typeof HouseholdVersionView>;

export const HouseholdDetail = HouseholdRow.extend({
  version: z.int(),
  mergedIntoId: z.int().nullable(),
  exitReason: z.string().nullable(),
  /** Identity, phone, card and illness masked; the address to the town. */
  form: HouseholdForm,
  class: ClassView,
  versions: z.array(HouseholdVersionView),
  events: z.array(HouseholdEventView),
  /** Pairs of people of this file without a verdict. */
  openPairCount: z.int(),
});
export type HouseholdDetail = z.infer<typeof HouseholdDetail>;

/** One version of the form, masked, with what differs from the one before. */
export const HouseholdVersionDetail = z.object({
  version: HouseholdVersionView,
  form: HouseholdForm,
  /** Paths into the form whose value changed, such as `income.0.yearly`. */
  changed: z.array(z.string()),
});
export type HouseholdVersionDetail = z.infer<typeof HouseholdVersionDetail>;
