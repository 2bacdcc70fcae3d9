import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';
import { fen } from '#core/money.ts';
import { TIERS } from '#features/households/rules/words.ts';
import { AID_TYPES } from '#features/policies/rules/policy-version.ts';

import { ENTRY_KINDS, SOURCE_KINDS } from './fund-words.ts';

const Id = z.int().min(1);
const PathId = z.coerce.number().int().min(1);
const Version = z.int().min(1);
/** Ten thousand million yuan: more than any union has. */
const MAX_FEN = 1_000_000_000_000;
const Amount = z.int().min(1).max(MAX_FEN).transform(fen);
const SignedAmount = z
  .int()
  .min(-MAX_FEN)
  .max(MAX_FEN)
  .refine((amount) => amount !== 0)
  .transform(fen);
const Document = z.string().trim().min(2).max(100);
const Note = z.string().trim().max(500).nullable().default(null);
const Year = z.int().min(2000).max(2200);

export const FundYearParams = z.object({ id: PathId });
export const FundSourceParams = z.object({ id: PathId });
export const FundEntryParams = z.object({ id: PathId });
export const AdjustmentParams = z.object({ id: PathId });

export const NewFundYear = z.object({ unionId: Id, year: Year });
export type NewFundYear = z.infer<typeof NewFundYear>;

/** Shares of the twelve months in hundredths of a per cent. */
const WHOLE = 10_000;
export const FundPlan = z.object({
  version: Version,
  /** Even by month when null. */
  monthlyPlan: z
    .array(z.int().min(0).max(WHOLE))
    .length(12)
    .refine((shares) => shares.reduce((sum, share) => sum + share, 0) === WHOLE)
    .nullable(),
  nextYearFen: z.int().min(0).max(MAX_FEN).transform(fen).nullable(),
  nextYearNote: Note,
});
export type FundPlan = z.infer<typeof FundPlan>;

const SourceUse = {
  name: z.string().trim().min(2).max(60),
  /** Any when empty. */
  fileTiers: z.array(z.enum(TIERS)).max(TIERS.length).default([]),
  aidTypes: z.array(z.enum(AID_TYPES)).max(AID_TYPES.length).default([]),
};
export const NewSource = z.object({ kind: z.enum(SOURCE_KINDS), ...SourceUse });
export type NewSource = z.infer<typeof NewSource>;
export const SourceChange = z.object({ version: Version, ...SourceUse });
export type SourceChange = z.infer<typeof SourceChange>;

/** What one side alone records; adjustments, allocations and carry-over have forms of their own. */
export const PLAIN_ENTRY_KINDS = ['initial', 'received', 'carried_in', 'returned'] as const;
export const NewEntry = z.object({
  sourceId: Id,
  kind: z.enum(PLAIN_ENTRY_KINDS),
  amountFen: Amount,
  happenedOn: DayInput,
  document: Document,
  note: Note,
});
export type NewEntry = z.infer<typeof NewEntry>;

export const TRANSFER_KINDS = ['allocated', 'carried'] as const;
export const NewTransfer = z.object({
  kind: z.enum(TRANSFER_KINDS),
  fromId: Id,
  toId: Id,
  amountFen: Amount,
  happenedOn: DayInput,
  document: Document,
  note: Note,
});
export type NewTransfer = z.infer<typeof NewTransfer>;

export const CounterEntry = z.object({ reason: z.string().trim().min(4).max(500) });

export const NewAdjustment = z.object({
  happenedOn: DayInput,
  document: Document,
  reason: z.string().trim().min(4).max(500),
  lines: z
    .array(z.object({ sourceId: Id, amountFen: SignedAmount }))
    .min(1)
    .max(20),
});
export type NewAdjustment = z.infer<typeof NewAdjustment>;

export const AdjustmentDecision = z.object({ isApproved: z.boolean(), note: Note });
export type AdjustmentDecision = z.infer<typeof AdjustmentDecision>;

export const BalanceQuery = z.object({ on: DayInput.optional() });

export const EntryListQuery = z.object({
  fundYearId: PathId.optional(),
  sourceId: PathId.optional(),
  kind: z.enum(ENTRY_KINDS).optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type EntryListQuery = z.infer<typeof EntryListQuery>;
