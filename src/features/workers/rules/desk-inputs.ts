import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';

const Id = z.coerce.number().int().min(1);
export const DeskParams = z.object({ id: Id });
const Search = z.string().trim().max(60).optional();
const LIST = {
  below: Id.optional().describe('This union and all below it'),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
};

export const INVITATION_STATES = ['open', 'used', 'revoked', 'expired'] as const;
export const InvitationQuery = z.object({
  ...LIST,
  search: Search,
  state: z.enum(INVITATION_STATES).optional(),
});
export type InvitationQuery = z.output<typeof InvitationQuery>;

/** `personId`: whoever is in a file of the union, where that is known; the name is that of the person then. */
export const NewInvitation = z.object({
  unionId: z.int().min(1),
  name: z.string().trim().min(2, '请填写姓名').max(60),
  personId: z.int().min(1).nullable().default(null),
  expiresOn: DayInput,
});
export type NewInvitation = z.output<typeof NewInvitation>;

export const MemberQuery = z.object({
  ...LIST,
  search: Search.describe('Start of a name, or a whole membership number'),
  state: z.enum(['present', 'left']).optional(),
});
export type MemberQuery = z.output<typeof MemberQuery>;

export const CorrectionQuery = z.object({
  ...LIST,
  state: z.enum(['open', 'done', 'declined']).optional(),
});
export type CorrectionQuery = z.output<typeof CorrectionQuery>;

export const CorrectionAnswer = z.object({
  isDone: z.boolean().describe('Corrected as asked; else declined'),
  answer: z.string().trim().min(2, '请写明怎样处理的').max(1000),
});
export type CorrectionAnswer = z.output<typeof CorrectionAnswer>;

export const FamilyFormQuery = z.object(LIST);
export type FamilyFormQuery = z.output<typeof FamilyFormQuery>;

export const FamilyFiling = z.object({
  openedOn: DayInput,
  reason: z.string().trim().min(4).max(500),
});
export const FamilyReturn = z.object({
  reason: z.string().trim().min(4, '请写明要改什么').max(500),
});
