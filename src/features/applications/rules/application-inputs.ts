import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';
import { fen } from '#core/money.ts';
import {
  AID_CLASSES,
  AID_TYPES,
  SPECIAL_REASONS,
} from '#features/policies/rules/policy-version.ts';

import { APPLICATION_STATES } from './states.ts';
import { ACTIONS } from './transitions.ts';

const Id = z.coerce.number().int().min(1);
export const ApplicationParams = z.object({ id: Id });

const MAX_FEN = 1_000_000_00;
const Amount = z
  .int()
  .min(1)
  .max(MAX_FEN)
  .transform((amount) => fen(amount))
  .describe('In fen');
const Version = z.int().min(1).describe('The version the act was made on');
const Text = (max: number): z.ZodType<string | null> =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .transform((text) => (text === '' ? null : text));

/** A quarter applied for. */
export const Round = z.object({
  year: z.int().min(2000).max(2100),
  quarter: z.int().min(1).max(4),
});

/** What the applicant tells; kept encrypted. */
export const ApplicationFacts = z.object({
  story: Text(2000).describe('What happened and what is needed'),
  illness: Text(200),
  selfPaidFen: z
    .int()
    .min(0)
    .max(MAX_FEN)
    .nullable()
    .describe('Medical cost borne oneself, in fen'),
  aidElsewhere: Text(500).describe('Aid had from others for the same'),
  /** Relatives among union staff: they withdraw from the case. */
  relativesInUnion: Text(200),
});
export type ApplicationFacts = z.infer<typeof ApplicationFacts>;

export const EVENT_KINDS = ['disaster', 'accident', 'bravery', 'sudden_illness', 'other'] as const;
export const NewEvent = z.object({
  kind: z.enum(EVENT_KINDS),
  happenedOn: DayInput,
  description: z.string().trim().min(4).max(1000),
});
export type NewEvent = z.infer<typeof NewEvent>;

/** What is wished for; a draft may leave everything open but whom it is for and which aid. */
export const ApplicationWish = z.object({
  aidType: z.enum(AID_TYPES),
  aidClass: z.enum(AID_CLASSES).nullable(),
  round: Round.nullable(),
  /** An event on file, or a new one; only emergency aid asks for it. */
  eventId: z.int().min(1).nullable(),
  event: NewEvent.nullable(),
  requestedFen: Amount.nullable(),
  specialReason: z.enum(SPECIAL_REASONS).nullable(),
  facts: ApplicationFacts,
});
export type ApplicationWish = z.infer<typeof ApplicationWish>;

export const CONSENT_KINDS = ['personal_information', 'economic_check', 'publication'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** A union files for a worker (代办), who is in a household on file. */
export const NewApplication = ApplicationWish.extend({
  householdId: z.int().min(1),
  personId: z.int().min(1),
});
export type NewApplication = z.infer<typeof NewApplication>;

export const ApplicationChange = ApplicationWish.extend({ version: Version });
export type ApplicationChange = z.infer<typeof ApplicationChange>;

/** What the worker signed; without all of them nothing is submitted. */
export const ConsentInput = z.object({
  kinds: z.array(z.enum(CONSENT_KINDS)).max(3),
  textVersion: z.string().min(1).max(40),
});

const Supplement = z.object({
  papers: z.array(z.string().max(40)).max(30),
  note: Text(500),
});
const Visit = z.object({
  visitedOn: DayInput,
  visitors: z.string().trim().min(2).max(100),
  findings: z.string().trim().min(4).max(2000),
  isAsDescribed: z.boolean(),
});
const Check = z.object({
  answeredOn: DayInput,
  office: z.string().trim().min(2).max(100),
  result: z.string().trim().min(2).max(1000),
  isConfirmed: z.boolean(),
});
const Override = z.object({
  reason: z.string().trim().min(10).max(500),
  /** The paper it rests on, attached to the case. */
  fileId: z.uuid(),
});

/** One act on an application; what the act does not ask for stays null. */
export const ActInput = z.object({
  action: z.enum(ACTIONS),
  version: Version,
  opinion: Text(1000).default(null),
  /** What the tier proposes or grants. */
  amountFen: Amount.nullable().default(null),
  /** The tier's finding: the family is as the class describes. */
  meetsConditions: z.boolean().nullable().default(null),
  specialReason: z.enum(SPECIAL_REASONS).nullable().default(null),
  override: Override.nullable().default(null),
  /** Which source pays what is granted; the usable one with the most room when null. */
  sourceId: z.int().min(1).nullable().default(null),
  supplement: Supplement.nullable().default(null),
  visit: Visit.nullable().default(null),
  check: Check.nullable().default(null),
});
export type ActInput = z.infer<typeof ActInput>;

/** Many approvals at once: all or none. */
export const BulkApproval = z.object({
  opinion: z.string().trim().min(2).max(1000),
  /** One source for all; for each the usable one with the most room when null. */
  sourceId: z.int().min(1).nullable().default(null),
  items: z
    .array(z.object({ id: z.int().min(1), version: Version, amountFen: Amount.nullable() }))
    .min(1)
    .max(2000),
});
export type BulkApproval = z.infer<typeof BulkApproval>;

export const RecusalInput = z.object({
  /** Who withdraws; the actor when left out. */
  accountId: z.int().min(1).nullable().default(null),
  reason: z.string().trim().min(4).max(200),
});

export const PaperInput = z.object({
  paper: z.string().regex(/^[a-z][a-z_]{0,39}$/),
  fileId: z.uuid(),
});

export const LIGHTS = ['green', 'yellow', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

const FILTER = {
  search: z
    .string()
    .trim()
    .max(60)
    .optional()
    .describe('Start of a name or of an application number'),
  below: Id.optional(),
  state: z.enum(APPLICATION_STATES).optional(),
  aidType: z.enum(AID_TYPES).optional(),
  light: z.enum(LIGHTS).optional(),
  appliedFrom: DayInput.optional(),
  appliedTo: DayInput.optional(),
};
/** `todo`: what waits for the asker's tier; `open`: undecided; `done`: decided or ended. */
export const LIST_VIEWS = ['todo', 'open', 'done', 'all'] as const;
export const ApplicationFilter = z.object({
  ...FILTER,
  householdId: Id.optional(),
  view: z.enum(LIST_VIEWS).default('todo'),
});
export type ApplicationFilter = z.infer<typeof ApplicationFilter>;

export const ApplicationListQuery = ApplicationFilter.extend({
  sort: z.enum(['due', 'newest']).default('newest'),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type ApplicationListQuery = z.infer<typeof ApplicationListQuery>;
