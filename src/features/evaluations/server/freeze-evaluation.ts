import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';

import type { Evaluation } from '../rules/evaluation.ts';
import { listOutputFiles, openOutputFolder } from './output-folder.ts';
import { recordSheets } from './record-sheets.ts';
import type { FrozenEvaluation } from './routes.ts';
import { toEvaluationView } from './view.ts';

export interface EvaluatedYear {
  /** Whose fund it is; seen by those whose scope holds it. */
  readonly unionId: number;
  readonly evaluation: Evaluation;
  readonly records: YearRecords;
  readonly policy: PolicyVersion;
  readonly frameworkTitle: string;
  /** The persons are invented: their names are shown, and every page says so. */
  readonly isSample: boolean;
  /** Holds the five files of the evaluation. */
  readonly outputDir: string;
}

/** What the routes serve of one evaluated year. */
export async function freezeEvaluation(year: EvaluatedYear): Promise<FrozenEvaluation> {
  const { unionId, evaluation, records, isSample, outputDir } = year;
  return {
    unionId,
    evaluation,
    view: toEvaluationView({ ...year, files: await listOutputFiles(outputDir) }),
    sheets: recordSheets(records, isSample),
    outputs: openOutputFolder(outputDir, evaluation.fund),
  };
}
