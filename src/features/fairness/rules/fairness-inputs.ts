import { z } from 'zod';

import { PERIOD_PATTERN, TWELVE_MONTHS } from './fairness-periods.ts';

const Period = z.string().regex(PERIOD_PATTERN).default(TWELVE_MONTHS);

/** Whose parts are compared, and over which days. */
export const FairnessQuery = z.object({
  below: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Compares the unions below it; those of the own scope when left out'),
  period: Period.describe('12m: twelve months up to today; 2026: a year; 2026Q3: a quarter'),
});
export type FairnessQuery = z.infer<typeof FairnessQuery>;

export const FairnessExport = z.object({
  below: z.int().min(1).optional(),
  period: Period,
  reason: z.string().trim().min(4).max(200),
});
export type FairnessExport = z.infer<typeof FairnessExport>;
