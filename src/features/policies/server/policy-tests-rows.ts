import type { Context } from '#platform/context.ts';

import { describeReason } from '../messages.ts';
import { PolicyTest, runPolicyTest } from '../rules/policy-tests.ts';
import type { PolicyVersion } from '../rules/policy-version.ts';
import type { PolicyTestView } from '../rules/policy-views.ts';

export interface StoredTest {
  readonly id: number;
  readonly test: PolicyTest;
}

/** In the order in which they were added. */
export async function listTests({ transaction }: Context, policyId: number): Promise<StoredTest[]> {
  const rows = await transaction
    .selectFrom('policyTests')
    .select(['id', 'name', 'facts', 'minimumLivingFen', 'expectedOutcome', 'expectedCodes'])
    .where('policyId', '=', policyId)
    .orderBy('id')
    .execute();
  return rows.map(({ id, ...test }) => ({ id, test: PolicyTest.parse(test) }));
}

/** A test with what the rules say to it now. */
export function runTest({ id, test }: StoredTest, policy: PolicyVersion): PolicyTestView {
  const { isPassed, decision, missingCodes, extraCodes } = runPolicyTest(test, policy);
  const reasons = decision.reasons.map((reason) => ({
    code: reason.code,
    ...describeReason(reason),
  }));
  return {
    id,
    test,
    isPassed,
    outcome: decision.outcome,
    reasons,
    missingCodes: [...missingCodes],
    extraCodes: [...extraCodes],
  };
}

interface TestColumns {
  readonly name: string;
  readonly facts: string;
  readonly minimumLivingFen: number | null;
  readonly expectedOutcome: string;
  readonly expectedCodes: string[];
}

/** The columns of a test. */
export function toTestColumns(test: PolicyTest): TestColumns {
  const { name, facts, minimumLivingFen, expectedOutcome, expectedCodes } = test;
  return {
    name,
    facts: JSON.stringify(facts),
    minimumLivingFen,
    expectedOutcome,
    expectedCodes: [...new Set(expectedCodes)],
  };
}
