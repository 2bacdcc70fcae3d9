import { z } from 'zod';

import { TIERS } from '#features/households/rules/words.ts';
import { AID_TYPES } from '#features/policies/rules/policy-version.ts';

import { ADJUSTMENT_STATES, ENTRY_KINDS, SOURCE_KINDS } from './fund-words.ts';
import { PACE_LIGHTS } from './pace.ts';

/** Balances and rates; rates in hundredths of a per cent. */
export const Figures = z.object({
  initialFen: z.int(),
  changedFen: z.int(),
  budgetFen: z.int().describe('Adjusted budget'),
  receivedFen: z.int(),
  reservedFen: z.int(),
  committedFen: z.int(),
  spentFen: z.int(),
  availableFen: z.int(),
  cashFen: z.int(),
  initialRate: z.int().nullable(),
  budgetRate: z.int().nullable(),
  receivedRate: z.int().nullable(),
  light: z.enum(PACE_LIGHTS),
});
export type Figures = z.infer<typeof Figures>;

export const SourceView = Figures.extend({
  id: z.int(),
  kind: z.enum(SOURCE_KINDS),
  name: z.string(),
  fileTiers: z.array(z.enum(TIERS)),
  aidTypes: z.array(z.enum(AID_TYPES)),
  version: z.int(),
  carriedOutFen: z.int().describe('Handed on to the next year'),
  returnedFen: z.int(),
});
export type SourceView = z.infer<typeof SourceView>;

export const AdjustmentView = z.object({
  id: z.int(),
  state: z.enum(ADJUSTMENT_STATES),
  happenedOn: z.iso.date(),
  document: z.string(),
  reason: z.string(),
  proposedBy: z.string(),
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
  isOwn: z.boolean().describe('Proposed by the reader, who therefore does not decide'),
  lines: z.array(z.object({ sourceId: z.int(), sourceName: z.string(), amountFen: z.int() })),
});
export type AdjustmentView = z.infer<typeof AdjustmentView>;

export const FundYearRow = z.object({
  id: z.int(),
  unionId: z.int(),
  unionName: z.string(),
  year: z.int(),
  isSample: z.boolean(),
  budgetFen: z.int(),
  spentFen: z.int(),
  availableFen: z.int(),
});
export type FundYearRow = z.infer<typeof FundYearRow>;
export const FundYearList = z.object({ items: z.array(FundYearRow) });

export const FundYearDetail = z.object({
  id: z.int(),
  unionId: z.int(),
  unionName: z.string(),
  year: z.int(),
  version: z.int(),
  isSample: z.boolean(),
  on: z.iso.date().describe('Balances as at the end of this day'),
  monthlyPlan: z.array(z.int()).nullable(),
  nextYearFen: z.int().nullable(),
  nextYearNote: z.string().nullable(),
  plannedRate: z.int(),
  forecastFen: z.int().nullable(),
  total: Figures,
  sources: z.array(SourceView),
  adjustments: z.array(AdjustmentView),
});
export type FundYearDetail = z.infer<typeof FundYearDetail>;

export const EntryView = z.object({
  id: z.int(),
  sourceId: z.int(),
  sourceName: z.string(),
  unionName: z.string(),
  year: z.int(),
  kind: z.enum(ENTRY_KINDS),
  amountFen: z.int(),
  happenedOn: z.iso.date(),
  document: z.string().nullable(),
  note: z.string().nullable(),
  applicationId: z.int().nullable(),
  applicationNumber: z.string().nullable(),
  correctsId: z.int().nullable(),
  isTakenBack: z.boolean(),
  mayTakeBack: z.boolean(),
  recordedBy: z.string(),
});
export type EntryView = z.infer<typeof EntryView>;
export const EntryPage = z.object({
  items: z.array(EntryView),
  next: z.string().nullable(),
  total: z.int(),
  totalFen: z.int().describe('Sum of all entries found'),
});
export type EntryPage = z.infer<typeof EntryPage>;

export const UsableSources = z.object({
  items: z.array(
    z.object({ id: z.int(), unionName: z.string(), name: z.string(), availableFen: z.int() }),
  ),
});
