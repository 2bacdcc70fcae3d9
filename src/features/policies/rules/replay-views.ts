import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';

import { OUTCOMES, REASON_CODES } from './policy-tests.ts';
import { AID_CLASSES } from './policy-version.ts';

/** Which decided cases are replayed under which versions. */
export const ReplayOrder = z.object({
  withId: z.int().min(1).describe('The version it is compared with, as the older one'),
  from: DayInput.describe('Decided on this day or later'),
  to: DayInput.describe('Decided on this day or before'),
});
export type ReplayOrder = z.output<typeof ReplayOrder>;

const Decision = z.object({
  outcome: z.enum(OUTCOMES),
  amountFen: z.int(),
  isMoved: z.boolean(),
  codes: z.array(z.enum(REASON_CODES)),
  suggestedFen: z.int().nullable(),
});

const Sum = z.object({
  caseCount: z.int(),
  beforeFen: z.int(),
  afterFen: z.int(),
  gainCount: z.int(),
  lossCount: z.int(),
  newlyAllowedCount: z.int(),
  newlyRefusedCount: z.int(),
  movedCount: z.int(),
  suggestionCount: z.int(),
});

const Difference = z.object({
  reference: z.string(),
  aidClass: z.enum(AID_CLASSES).nullable(),
  source: z.string().nullable(),
  before: Decision,
  after: Decision,
  effect: z.enum(['gains', 'loses', 'same']),
});
export type ReplayDifference = z.output<typeof Difference>;

/** What a replay comes to, as its job keeps it. */
export const ReplayResult = z.object({
  before: z.object({ id: z.int(), title: z.string() }),
  after: z.object({ id: z.int(), title: z.string() }),
  from: z.iso.date(),
  to: z.iso.date(),
  total: Sum,
  bySource: z.array(Sum.extend({ source: z.string().nullable() })),
  byClass: z.array(Sum.extend({ aidClass: z.enum(AID_CLASSES).nullable() })),
  /** Of all differences; the list holds the first of them. */
  differenceCount: z.int(),
  differences: z.array(Difference),
});
export type ReplayResult = z.output<typeof ReplayResult>;
