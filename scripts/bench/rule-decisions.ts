import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { AidFacts } from '#features/policies/rules/aid-decision.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';
import { decideAid } from '#features/policies/rules/decide-aid.ts';
import { judgePayments } from '#features/policies/rules/judge-payments.ts';

import { toRate, toRatio } from './bench-result.ts';
import type { BenchResult } from './bench-result.ts';
import { toFlatFacts, toTable } from './decision-table.ts';
import type { FlatFacts } from './decision-table.ts';
import { largeYear } from './large-year.ts';
import { randomCases } from './random-cases.ts';
import { jsonRulesEngine, zenEngine } from './rule-engines.ts';
import type { RuleEngine } from './rule-engines.ts';

const POLICY = policyInForce(day('2023-06-30'));
const MINIMUM_LIVING = yuan(1238);
const MIN_PER_SECOND = 300_000;
const MIN_RATIO = 30;
const MEASURE_MS = 1500;
const JUDGED_ROWS = 10_000;
const MAX_JUDGING_MS = 100;

/**
 * Decisions with all their reasons, in bulk on one core, against two general rule engines that run the
 * same table over the same cases; flat and derived facts are prepared for those beforehand. All
 * three must agree before anything is measured. @throws Error when they do not.
 */
export async function benchRuleDecisions(): Promise<BenchResult[]> {
  const cases = randomCases(20_000, 2023);
  const flatCases = cases.slice(0, 2000).map(toFlatFacts);
  const table = toTable(POLICY, MINIMUM_LIVING);
  const engines = [jsonRulesEngine(table), zenEngine(table)] as const;
  for (const engine of engines) await assertAgreement(engine, cases, flatCases);

  const ours = measureOurs(cases);
  const [jsonRules, zen] = engines;
  return [
    {
      name: 'rule decisions with reasons, one core',
      value: toRate(ours),
      bar: `≥ ${toRate(MIN_PER_SECOND)}`,
      met: ours >= MIN_PER_SECOND,
    },
    toComparison(jsonRules.name, ours, await measureEngine(jsonRules, flatCases, 1)),
    toComparison(`${zen.name}, one at a time`, ours, await measureEngine(zen, flatCases, 1)),
    toComparison(`${zen.name}, 100 at once`, ours, await measureEngine(zen, flatCases, 100)),
    measureJudging(),
  ];
}

async function assertAgreement(
  engine: RuleEngine,
  cases: readonly AidFacts[],
  flatCases: readonly FlatFacts[],
): Promise<void> {
  for (const [index, flat] of flatCases.entries()) {
    const facts = cases[index];
    if (facts === undefined) throw new Error('fewer cases than flat cases');
    const ours = decideAid(facts, POLICY, MINIMUM_LIVING);
    const expected = ours.reasons.map(({ code, severity }) => `${code} ${severity}`);
    const found = await engine.decide(flat);
    if (expected.toSorted().join() !== found.toSorted().join()) {
      throw new Error(
        `${engine.name} differs on case ${index}: ${expected.join()} / ${found.join()}`,
      );
    }
  }
}

function measureOurs(cases: readonly AidFacts[]): number {
  let decisions = 0;
  let reasons = 0;
  const decideAll = (): void => {
    for (const facts of cases) reasons += decideAid(facts, POLICY, MINIMUM_LIVING).reasons.length;
    decisions += cases.length;
  };
  for (let warmUp = 0; warmUp < 5; warmUp += 1) decideAll();
  decisions = 0;
  const start = performance.now();
  while (performance.now() - start < MEASURE_MS) decideAll();
  const perSecond = (decisions * 1000) / (performance.now() - start);
  if (reasons === 0) throw new Error('the cases give no reasons: nothing was measured');
  return perSecond;
}

async function measureEngine(
  engine: RuleEngine,
  cases: readonly FlatFacts[],
  atOnce: number,
): Promise<number> {
  let decisions = 0;
  const start = performance.now();
  while (performance.now() - start < MEASURE_MS) {
    const first = decisions % cases.length;
    await Promise.all(cases.slice(first, first + atOnce).map(engine.decide));
    decisions += atOnce;
  }
  return (decisions * 1000) / (performance.now() - start);
}

/** A whole year of payments, one in ten of them breaking a rule; the fastest of fifteen runs. */
function measureJudging(): BenchResult {
  const rows = largeYear(JUDGED_ROWS)
    .aid.filter(({ status }) => status === '成功')
    .map((row) => ({ ...row, decidedOn: row.district.date }));
  const options = { year: 2023, minimumLivingFen: MINIMUM_LIVING };
  const runs = Array.from({ length: 15 }, () => {
    const start = performance.now();
    judgePayments(rows, POLICY, options);
    return performance.now() - start;
  });
  const fastestMs = Math.min(...runs);
  return {
    name: `a ledger of ${rows.length.toLocaleString('en-US')} payments judged`,
    value: `${fastestMs.toFixed(0)} ms`,
    bar: `≤ ${MAX_JUDGING_MS} ms`,
    met: fastestMs <= MAX_JUDGING_MS,
  };
}

function toComparison(name: string, ours: number, theirs: number): BenchResult {
  const ratio = ours / theirs;
  return {
    name: `rule decisions against ${name}`,
    value: `${toRatio(ratio)} (${toRate(theirs)})`,
    bar: `≥ ${toRatio(MIN_RATIO)}`,
    met: ratio >= MIN_RATIO,
  };
}
