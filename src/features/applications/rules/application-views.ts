import { z } from 'zod';

import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';

import {
  ApplicationFacts,
  CONSENT_KINDS,
  EVENT_KINDS,
  LIGHTS,
  Round,
} from './application-inputs.ts';
import { APPLICATION_STATES, TIERS_AT_WORK } from './states.ts';
import { ACTIONS } from './transitions.ts';

/** Why something is so or may not be: a code of `messages.ts` and the figures of its sentence. */
export const ReasonView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ReasonView = z.infer<typeof ReasonView>;

export const ClockView = z.object({
  /** Null while the clock rests. */
  light: z.enum(LIGHTS).nullable(),
  enteredOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  usedDays: z.int().describe('Working days since the clock began'),
  limitDays: z.int().nullable(),
});
export type ClockView = z.infer<typeof ClockView>;

export const ApplicationRow = z.object({
  id: z.int(),
  number: z.string(),
  unionId: z.int(),
  unionName: z.string(),
  applicantName: z.string(),
  householdId: z.int().nullable(),
  fileNumber: z.string().nullable(),
  aidType: z.enum(AID_TYPES),
  aidClass: z.enum(AID_CLASSES).nullable(),
  round: Round.nullable(),
  state: z.enum(APPLICATION_STATES),
  tier: z.enum(TIERS_AT_WORK).nullable().describe('Who has to act'),
  requestedFen: z.int().nullable(),
  proposedFen: z.int().nullable(),
  approvedFen: z.int().nullable(),
  appliedOn: z.iso.date().nullable(),
  decidedOn: z.iso.date().nullable(),
  clock: ClockView,
  isOnBehalf: z.boolean(),
  isDirect: z.boolean(),
  isEscalated: z.boolean(),
  hasOverride: z.boolean(),
  isSample: z.boolean(),
  version: z.int(),
});
export type ApplicationRow = z.infer<typeof ApplicationRow>;

export const ApplicationPage = z.object({
  items: z.array(ApplicationRow),
  next: z.string().nullable(),
  total: z.int(),
});
export type ApplicationPage = z.infer<typeof ApplicationPage>;

/** One reason of the rules in words that print: rule, clause, figures. */
export const RuleReasonView = z.object({
  code: z.string(),
  severity: z.enum(['block', 'needs_reason', 'needs_approval']),
  rule: z.string(),
  citation: z.string(),
  detail: z.string(),
  /** A leader may let it pass with a reason and a paper. */
  isOverridable: z.boolean(),
});

/** What the rules say of an application. */
export const Judgement = z.object({
  outcome: z.enum(['allowed', 'refused']),
  reasons: z.array(RuleReasonView),
});
export type Judgement = z.infer<typeof Judgement>;

export const StepView = z.object({
  number: z.int(),
  action: z.enum(ACTIONS),
  fromState: z.enum(APPLICATION_STATES),
  toState: z.enum(APPLICATION_STATES),
  opinion: z.string().nullable(),
  amountFen: z.int().nullable(),
  meetsConditions: z.boolean().nullable(),
  judgement: Judgement.nullable(),
  overrideReason: z.string().nullable(),
  overrideFileId: z.uuid().nullable(),
  /** Papers asked for, what a visit found, what a check answered. */
  detail: z.record(z.string(), z.unknown()).nullable(),
  actorName: z.string(),
  actorUnion: z.string(),
  happenedOn: z.iso.date(),
  happenedAt: z.iso.datetime(),
});
export type StepView = z.infer<typeof StepView>;

export const PaperView = z.object({
  paper: z.string(),
  name: z.string(),
  isRequired: z.boolean(),
  files: z.array(z.object({ id: z.uuid(), fileName: z.string(), mediaType: z.string() })),
});
export type PaperView = z.infer<typeof PaperView>;

/** Aid granted before, to the household or the person, in any union. */
export const AidHistoryView = z.object({
  number: z.string(),
  aidType: z.enum(AID_TYPES),
  round: Round.nullable(),
  amountFen: z.int(),
  approvedOn: z.iso.date(),
  isSameHousehold: z.boolean(),
  isSamePerson: z.boolean(),
});

export const EventView = z.object({
  id: z.int(),
  number: z.string(),
  kind: z.enum(EVENT_KINDS),
  happenedOn: z.iso.date(),
  description: z.string(),
});
export type EventView = z.infer<typeof EventView>;

/** An act the reader's roles come near to: allowed, or every reason why not. */
export const ActView = z.object({
  action: z.enum(ACTIONS),
  /** Where it is sent; the routes differ by the right they ask for. */
  route: z.enum(['filing', 'grassroots', 'town', 'district', 'approval']),
  reasons: z.array(ReasonView),
});
export type ActView = z.infer<typeof ActView>;

/** Amount suggested by the version's table; the range binds. */
export const SuggestionView = z.object({
  amountFen: z.int().nullable(),
  minFen: z.int().nullable(),
  maxFen: z.int().nullable(),
  netMonthlyFen: z.int().nullable(),
  minimumLivingFen: z.int().nullable(),
});
export type SuggestionView = z.infer<typeof SuggestionView>;

export const ApplicationDetail = ApplicationRow.extend({
  personId: z.int().nullable(),
  /** Masked. */
  identityNumber: z.string().nullable(),
  facts: ApplicationFacts,
  specialReason: z.string().nullable(),
  event: EventView.nullable(),
  policyTitle: z.string().nullable(),
  judgement: Judgement.nullable().describe('As the rules stand now; null once decided'),
  suggestion: SuggestionView.nullable(),
  steps: z.array(StepView),
  papers: z.array(PaperView),
  consents: z.array(
    z.object({
      kind: z.enum(CONSENT_KINDS),
      textVersion: z.string(),
      givenBy: z.string(),
      givenAt: z.iso.datetime(),
    }),
  ),
  recusals: z.array(z.object({ accountId: z.int(), name: z.string(), reason: z.string() })),
  history: z.array(AidHistoryView),
  acts: z.array(ActView),
  /** Last day on which a refusal may be contested. */
  reexaminationUntil: z.iso.date().nullable(),
});
export type ApplicationDetail = z.infer<typeof ApplicationDetail>;

/** Warnings before a draft is sent: missing papers, earlier aid, other open applications. */
export const SubmissionCheck = z.object({
  missing: z.array(ReasonView),
  warnings: z.array(ReasonView),
  judgement: Judgement,
});
export type SubmissionCheck = z.infer<typeof SubmissionCheck>;

/** Refusals of a bulk act; empty when all were approved. */
export const BulkResult = z.object({
  approvedCount: z.int(),
  refusals: z.array(
    z.object({
      id: z.int(),
      number: z.string(),
      applicantName: z.string(),
      reasons: z.array(ReasonView),
    }),
  ),
});
export type BulkResult = z.infer<typeof BulkResult>;
