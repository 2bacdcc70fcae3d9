import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';

/**
 * What the workbook is scored by. `records`: the built-in rows that records decide, the others left out of
 * the scoring, so that it can be evaluated as it is. `whole`: the built-in framework, with the elements that
 * the evaluators decide listed to be answered.
 */
export const EXPORT_FRAMEWORKS = ['records', 'whole'] as const;
export type ExportFramework = (typeof EXPORT_FRAMEWORKS)[number];

const Count = z.int().min(0).max(1_000_000);

/** What no record tells is asked for; everything else comes out of the records. */
export const YearExport = z.object({
  year: z.int().min(2010).max(2100),
  cutoff: DayInput.describe('Day at which everything is counted; in the year or after it'),
  fundName: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .describe('Name of the project, as it is to be printed'),
  plannedRows: Count.min(1).describe('Payments planned for the year'),
  plannedQuarterlyRows: Count.nullable().default(null),
  plannedEmergencyRows: Count.nullable().default(null),
  framework: z.enum(EXPORT_FRAMEWORKS).default('records'),
  reason: z.string().trim().min(4).max(500).describe('What it is for; kept in the audit log'),
});
export type YearExport = z.output<typeof YearExport>;
