import { evaluateYear } from '#features/evaluations/rules/evaluate-year.ts';
import type { Evaluation } from '#features/evaluations/rules/evaluation.ts';
import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import { DEFAULT_FRAMEWORK } from '#features/indicators/rules/built-in-frameworks.ts';
import type { ElementAnswer, Framework } from '#features/indicators/rules/framework.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';

import { aYear } from './year-factories.ts';

export interface EvaluatedYear {
  readonly records: YearRecords;
  readonly policy: PolicyVersion;
  readonly framework: Framework;
  readonly evaluation: Evaluation;
}

/** The built-in framework with every hand-decided element met but for those given. */
export function anAnsweredFramework(
  answers: Readonly<Record<string, ElementAnswer>> = {},
): Framework {
  return {
    version: DEFAULT_FRAMEWORK.version,
    title: DEFAULT_FRAMEWORK.title,
    rows: DEFAULT_FRAMEWORK.rows,
    elements: DEFAULT_FRAMEWORK.elements.map((element) => ({
      ...element,
      answer: element.metric === null ? (answers[element.element] ?? '是') : null,
    })),
    reviewScores: [],
  };
}

export function anEvaluatedYear(
  overrides: Partial<YearRecords> = {},
  framework: Framework = anAnsweredFramework(),
): EvaluatedYear {
  const records = aYear(overrides);
  const policy = policyInForce(records.fund.cutoff);
  const evaluation = evaluateYear({ records, policy, framework, workbookSha256: 'a'.repeat(64) });
  return { records, policy, framework, evaluation };
}
