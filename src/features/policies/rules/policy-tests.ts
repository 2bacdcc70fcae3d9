import { z } from 'zod';

import { fen } from '#core/money.ts';

import type { AidDecision, ReasonCode } from './aid-decision.ts';
import { AidFactsInput } from './aid-facts.ts';
import { decideAid } from './decide-aid.ts';
import type { PolicyVersion } from './policy-version.ts';

export const OUTCOMES = ['allowed', 'refused'] as const satisfies readonly AidDecision['outcome'][];

/** Every code a decision can give a reason with. */
export const REASON_CODES = [
  'not_a_member',
  'conditions_not_met',
  'evidence_missing',
  'fact_missing',
  'class_unknown',
  'range',
  'frequency',
  'adjacent_quarter',
  'same_event',
  'person_cap',
  'household_cap',
  'household_hard_cap',
  'goods_cap',
  'overspent_source',
] as const satisfies readonly ReasonCode[];

const MAX_LIVING_FEN = 1_000_000_00;

/** A named case (政策用例) and the decision that the rules must come to. */
export const PolicyTest = z.object({
  name: z.string().trim().min(2).max(100),
  facts: AidFactsInput,
  minimumLivingFen: z
    .int()
    .min(1)
    .max(MAX_LIVING_FEN)
    .transform((amount) => fen(amount))
    .nullable()
    .describe('Monthly minimum living standard in fen'),
  expectedOutcome: z.enum(OUTCOMES),
  /** Codes of all reasons; their order and how often one comes do not matter. */
  expectedCodes: z.array(z.enum(REASON_CODES)).max(REASON_CODES.length),
});
export type PolicyTest = z.output<typeof PolicyTest>;

export interface TestResult {
  readonly isPassed: boolean;
  readonly decision: AidDecision;
  /** Expected and not given. */
  readonly missingCodes: readonly ReasonCode[];
  /** Given and not expected. */
  readonly extraCodes: readonly ReasonCode[];
}

export function runPolicyTest(test: PolicyTest, policy: PolicyVersion): TestResult {
  const decision = decideAid(test.facts, policy, test.minimumLivingFen);
  const given = new Set<ReasonCode>(decision.reasons.map(({ code }) => code));
  const expected = new Set<ReasonCode>(test.expectedCodes);
  const missingCodes = [...expected].filter((code) => !given.has(code));
  const extraCodes = [...given].filter((code) => !expected.has(code));
  const isPassed =
    decision.outcome === test.expectedOutcome && missingCodes.length + extraCodes.length === 0;
  return { isPassed, decision, missingCodes, extraCodes };
}
