import { z } from 'zod';

import { fen } from '#core/money.ts';
import { EXCLUSIONS } from '#features/households/rules/words.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';

const MAX_FEN = 100_000_000_00;
const Amount = z
  .int()
  .min(0)
  .max(MAX_FEN)
  .transform((amount) => fen(amount))
  .describe('In fen, of the last twelve months');

/** One answer a question; the names are the `field` of the questions. */
export const SelfTestAnswers = z.object({
  isMember: z.boolean(),
  peopleCount: z.int().min(1).max(30),
  yearlyIncomeFen: Amount,
  /** Illness, disability, school, housing: what the family bears itself. */
  yearlySpendingFen: Amount,
  classes: z.array(z.enum(AID_CLASSES)).max(12),
  exclusions: z.array(z.enum(EXCLUSIONS)).max(7),
});
export type SelfTestAnswers = z.output<typeof SelfTestAnswers>;

export const SelfTestQuestion = z.object({
  field: z.enum([
    'isMember',
    'peopleCount',
    'yearlyIncomeFen',
    'yearlySpendingFen',
    'classes',
    'exclusions',
  ]),
  kind: z.enum(['yes_no', 'count', 'money', 'choices']),
  text: z.string(),
  hint: z.string().nullable(),
  /** For `choices`; none chosen is an answer. */
  options: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type SelfTestQuestion = z.infer<typeof SelfTestQuestion>;

export const SelfTestQuestions = z.object({
  questions: z.array(SelfTestQuestion),
  /** The rules that are asked, and the day. */
  policyTitle: z.string(),
  on: z.iso.date(),
});
export type SelfTestQuestions = z.infer<typeof SelfTestQuestions>;

/** One kind of aid that might be applied for. */
export const SelfTestAid = z.object({
  aidClass: z.enum(AID_CLASSES),
  aidType: z.enum(AID_TYPES),
  name: z.string(),
  minFen: z.int(),
  maxFen: z.int(),
  citation: z.string(),
  papers: z.array(z.object({ name: z.string(), isRequired: z.boolean() })),
});

export const SelfTestResult = z.object({
  /** `maybe`: something is for the union to look at. */
  outcome: z.enum(['likely', 'maybe', 'unlikely']),
  /** What is told first, in one sentence. */
  summary: z.string(),
  /** Why, a sentence each, with its clause. */
  reasons: z.array(z.object({ text: z.string(), citation: z.string().nullable() })),
  aids: z.array(SelfTestAid),
  nextStep: z.string(),
});
export type SelfTestResult = z.infer<typeof SelfTestResult>;
