import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import type { Framework } from '#features/indicators/rules/framework.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';

import type { Evaluation } from '../evaluation.ts';

/** Everything an evaluation knows once the rows are scored; detectors read it and change nothing. */
export interface FindingInput {
  readonly records: YearRecords;
  readonly policy: PolicyVersion;
  readonly framework: Framework;
  readonly metrics: Evaluation['metrics'];
  readonly indicators: Evaluation['indicators'];
  readonly totals: Evaluation['totals'];
  readonly budget: Evaluation['budget'];
  readonly aid: Evaluation['aid'];
  readonly violations: Evaluation['violations'];
}
