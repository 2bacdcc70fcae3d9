import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

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

const UNAUDITED = { unaudited: 'reads a frozen evaluation with personal data masked' } as const;

const A_PAGE: RecordsPage = {
  sheets: [{ name: '救助台账', rows: 1, missedRows: 1 }],
  sheet: '救助台账',
  columns: [{ key: '申请编号', title: '申请编号', align: 'left', width: 140 }],
  rows: [{ reference: 'SQ2023-0001', missed: true, cells: { 申请编号: 'SQ2023-0001' } }],
  total: 1,
  nextCursor: null,
};

export const EVALUATION_ROUTES = {
  view: defineRoute({
    name: 'evaluations.view',
    method: 'GET',
    path: '/api/evaluation',
    summary: '年度绩效评价的指标、得分、问题与违规概况',
    access: 'evaluations.read',
    audit: UNAUDITED,
    reply: z.object({ evaluation: EvaluationView.nullable() }),
    example: { evaluation: null },
  }),
  metricRecords: defineRoute({
    name: 'evaluations.metric_records',
    method: 'GET',
    path: '/api/evaluation/metrics/:name/records',
    summary: '一项数据背后的记录',
    access: 'evaluations.read',
    audit: UNAUDITED,
    params: z.object({ name: z.string().max(100) }),
    query: RecordsQuery,
    reply: RecordsPage,
    example: A_PAGE,
  }),
  findingRecords: defineRoute({
    name: 'evaluations.finding_records',
    method: 'GET',
    path: '/api/evaluation/findings/:position/records',
    summary: '一条问题背后的记录',
    access: 'evaluations.read',
    audit: UNAUDITED,
    params: z.object({ position: z.coerce.number().int().min(0) }),
    query: RecordsQuery,
    reply: RecordsPage,
    example: A_PAGE,
  }),
  record: defineRoute({
    name: 'evaluations.record',
    method: 'GET',
    path: '/api/evaluation/records/:reference',
    summary: '一条记录及其违规',
    access: 'evaluations.read',
    audit: UNAUDITED,
    params: z.object({ reference: z.string().max(100) }),
    reply: RecordView,
    example: {
      reference: 'SQ2023-0001',
      sheet: '救助台账',
      fields: [{ title: '姓名', value: '李*' }],
      violations: [],
      missedMetrics: [],
    },
  }),
  violations: defineRoute({
    name: 'evaluations.violations',
    method: 'GET',
    path: '/api/evaluation/violations',
    summary: '违规清单',
    access: 'evaluations.read',
    audit: UNAUDITED,
    query: ViolationsQuery,
    reply: ViolationsPage,
    example: { rows: [], total: 0, nextCursor: null },
  }),
  file: defineRoute({
    name: 'evaluations.file',
    method: 'GET',
    path: '/api/evaluation/files/:name',
    summary: '下载或查看评价报告、评分表等文件',
    access: 'evaluations.export',
    audit: { action: 'evaluation.file_exported', subject: 'evaluation_file' },
    params: z.object({ name: z.string().max(40) }),
    query: z.object({ view: z.literal('1').optional() }),
    reply: z.unknown().describe('The file'),
    example: '(file)',
    isRaw: true,
  }),
};
