import { toChineseDate } from '#core/plain-date.ts';

import { assembleReport } from './assemble-report.ts';
import { outline2020 } from './outline-2020.ts';
import { seedOutline } from './outline-seed.ts';
import { toReportContext } from './report-context.ts';
import type { ReportContext, ReportInput } from './report-context.ts';
import type { ReportModel } from './report-model.ts';
import type { Section } from './section.ts';
import { scoreAnnex, violationAnnex } from './sections/annex-scores.ts';
import { sourceAnnex } from './sections/annex-sources.ts';
import { surveyAnnex } from './sections/annex-survey.ts';

const OUTLINES: Readonly<
  Record<ReportModel['outline'], (context: ReportContext) => readonly Section[]>
> = { seed: seedOutline, '2020': outline2020 };

/** The evaluation as a formal report; every sentence and figure in it follows from the input. */
export function buildReport(input: ReportInput): ReportModel {
  const context = toReportContext(input);
  const { fund } = input.records;
  return {
    outline: input.outline,
    title: `${fund.organization}${fund.name}`,
    subtitle: `${fund.year}年度项目绩效评价报告`,
    organization: fund.organization,
    department: fund.department,
    year: fund.year,
    dateText: toChineseDate(fund.cutoff),
    notice: input.notice ?? null,
    blocks: assembleReport(OUTLINES[input.outline](context), [
      scoreAnnex(context),
      violationAnnex(context),
      surveyAnnex(context),
      sourceAnnex(context),
    ]),
  };
}
