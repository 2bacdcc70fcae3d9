import { z } from 'zod';

import {
  ApplicationFacts,
  CONSENT_KINDS,
  EVENT_KINDS,
  Round,
} from '#features/applications/rules/application-inputs.ts';
import {
  EventView,
  PaperView,
  ReasonView,
} from '#features/applications/rules/application-views.ts';
import { APPLICATION_STATES } from '#features/applications/rules/states.ts';
import { HouseholdForm } from '#features/households/rules/household-form.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';

import { CORRECTION_TOPICS } from './own-inputs.ts';

/** Whoever signed in, as the union knows the person. */
export const OwnProfile = z.object({
  accountId: z.int(),
  name: z.string(),
  username: z.string(),
  unionName: z.string(),
  /** Whom to ask; null where the union has told none. */
  contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
  memberNumber: z.string().nullable(),
  /** Masked. */
  phone: z.string().nullable(),
  identityNumber: z.string().nullable(),
  /** Of the family's file; null while there is none. */
  fileNumber: z.string().nullable(),
  registeredOn: z.iso.date().nullable(),
});
export type OwnProfile = z.infer<typeof OwnProfile>;

/** What may be applied for today, and what is agreed to. */
export const OwnOptions = z.object({
  policyTitle: z.string(),
  classes: z.array(
    z.object({
      code: z.enum(AID_CLASSES),
      aidType: z.enum(AID_TYPES),
      name: z.string(),
      minFen: z.int(),
      maxFen: z.int(),
      citation: z.string(),
    }),
  ),
  /** Asked of all where `classes` is empty. */
  papers: z.array(
    z.object({
      paper: z.string(),
      name: z.string(),
      isRequired: z.boolean(),
      classes: z.array(z.enum(AID_CLASSES)),
    }),
  ),
  /** Quarters that may be asked for now: this one and the next. */
  rounds: z.array(Round),
  /** Events of the own family already on file. */
  events: z.array(EventView),
  eventKinds: z.array(z.object({ kind: z.enum(EVENT_KINDS), name: z.string() })),
  consents: z.object({
    textVersion: z.string(),
    items: z.array(z.object({ kind: z.enum(CONSENT_KINDS), name: z.string(), text: z.string() })),
  }),
  /** Largest file in bytes. */
  maxFileBytes: z.int(),
  /** No file of the family yet: an application carries the family form. */
  needsFamilyForm: z.boolean(),
});
export type OwnOptions = z.infer<typeof OwnOptions>;

export const OwnRow = z.object({
  id: z.int(),
  number: z.string(),
  aidType: z.enum(AID_TYPES),
  aidClass: z.enum(AID_CLASSES).nullable(),
  className: z.string().nullable(),
  round: Round.nullable(),
  requestedFen: z.int().nullable(),
  approvedFen: z.int().nullable(),
  state: z.enum(APPLICATION_STATES),
  /** In plain words: `等待工会受理`. */
  stateText: z.string(),
  /** The applicant has to act. */
  isWaitingForMe: z.boolean(),
  appliedOn: z.iso.date().nullable(),
  decidedOn: z.iso.date().nullable(),
  version: z.int(),
});
export type OwnRow = z.infer<typeof OwnRow>;
export const OwnList = z.object({ items: z.array(OwnRow) });

/** A stage of the way: done on a day, the present one, or still to come. */
export const ProgressStep = z.object({
  title: z.string(),
  status: z.enum(['done', 'now', 'ahead']),
  on: z.iso.date().nullable(),
  /** What it means for the applicant; never an officer's note. */
  text: z.string().nullable(),
});
export type ProgressStep = z.infer<typeof ProgressStep>;

export const OWN_ACTS = [
  'change',
  'remove',
  'submit',
  'answer_supplement',
  'withdraw',
  'request_reexamination',
] as const;
export type OwnAct = (typeof OWN_ACTS)[number];

export const Outcome = z.object({
  kind: z.enum(['granted', 'refused', 'withdrawn']),
  text: z.string(),
  amountFen: z.int().nullable(),
  decidedOn: z.iso.date().nullable(),
  /** Why it was refused, in the words of the decision. */
  reason: z.string().nullable(),
  /** The clauses it rests on. */
  citations: z.array(z.string()),
  nextStep: z.string(),
});

export const OwnDetail = OwnRow.extend({
  unionName: z.string(),
  facts: ApplicationFacts,
  specialReason: z.string().nullable(),
  event: EventView.nullable(),
  /** Told with the draft while the family has no file; `eventId` comes with the file. */
  policyTitle: z.string(),
  progress: z.array(ProgressStep),
  /** What happens next, who acts, and by when at the latest. */
  next: z.object({
    text: z.string(),
    who: z.string().nullable(),
    dueOn: z.iso.date().nullable(),
  }),
  /** What was found missing, once; with the day until which it is waited for. */
  supplement: z
    .object({
      papers: z.array(z.string()),
      note: z.string().nullable(),
      dueOn: z.iso.date().nullable(),
    })
    .nullable(),
  /** Why it came back to the applicant. */
  returned: z.object({ on: z.iso.date(), reason: z.string() }).nullable(),
  outcome: Outcome.nullable(),
  reexaminationUntil: z.iso.date().nullable(),
  papers: z.array(PaperView),
  consents: z.array(
    z.object({
      kind: z.enum(CONSENT_KINDS),
      name: z.string(),
      textVersion: z.string(),
      givenOn: z.iso.date(),
    }),
  ),
  acts: z.array(z.enum(OWN_ACTS)),
  /** Where the family has no file yet. */
  family: z
    .object({
      /** Null until it was filled in. */
      form: HouseholdForm.nullable(),
      /** Handed in; the union opens the file and the application goes on by itself. */
      handedInOn: z.iso.date().nullable(),
    })
    .nullable(),
});
export type OwnDetail = z.infer<typeof OwnDetail>;

/** Everything that is missing, at once; and what to think of. */
export const OwnCheck = z.object({
  missing: z.array(ReasonView.extend({ text: z.string() })),
  warnings: z.array(z.string()),
  /** What the rules say to it as it is told, in words with their clause; nothing of it forbids sending. */
  remarks: z.array(z.object({ text: z.string(), citation: z.string() })),
});
export type OwnCheck = z.infer<typeof OwnCheck>;

export const OwnFile = z.object({
  id: z.uuid(),
  fileName: z.string(),
  mediaType: z.string(),
  byteLength: z.int(),
});

/** Everything the union keeps of the person, a part each with its fields in words; secrets masked. */
export const OwnData = z.object({
  parts: z.array(
    z.object({
      title: z.string(),
      /** Why it is kept, and for how long. */
      purpose: z.string(),
      fields: z.array(z.object({ label: z.string(), value: z.string() })),
    }),
  ),
  /** Secrets that are on file and may be seen in full. */
  secrets: z.array(
    z.object({
      field: z.enum(['identity', 'phone', 'card', 'address']),
      label: z.string(),
      masked: z.string(),
    }),
  ),
});
export type OwnData = z.infer<typeof OwnData>;

export const CORRECTION_STATES = ['open', 'done', 'declined'] as const;
export const OwnCorrection = z.object({
  id: z.int(),
  topic: z.enum(CORRECTION_TOPICS),
  topicName: z.string(),
  wish: z.string(),
  state: z.enum(CORRECTION_STATES),
  stateText: z.string(),
  askedOn: z.iso.date(),
  answer: z.string().nullable(),
  answeredOn: z.iso.date().nullable(),
});
export type OwnCorrection = z.infer<typeof OwnCorrection>;
