import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { AppError } from '#core/app-error.ts';
import type { InputProblem } from '#core/input-problem.ts';
import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import { readYearWorkbook } from '#features/fund-years/server/commands/read-year-workbook.ts';
import type { Framework } from '#features/indicators/rules/framework.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';
import { writeAllOrNothing } from '#platform/output-folder.ts';

import { OUTPUT_FILES } from '../contract.ts';
import { buildReport } from '../documents/report/build-report.ts';
import { renderReportDocx } from '../documents/report/docx/render-report-docx.ts';
import { renderReportHtml } from '../documents/report/html/render-report-html.ts';
import { renderReportPdf } from '../documents/report/pdf/render-report-pdf.ts';
import type { ReportModel } from '../documents/report/report-model.ts';
import { writeScores } from '../documents/scores/write-scores.ts';
import { evaluateYear } from '../rules/evaluate-year.ts';
import { Evaluation } from '../rules/evaluation.ts';

export type EvaluationStage = 'read' | 'evaluate' | 'report' | 'write';

export interface EvaluateWorkbookInput {
  readonly workbookPath: string;
  readonly outDir: string;
  readonly outline: ReportModel['outline'];
  /** Called as each stage begins; reading tells the rows read so far. */
  readonly onProgress?: (stage: EvaluationStage, rows: number) => void;
}

export type EvaluateWorkbookResult =
  | {
      readonly ok: true;
      readonly evaluation: Evaluation;
      readonly records: YearRecords;
      readonly framework: Framework;
      readonly policy: PolicyVersion;
      readonly notices: readonly InputProblem[];
    }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/**
 * Reads a year workbook, evaluates it and writes all outputs, or none when the input has an error.
 * @throws AppError `invalid` for a file that is no workbook, `not_found`, `unavailable` for the disk.
 */
export async function evaluateWorkbook(
  input: EvaluateWorkbookInput,
): Promise<EvaluateWorkbookResult> {
  const progress = input.onProgress ?? (() => undefined);
  progress('read', 0);
  const read = await readYearWorkbook(input.workbookPath, {
    onProgress: (rows) => progress('read', rows),
  });
  const { records, framework, problems } = read;
  if (records === null || framework === null) return { ok: false, problems };
  progress('evaluate', records.aid.length);
  const policy = policyInForce(records.fund.cutoff);
  const evaluation = Evaluation.parse(
    evaluateYear({ records, policy, framework, workbookSha256: read.sha256 }),
  );
  if (evaluation.indicators.every((row) => row.score === null)) {
    throw new AppError('invalid', 'evaluation.nothing_to_score', { year: records.fund.year });
  }
  const report = buildReport({
    evaluation,
    records,
    framework,
    policy,
    outline: input.outline,
    ...(isSample(records) ? { notice: SAMPLE_NOTICE } : {}),
  });
  await writeAllOrNothing(input.outDir, OUTPUT_FILES, async (folder) => {
    progress('report', records.aid.length);
    const { pdf } = await renderReportPdf(report);
    await writeFile(join(folder, 'report.pdf'), pdf);
    await writeFile(join(folder, 'report.docx'), await renderReportDocx(report));
    await writeFile(join(folder, 'report.html'), renderReportHtml(report));
    progress('write', records.aid.length);
    await writeScores(join(folder, 'scores.xlsx'), { evaluation, records });
    await writeFile(join(folder, 'evaluation.json'), `${JSON.stringify(evaluation, null, 1)}\n`);
  });
  return { ok: true, evaluation, records, framework, policy, notices: problems };
}

const SAMPLE_NOTICE = '样例数据：人员均为虚构';

/** Every person of the sample year carries the mark in the name (`sample-people.ts`). */
function isSample(records: YearRecords): boolean {
  return records.aid.length > 0 && records.aid.every((row) => row.name.includes('样例'));
}
