import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';

export const NOTICE_TIERS = ['grassroots', 'district'] as const;
export type NoticeTier = (typeof NOTICE_TIERS)[number];
export const NOTICE_STATES = ['hanging', 'ended', 'cancelled'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

const Id = z.coerce.number().int().min(1);
export const NoticeParams = z.object({ id: Id });
export const ObjectionParams = z.object({ id: Id, objectionId: Id });
export const PageParams = z.object({ token: z.string().regex(/^[0-9a-z]{1,64}$/) });
const Reason = z.string().trim().min(4).max(500);
export const ReasonBody = z.object({ reason: Reason });

export const MAX_ENTRIES = 500;

/** Puts up cases of one tier that wait for their notice. */
export const NewNotice = z.object({
  tier: z.enum(NOTICE_TIERS),
  applicationIds: z.array(z.int().min(1)).min(1).max(MAX_ENTRIES),
  title: z.string().trim().min(4).max(100),
  place: z.string().trim().min(2).max(200),
  startsOn: DayInput.describe('Today or later; it is not counted'),
  workingDays: z.int().min(3).max(30),
  contact: z.string().trim().min(2).max(100),
  complaintPhone: z
    .string()
    .trim()
    .regex(/^[0-9+() -]{5,40}$/, '请填写电话号码'),
  link: z.url().max(500).nullable().default(null).describe('Where else it was published'),
});
export type NewNotice = z.infer<typeof NewNotice>;

export const NewObjection = z.object({
  applicationId: z.int().min(1),
  receivedOn: DayInput,
  text: z.string().trim().min(4).max(2000),
  /** Left out for an objection without a name. */
  objectorName: z.string().trim().max(60).nullable().default(null),
  objectorContact: z.string().trim().max(100).nullable().default(null),
});
export type NewObjection = z.infer<typeof NewObjection>;

export const ObjectionAnswer = z.object({
  answer: z.string().trim().min(4).max(2000),
  isUpheld: z.boolean(),
});
export type ObjectionAnswer = z.infer<typeof ObjectionAnswer>;

export const NoticeListQuery = z.object({
  search: z.string().trim().max(60).optional().describe('Part of the title'),
  tier: z.enum(NOTICE_TIERS).optional(),
  state: z.enum(NOTICE_STATES).optional(),
  after: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type NoticeListQuery = z.infer<typeof NoticeListQuery>;
export const CandidateQuery = z.object({ tier: z.enum(NOTICE_TIERS) });
