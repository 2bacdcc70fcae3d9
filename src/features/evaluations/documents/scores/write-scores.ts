import ExcelJS from 'exceljs';

import type { YearRecords } from '#features/fund-years/rules/year-records.ts';

import type { Evaluation } from '../../rules/evaluation.ts';
import { addTableSheet } from './add-table-sheet.ts';
import { findingsSheet, sourcesSheet, violationsSheet } from './finding-sheets.ts';
import { elementsSheet, indicatorsSheet, metricsSheet, totalsSheet } from './score-sheets.ts';

export interface ScoresInput {
  readonly evaluation: Evaluation;
  /** Adds the facts of the rows behind violations and the number of records. */
  readonly records?: YearRecords;
}

/** Writes `scores.xlsx`: seven sheets; figures are real numbers, persons are not named. */
export async function writeScores(path: string, input: ScoresInput): Promise<void> {
  const { evaluation, records } = input;
  const workbook = new ExcelJS.Workbook();
  // The same evaluation gives the same file: no time of writing inside.
  const day = new Date(`${evaluation.fund.cutoff}T00:00:00Z`);
  workbook.created = day;
  workbook.modified = day;
  workbook.title = `${evaluation.fund.year}年度${evaluation.fund.name}评分明细`;
  workbook.creator = evaluation.fund.organization;
  const sheets = [
    totalsSheet(evaluation),
    indicatorsSheet(evaluation),
    elementsSheet(evaluation),
    metricsSheet(evaluation),
    violationsSheet(evaluation, records),
    findingsSheet(evaluation),
    sourcesSheet(evaluation, records),
  ];
  for (const sheet of sheets) addTableSheet(workbook, sheet);
  await workbook.xlsx.writeFile(path);
}
