import { z } from 'zod';

import { AidFactsInput } from '../../rules/aid-facts.ts';
import { PolicyTest } from '../../rules/policy-tests.ts';

/** A field left empty reaches the schema as nothing at all; a fact's own word for unknown is null. */
const UNKNOWN: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.keys(AidFactsInput.shape).map((fact) => [fact, null]),
);
const Values = z.looseObject({ facts: z.looseObject({}).optional() });
const Round = z.looseObject({ year: z.number().optional(), quarter: z.number().optional() });

/** What the page of a test holds, completed. */
export const PolicyTestValues = z.preprocess((given) => {
  const { facts = {}, ...values } = Values.parse(given);
  const round = Round.safeParse(facts['round']);
  const isAsked = round.success && (round.data.year ?? round.data.quarter) !== undefined;
  return {
    minimumLivingFen: null,
    expectedCodes: [],
    ...values,
    facts: { ...UNKNOWN, ...facts, round: isAsked ? facts['round'] : null },
  };
}, PolicyTest);

/** A new test begins with a sound case, so that only what matters is changed. */
export const BLANK_TEST = {
  facts: {
    isMember: true,
    meetsConditions: true,
    hasEvidence: true,
    earlierRounds: [],
    paidForEvent: [],
    householdYearPaidFen: 0,
    otherGoodsFen: 0,
    source: '本级经费',
    sourceAvailableFen: 10_000_000,
  },
  expectedOutcome: 'allowed',
  expectedCodes: [],
};
