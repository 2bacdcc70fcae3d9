import { z } from 'zod';

import { DUPLICATE_KINDS } from './compare-people.ts';
import { HouseholdReasonView } from './household-views.ts';
import { HOUSEHOLD_STATES, RELATIONS } from './words.ts';

export const VERDICTS = ['same', 'different'] as const;
export type Verdict = (typeof VERDICTS)[number];

const PairPerson = z.object({
  personId: z.int(),
  householdId: z.int(),
  fileNumber: z.string(),
  unionName: z.string(),
  name: z.string(),
  /** Masked. */
  identityNumber: z.string().nullable(),
});

export const DuplicateRow = z.object({
  id: z.int(),
  kind: z.enum(DUPLICATE_KINDS),
  score: z.int().min(0).max(100),
  reasons: z.array(HouseholdReasonView),
  first: PairPerson,
  second: PairPerson,
  foundAt: z.iso.datetime(),
  verdict: z.enum(VERDICTS).nullable(),
});
export type DuplicateRow = z.infer<typeof DuplicateRow>;

export const DuplicatePage = z.object({
  items: z.array(DuplicateRow),
  next: z.string().nullable(),
  total: z.int(),
});
export type DuplicatePage = z.infer<typeof DuplicatePage>;

/** One side of the comparison; secrets are masked. */
export const ComparedPerson = PairPerson.extend({
  relation: z.enum(RELATIONS),
  householdState: z.enum(HOUSEHOLD_STATES),
  householdVersion: z.int(),
  sex: z.enum(['male', 'female']).nullable(),
  bornOn: z.iso.date().nullable(),
  phone: z.string().nullable(),
  cardNumber: z.string().nullable(),
  address: z.string().nullable(),
  employer: z.string().nullable(),
  /** Names of the others in the file. */
  otherMembers: z.array(z.string()),
  openedOn: z.iso.date(),
});
export type ComparedPerson = z.infer<typeof ComparedPerson>;

export const COMPARED_FIELDS = [
  'name',
  'identityNumber',
  'sex',
  'bornOn',
  'phone',
  'cardNumber',
  'address',
  'employer',
  'otherMembers',
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

export const DuplicateDetail = DuplicateRow.extend({
  first: ComparedPerson,
  second: ComparedPerson,
  /** Fields that differ as they are stored; two masks may look alike. */
  differing: z.array(z.enum(COMPARED_FIELDS)),
  /** Of what was compared: a verdict names the facts it was made on. */
  factsDigest: z.string(),
  verdictReason: z.string().nullable(),
  verdictByName: z.string().nullable(),
  verdictAt: z.iso.datetime().nullable(),
});
export type DuplicateDetail = z.infer<typeof DuplicateDetail>;
