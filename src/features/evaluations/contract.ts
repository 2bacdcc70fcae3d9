import { z } from 'zod';

import {
  AidGroup,
  Evaluation,
  Finding,
  Metric,
  Reference,
  VIOLATION_CODES,
  Violation,
} from './rules/evaluation.ts';

/* What the page reads: the evaluation without its row lists, and the rows behind one figure by the page. */

export const OUTPUT_FILES = [
  'evaluation.json',
  'scores.xlsx',
  'report.docx',
  'report.pdf',
  'report.html',
] as const;
export const OutputFileName = z.enum(OUTPUT_FILES);

export const MetricView = Metric.omit({ records: true, missed: true }).extend({
  name: z.string(),
  measure: z.enum(['rate', 'count']),
  rows: z.int().describe('Rows behind the figure'),
  missedRows: z
    .int()
    .nullable()
    .describe('Rows that did not meet the test; null when there is no test'),
});

export const FindingView = Finding.omit({ records: true }).extend({
  position: z
    .int()
    .describe('Place in the list of findings, from 0; names the finding in addresses'),
  rows: z.int(),
});

export const EvaluationView = Evaluation.omit({
  metrics: true,
  findings: true,
  violations: true,
}).extend({
  isSample: z.boolean().describe('The persons are invented'),
  frameworkTitle: z.string(),
  aid: Evaluation.shape.aid.extend({
    byClass: z.array(AidGroup.extend({ class: z.string(), name: z.string() })),
  }),
  metrics: z.array(MetricView),
  findings: z.array(FindingView),
  violations: z.array(z.object({ code: z.enum(VIOLATION_CODES), count: z.int() })),
  files: z.array(z.object({ name: OutputFileName, sizeBytes: z.int() })),
});

export const RecordColumn = z.object({
  key: z.string(),
  title: z.string(),
  align: z.enum(['left', 'right']),
  width: z.int().describe('Pixels on a wide screen'),
});

export const RecordRow = z.object({
  reference: Reference,
  missed: z.boolean(),
  cells: z.record(z.string(), z.string()),
});

/** Rows behind a figure, of one sheet at a time. Personal data is masked. */
export const RecordsPage = z.object({
  sheets: z.array(z.object({ name: z.string(), rows: z.int(), missedRows: z.int() })),
  sheet: z
    .string()
    .nullable()
    .describe('The sheet of the rows below; null when there is no row at all'),
  columns: z.array(RecordColumn),
  rows: z.array(RecordRow),
  total: z.int().describe('Rows that pass the filter, over all pages'),
  nextCursor: z.string().nullable().describe('Give back as `cursor` for the rows that follow'),
});

export const RecordsQuery = z.object({
  sheet: z.string().max(20).optional(),
  missedOnly: z.enum(['true', 'false']).default('false'),
  search: z.string().trim().max(50).default(''),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

export const RecordView = z.object({
  reference: Reference,
  sheet: z.string(),
  fields: z.array(z.object({ title: z.string(), value: z.string() })),
  violations: z.array(Violation),
  missedMetrics: z.array(z.string()).describe('Metrics whose test this row did not meet'),
});

export const ViolationsQuery = z.object({
  code: z.enum(VIOLATION_CODES).optional(),
  search: z.string().trim().max(50).default(''),
  cursor: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

export const ViolationsPage = z.object({
  rows: z.array(Violation.extend({ position: z.int() })),
  total: z.int(),
  nextCursor: z.int().nullable(),
});

export type OutputFileName = z.infer<typeof OutputFileName>;
export type EvaluationView = z.infer<typeof EvaluationView>;
export type MetricView = z.infer<typeof MetricView>;
export type FindingView = z.infer<typeof FindingView>;
export type RecordColumn = z.infer<typeof RecordColumn>;
export type RecordRow = z.infer<typeof RecordRow>;
export type RecordsPage = z.infer<typeof RecordsPage>;
export type RecordsQuery = z.infer<typeof RecordsQuery>;
export type RecordView = z.infer<typeof RecordView>;
export type ViolationsQuery = z.infer<typeof ViolationsQuery>;
export type ViolationsPage = z.infer<typeof ViolationsPage>;
