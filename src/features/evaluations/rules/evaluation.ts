import { z } from 'zod';

/** `evaluation.json`: amounts in fen, scores and rates as decimal strings, keys in English. */

const Fen = z.int().describe('Amount in fen (1/100 yuan)');
const Rate = z
  .string()
  .regex(/^-?\d+\.\d{6}$/)
  .describe('Fraction rounded half up to 6 decimals');
const Points = z
  .string()
  .regex(/^\d+\.\d{2}$/)
  .describe('Points rounded half up to 2 decimals');
export const Reference = z
  .string()
  .describe('An application number (申请编号), or sheet!row of the workbook');

export const SourceAmounts = z.object({
  source: z.string(),
  initialFen: Fen,
  adjustedFen: Fen,
  receivedFen: Fen,
  paidFen: Fen,
});

export const AidGroup = z.object({ rows: z.int(), persons: z.int(), paidFen: Fen });

/** 95 % Wilson interval of a survey rate and the margin for the finite population. */
export const SurveyInterval = z.object({
  respondents: z.int().describe('n: answers counted'),
  population: z.int().nullable().describe('N: who could have been asked; null when unknown'),
  low: Rate,
  high: Rate,
  marginPoints: z
    .string()
    .describe('Half width at p = 0.5 with finite-population correction, in points, 1 decimal'),
  requiredSample: z
    .int()
    .nullable()
    .describe('Sample needed for ±10 points; null when N is unknown'),
});

export const Metric = z.object({
  value: z
    .union([Rate, z.int()])
    .nullable()
    .describe('Rate as a string, count as an integer; null = 不适用'),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  reason: z.string().optional().describe('Why the metric is 不适用, or how its base was chosen'),
  records: z
    .array(Reference)
    .describe('Rows behind the figure: the base of a rate, the rows counted'),
  missed: z.array(Reference).optional().describe('Rows of the base that did not meet the test'),
  interval: SurveyInterval.optional(),
});

export const ElementResult = z.object({
  element: z.string(),
  sharePercent: z.string(),
  satisfied: z.enum(['是', '部分', '否']),
  metric: z.string().optional(),
  bound: z.string().optional(),
  points: Points,
  reason: z.string(),
  evidence: z.string().optional(),
});

export const Indicator = z.object({
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  weight: Points,
  kind: z.enum(['比率', '分档', '扣分', '要素', '评审', '不适用']),
  metric: z.string().nullable(),
  value: z
    .string()
    .nullable()
    .describe('The metric as scored: per cent with % for a rate, plain for a count'),
  target: z.string().nullable(),
  score: Points.nullable().describe('null = 不适用'),
  reasons: z.array(z.string()).min(1),
  evidence: z.array(z.string()),
  elements: z.array(ElementResult).optional(),
  reviews: z
    .array(z.object({ reviewer: z.string(), score: z.string(), reason: z.string().nullable() }))
    .optional(),
});

export const BranchTotal = z.object({
  name: z.string(),
  weight: Points,
  score: Points,
  rate: Rate.nullable(),
});

export const VIOLATION_CODES = [
  'range',
  'frequency',
  'adjacent_quarter',
  'person_cap',
  'household_cap',
  'household_hard_cap',
  'goods_cap',
  'same_event',
  'paid_before_approval',
  'overspent_source',
  'identity_number',
  'class_unknown',
] as const;

export const Violation = z.object({
  code: z.enum(VIOLATION_CODES),
  application: z
    .string()
    .nullable()
    .describe('申请编号; null for a violation of a whole fund source'),
  rule: z.string(),
  citation: z.string(),
  detail: z.string(),
});

export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warn', 'info']),
  statement: z.string(),
  metric: z.string().optional(),
  indicator: z.string().optional(),
  suggestion: z.string(),
  records: z.array(Reference).optional(),
});

export const Evaluation = z.object({
  fund: z.object({
    name: z.string(),
    organization: z.string(),
    year: z.int(),
    cutoff: z.iso.date(),
  }),
  budget: z.object({
    initialFen: Fen,
    adjustedFen: Fen,
    receivedFen: Fen,
    paidFen: Fen,
    executionRate: Rate.nullable(),
    executionRateOfInitial: Rate.nullable(),
    bySource: z.array(SourceAmounts),
  }),
  aid: z.object({
    rows: z.int(),
    persons: z.int(),
    households: z.int(),
    byType: z.array(AidGroup.extend({ type: z.string() })),
    byClass: z.array(AidGroup.extend({ class: z.string() })),
  }),
  metrics: z.record(z.string(), Metric),
  indicators: z.array(Indicator),
  totals: z.object({
    weight: Points,
    score: Points,
    grade: z.enum(['优', '良', '中', '差']),
    level1: z.array(BranchTotal),
    level2: z.array(BranchTotal.extend({ level1: z.string() })),
  }),
  violations: z.array(Violation),
  findings: z.array(Finding),
  workbookSha256: z.string().regex(/^[0-9a-f]{64}$/),
  policyVersion: z.string(),
  frameworkVersion: z.string(),
});

export type Evaluation = z.infer<typeof Evaluation>;
export type Metric = z.infer<typeof Metric>;
export type Indicator = z.infer<typeof Indicator>;
export type Violation = z.infer<typeof Violation>;
export type ViolationCode = Violation['code'];
export type Finding = z.infer<typeof Finding>;
export type SurveyInterval = z.infer<typeof SurveyInterval>;
