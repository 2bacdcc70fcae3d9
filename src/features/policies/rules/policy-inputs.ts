import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';

import { PolicyBody } from './policy-body.ts';

export const PolicyId = z.coerce.number().int().min(1);
export const PolicyReason = z
  .string()
  .trim()
  .min(4)
  .max(500)
  .describe('Why; kept in the audit log');
const Version = z.int().min(1).describe('The version the change was made on');
const Note = z
  .string()
  .trim()
  .max(500)
  .nullable()
  .transform((text) => (text === '' ? null : text));

const Head = {
  title: z.string().trim().min(2).max(100),
  validFrom: DayInput,
  validTo: DayInput.nullable(),
  note: Note.default(null).describe('What the draft is to change'),
};

export const NewPolicy = z.object({
  ...Head,
  basedOnId: z.int().min(1).describe('The version it is copied from, tests included'),
});
export type NewPolicy = z.output<typeof NewPolicy>;

export const PolicyChange = z.object({ ...Head, version: Version, body: PolicyBody });
export type PolicyChange = z.output<typeof PolicyChange>;

export const PolicyActivation = z.object({
  version: Version,
  endsOverlapping: z
    .boolean()
    .default(false)
    .describe('Active versions in the way end on the day before'),
  reason: PolicyReason,
});
export type PolicyActivation = z.output<typeof PolicyActivation>;

export const PolicyWithdrawal = z.object({ version: Version, reason: PolicyReason });
export type PolicyWithdrawal = z.output<typeof PolicyWithdrawal>;

export const PolicyEnd = z.object({ version: Version, validTo: DayInput, reason: PolicyReason });
export type PolicyEnd = z.output<typeof PolicyEnd>;

export const Forwarding = z.object({
  unionIds: z.array(z.int().min(1)).max(2000),
  dueOn: DayInput,
});
export type Forwarding = z.output<typeof Forwarding>;

export const Receipt = z.object({
  unionId: z.int().min(1),
  receivedOn: DayInput,
  evidence: z.string().trim().min(4).max(500).describe('How it was received and passed on'),
});
export type Receipt = z.output<typeof Receipt>;
