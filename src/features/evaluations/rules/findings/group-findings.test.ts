import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { METRIC_MEASURES, METRIC_NAMES } from '#features/indicators/rules/metric-names.ts';
import type { MetricName } from '#features/indicators/rules/metric-names.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';

import {
  anAnsweredFramework,
  anEvaluatedYear,
} from '../../../../../tests/support/evaluated-year.ts';
import { aRate, someMetrics } from '../../../../../tests/support/year-factories.ts';
import type { Finding, Metric } from '../evaluation.ts';
import { countMetric } from '../metrics/metric.ts';
import { scoreFramework } from '../scoring/score-framework.ts';
import { detectFindings } from './detect-findings.ts';
import { DETECTORS } from './detectors.ts';
import { hasLostPoints } from './finding-context.ts';
import { FINDING_THEMES } from './finding-themes.ts';
import { groupFindings } from './group-findings.ts';

const rate = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map(([part, more]) => aRate(part, part + more));
const count = fc.nat({ max: 8 }).map((value) => countMetric(value, []));
const metrics = fc.record(
  Object.fromEntries(
    METRIC_NAMES.map((name) => [name, METRIC_MEASURES[name] === 'rate' ? rate : count]),
  ) as Record<MetricName, fc.Arbitrary<Metric>>,
);
const answers = fc.dictionary(
  fc.constantFrom(...anAnsweredFramework().elements.map(({ element }) => element)),
  fc.constantFrom('是' as const, '部分' as const, '否' as const),
);

/** Findings over metrics that no ledger could give: the laws must hold all the same. */
function findingsOver(
  given: Record<MetricName, Metric>,
  answered: Parameters<typeof anAnsweredFramework>[0],
) {
  const { records, evaluation } = anEvaluatedYear();
  const framework = anAnsweredFramework(answered);
  const scoring = scoreFramework(framework, someMetrics(given), records.fund.cutoff);
  const findings = detectFindings({
    ...evaluation,
    records,
    policy: policyInForce(records.fund.cutoff),
    framework,
    metrics: given,
    indicators: [...scoring.indicators],
    totals: scoring.totals,
  });
  return { findings, indicators: scoring.indicators };
}

describe('findings as a whole', () => {
  it('every lost point and every unmet element is touched by a problem, whatever the metrics', () => {
    fc.assert(
      fc.property(metrics, answers, (given, answered) => {
        const { findings, indicators } = findingsOver(given, answered);
        const problems = findings.filter(({ severity }) => severity !== 'info');
        for (const indicator of indicators.filter(hasLostPoints)) {
          const own = problems.filter((finding) => finding.indicator === indicator.level3);
          expect(own.length, indicator.level3).toBeGreaterThan(0);
          for (const element of indicator.elements ?? []) {
            if (element.satisfied === '是') continue;
            const isTold = own.some(
              (finding) =>
                finding.statement.includes(`“${element.element}”`) ||
                (element.metric !== undefined && finding.metric === element.metric),
            );
            expect(isTold, element.element).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('no statement or suggestion is left with a hole in it', () => {
    fc.assert(
      fc.property(metrics, answers, (given, answered) => {
        for (const { statement, suggestion } of findingsOver(given, answered).findings) {
          expect(statement + suggestion).not.toMatch(/undefined|NaN|null|Infinity|为，|。。|，。/);
          expect(statement).toMatch(/。$/);
          expect(suggestion).toMatch(/。$/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('each detector has a code and a theme of its own list', () => {
    const codes = DETECTORS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const themes = new Set(FINDING_THEMES.map(({ theme }) => theme));
    for (const detector of DETECTORS) expect(themes.has(detector.theme)).toBe(true);
  });
});

const severity = fc.constantFrom<Finding['severity']>('error', 'warn', 'info');
const finding = fc.record({
  code: fc.constantFrom('element_unmet', 'points_lost', ...DETECTORS.map(({ code }) => code)),
  severity,
  statement: fc.string(),
  suggestion: fc.constantFrom('甲。', '乙。', '丙。'),
  indicator: fc.constantFrom('救助覆盖率', '资金到位率', '别的'),
});

describe('groupFindings', () => {
  it('puts each problem into exactly one chapter and each matter into none', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 30 }), (findings) => {
        const { problems, matters } = groupFindings(findings);
        const listed = problems.flatMap((group) => group.findings.map((one) => one.finding));
        expect(listed.length + matters.length).toBe(findings.length);
        expect(new Set([...listed, ...matters])).toEqual(new Set(findings));
        expect(matters.every((one) => one.severity === 'info')).toBe(true);
      }),
    );
  });

  it('answers each problem by its own suggestion, and each suggestion answers a problem', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 30 }), (findings) => {
        for (const group of groupFindings(findings).problems) {
          const answered = group.suggestions.flatMap(({ answers: positions }) => positions);
          expect([...answered].toSorted((a, b) => a - b)).toEqual(
            group.findings.map(({ position }) => position),
          );
          for (const { text, answers: positions } of group.suggestions) {
            for (const position of positions) {
              expect(group.findings[position - 1]?.finding.suggestion).toBe(text);
            }
          }
        }
      }),
    );
  });

  it('lets faults stand before weaknesses within a theme', () => {
    const faults = (one: Finding['severity']): Finding => ({
      code: 'violation_frequency',
      severity: one,
      statement: '甲。',
      suggestion: '乙。',
    });
    const [group] = groupFindings([faults('warn'), faults('error')]).problems;
    expect(group?.findings.map((one) => one.finding.severity)).toEqual(['error', 'warn']);
  });
});
