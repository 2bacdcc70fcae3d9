import { z } from 'zod';

import { fen } from '#core/money.ts';

import { AID_CLASSES, AID_TYPES, SPECIAL_REASONS } from './policy-version.ts';

const MAX_FEN = 100_000_000_00;
const Amount = z
  .int()
  .min(0)
  .max(MAX_FEN)
  .transform((amount) => fen(amount))
  .nullable()
  .describe('In fen');
/** A fund source may be overdrawn already. */
const Balance = z
  .int()
  .min(-MAX_FEN)
  .max(MAX_FEN * 10)
  .transform((amount) => fen(amount))
  .nullable();
const Text = z.string().trim().max(100).nullable();
const Quarter = z.object({
  year: z.int().min(2000).max(2100),
  quarter: z.int().min(1).max(4),
});

/** The facts of a case (`AidFacts`) as they are stored with a decision or a test. */
export const AidFactsInput = z.object({
  aidType: z.enum(AID_TYPES).nullable(),
  aidClass: z.enum(AID_CLASSES).nullable(),
  amountFen: Amount,
  isMember: z.boolean().nullable(),
  meetsConditions: z.boolean().nullable(),
  hasEvidence: z.boolean().nullable(),
  round: Quarter.nullable(),
  earlierRounds: z.array(Quarter).max(100).nullable(),
  event: Text,
  paidForEvent: z.array(z.string().max(100)).max(20).nullable(),
  householdYearPaidFen: Amount,
  otherGoodsFen: Amount,
  specialReason: z.enum(SPECIAL_REASONS).nullable(),
  source: Text,
  sourceAvailableFen: Balance,
});
export type AidFactsInput = z.output<typeof AidFactsInput>;
