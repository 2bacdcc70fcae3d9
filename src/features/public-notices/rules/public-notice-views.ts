import { z } from 'zod';

import { AID_TYPES } from '#features/policies/rules/policy-version.ts';

import { NOTICE_STATES, NOTICE_TIERS } from './public-notice-inputs.ts';

/** A row as everybody may read it: nothing of identity, phone, address, illness or family. */
export const PublicEntry = z.object({
  position: z.int(),
  maskedName: z.string(),
  workUnit: z.string(),
  aidType: z.enum(AID_TYPES),
  amountFen: z.int(),
});
export type PublicEntry = z.infer<typeof PublicEntry>;

const HEAD = {
  unionName: z.string(),
  title: z.string(),
  place: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  workingDays: z.int(),
  contact: z.string(),
  complaintPhone: z.string(),
};

/** What the page behind the token tells. */
export const PublicNotice = z.discriminatedUnion('state', [
  z.object({ state: z.literal('hanging'), ...HEAD, entries: z.array(PublicEntry) }),
  z.object({ state: z.literal('planned'), startsOn: z.iso.date() }),
  z.object({ state: z.literal('ended') }),
]);
export type PublicNotice = z.infer<typeof PublicNotice>;
export type HangingNotice = Extract<PublicNotice, { state: 'hanging' }>;

export const NoticeRow = z.object({
  id: z.int(),
  ...HEAD,
  tier: z.enum(NOTICE_TIERS),
  state: z.enum(NOTICE_STATES),
  entryCount: z.int(),
  openObjectionCount: z.int(),
});
export type NoticeRow = z.infer<typeof NoticeRow>;
export const NoticePage = z.object({
  items: z.array(NoticeRow),
  next: z.string().nullable(),
  total: z.int(),
});
export type NoticePage = z.infer<typeof NoticePage>;

export const NoticeEntry = PublicEntry.extend({
  applicationId: z.int(),
  number: z.string(),
  outcome: z.enum(['passed', 'left', 'cancelled']).nullable(),
});
export type NoticeEntry = z.infer<typeof NoticeEntry>;
export const ObjectionView = z.object({
  id: z.int(),
  applicationId: z.int(),
  receivedOn: z.iso.date(),
  text: z.string(),
  hasObjector: z.boolean(),
  recordedBy: z.string(),
  answer: z.string().nullable(),
  isUpheld: z.boolean().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
});
export type ObjectionView = z.infer<typeof ObjectionView>;

export const NoticeDetail = NoticeRow.extend({
  link: z.string().nullable(),
  token: z.string(),
  putUpBy: z.string(),
  takenDownAt: z.iso.datetime().nullable(),
  cancelReason: z.string().nullable(),
  entries: z.array(NoticeEntry),
  objections: z.array(ObjectionView),
});
export type NoticeDetail = z.infer<typeof NoticeDetail>;

/** A case that waits for its notice. */
export const Candidate = z.object({
  applicationId: z.int(),
  number: z.string(),
  applicantName: z.string(),
  unionId: z.int(),
  unionName: z.string(),
  aidType: z.enum(AID_TYPES),
  amountFen: z.int(),
  requiredDays: z.int(),
});
export type Candidate = z.infer<typeof Candidate>;
export const CandidateList = z.object({ items: z.array(Candidate) });
