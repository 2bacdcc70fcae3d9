import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';

import { HouseholdForm } from './household-form.ts';
import {
  CAUSES,
  EXIT_KINDS,
  HARDSHIP_CLASSES,
  HOUSEHOLD_STATES,
  RELATIONS,
  TIERS,
  TYPED_SOURCES,
} from './words.ts';

export const ChangeReason = z
  .string()
  .trim()
  .min(4)
  .max(500)
  .describe('Why; kept in the history and the audit log');
const Version = z.int().min(1).describe('The version the change was made on');
const Document = z.string().trim().max(200).nullable().optional();
const HouseholdId = z.coerce.number().int().min(1);
export const HouseholdParams = z.object({ id: HouseholdId });
export const PersonParams = z.object({ id: HouseholdId, personId: HouseholdId });
const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const FILTER = {
  search: z
    .string()
    .trim()
    .max(60)
    .optional()
    .describe('Start of a name or file number; a whole identity, phone or card number'),
  below: HouseholdId.optional().describe('This union and all below it'),
  state: z.enum([...HOUSEHOLD_STATES, 'all']).default('open'),
  hardshipClass: z.enum(HARDSHIP_CLASSES).optional(),
  tier: z.enum(TIERS).optional(),
  mainCause: z.enum(CAUSES).optional(),
};
export const HouseholdFilterBody = z.object({
  ...FILTER,
  below: z.int().min(1).optional(),
  isKnownEligible: z.boolean().optional(),
  isCheckDue: z.boolean().optional(),
});
export type HouseholdFilter = z.infer<typeof HouseholdFilterBody>;

export const HouseholdListQuery = z.object({
  ...FILTER,
  isKnownEligible: Flag.optional(),
  isCheckDue: Flag.optional().describe('Whose yearly recheck is due'),
  sort: z.enum(['newest', 'file_number', 'checked']).default('newest'),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type HouseholdListQuery = z.infer<typeof HouseholdListQuery>;

export const NewHousehold = z.object({
  unionId: z.int().min(1),
  form: HouseholdForm,
  openedOn: DayInput,
  source: z.enum(TYPED_SOURCES).default('application'),
  reason: ChangeReason,
});
export type NewHousehold = z.infer<typeof NewHousehold>;

export const HouseholdChange = z.object({
  version: Version,
  form: HouseholdForm,
  validOn: DayInput.describe('The day the facts describe; not in the future'),
  source: z.enum(TYPED_SOURCES),
  reason: ChangeReason,
});
export type HouseholdChange = z.infer<typeof HouseholdChange>;

/** What the class would be, before anything is saved. */
export const ClassQuestion = z.object({ form: HouseholdForm, on: DayInput });

export const HeadChange = z.object({
  version: Version,
  personId: z.int().min(1),
  /** Of each person to the new head, by person. */
  relations: z.array(z.object({ personId: z.int().min(1), relation: z.enum(RELATIONS) })),
  reason: ChangeReason,
  document: Document,
});
export type HeadChange = z.infer<typeof HeadChange>;

export const HouseholdExit = z.object({
  version: Version,
  exitedOn: DayInput.describe('Not in the future'),
  kind: z.enum(EXIT_KINDS),
  reason: ChangeReason,
  document: Document,
});
export type HouseholdExit = z.infer<typeof HouseholdExit>;

export const HouseholdRelapse = z.object({
  version: Version,
  from: DayInput,
  reason: ChangeReason,
  document: Document,
});
export type HouseholdRelapse = z.infer<typeof HouseholdRelapse>;

export const HouseholdMove = z.object({
  version: Version,
  /** Where the file goes. */
  unionId: z.int().min(1),
  movedOn: DayInput.describe('Not in the future'),
  reason: ChangeReason,
  document: Document,
});
export type HouseholdMove = z.infer<typeof HouseholdMove>;

/** Yearly recheck that found nothing to change; changed facts are saved as a form with source `recheck`. */
export const HouseholdRecheck = z.object({
  version: Version,
  checkedOn: DayInput,
  reason: ChangeReason.describe('What was looked at and found'),
  document: Document,
});
export type HouseholdRecheck = z.infer<typeof HouseholdRecheck>;

export const HouseholdSplit = z.object({
  version: Version,
  /** Who leaves for a file of their own; one of them is its head. */
  personIds: z.array(z.int().min(1)).min(1).max(29),
  headId: z.int().min(1),
  splitOn: DayInput,
  reason: ChangeReason,
  document: Document,
});
export type HouseholdSplit = z.infer<typeof HouseholdSplit>;

export const HouseholdMerge = z.object({
  version: Version,
  /** The file that ends in this one. */
  otherId: z.int().min(1),
  otherVersion: Version,
  mergedOn: DayInput,
  reason: ChangeReason,
  document: Document,
});
export type HouseholdMerge = z.infer<typeof HouseholdMerge>;

export const ReasonOnly = z.object({ reason: ChangeReason });
export const SECRET_FIELDS = ['identity', 'phone', 'card', 'illness', 'address'] as const;
export type SecretField = (typeof SECRET_FIELDS)[number];
export const SecretReveal = z.object({ field: z.enum(SECRET_FIELDS), reason: ChangeReason });
