import { fen, yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';
import { replayCases } from '#features/policies/rules/replay-cases.ts';
import type { DecidedCase } from '#features/policies/rules/replay-cases.ts';

import type { BenchResult } from './bench-result.ts';
import { randomCases } from './random-cases.ts';

const CASES = 100_000;
const MAX_SECONDS = 2;
const RUNS = 5;

/** A draft replayed over past cases, all of them, on one core; the median of five runs. */
export function benchReplay(): Promise<BenchResult[]> {
  const before = policyInForce(day('2023-06-30'));
  const after = draftOf(before);
  const cases = makeCases();
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const { differences } = replayCases(cases, before, after);
    return { seconds: (performance.now() - start) / 1000, count: differences.length };
  }).toSorted((a, b) => a.seconds - b.seconds);
  const { seconds = Number.NaN, count = 0 } = runs[Math.floor(RUNS / 2)] ?? {};
  if (count === 0) throw new Error('the versions do not differ in any case: nothing was measured');
  const all = CASES.toLocaleString('en-US');
  return Promise.resolve([
    {
      name: `replay of ${all} cases under two versions (${count} differ)`,
      value: `${seconds.toFixed(2)} s`,
      bar: `≤ ${MAX_SECONDS} s`,
      met: seconds <= MAX_SECONDS,
    },
  ]);
}

/** Higher amounts, one round a year, lower steps: a draft that touches most cases. */
function draftOf(policy: PolicyVersion): PolicyVersion {
  const { Q1, Q2 } = policy.classes;
  return {
    ...policy,
    classes: {
      ...policy.classes,
      Q1: { ...Q1, minFen: yuan(500), maxFen: yuan(800) },
      Q2: { ...Q2, maxFen: yuan(500) },
    },
    quarterly: {
      ...policy.quarterly,
      maxPerPersonYear: 1,
      steps: policy.quarterly.steps.map((step) => ({ ...step, amountFen: yuan(400) })),
    },
    personPerTime: { ...policy.personPerTime, limitFen: yuan(2500) },
  };
}

function makeCases(): DecidedCase[] {
  return randomCases(CASES, 2026).map((facts, index) => ({
    reference: `A-${index}`,
    facts,
    minimumLivingFen: yuan(1238),
    netMonthlyFen: fen((index * 7919) % 300_000),
  }));
}
