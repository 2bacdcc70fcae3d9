import { typesetPdf } from '#platform/typeset-pdf.ts';

import type { ReportModel } from '../report-model.ts';
import { PAGE_LAYOUT_TYP } from './page-layout.typ.ts';
import { reportJson } from './report-data.ts';
import { REPORT_TYP } from './report.typ.ts';
import { TABLE_STYLE_TYP } from './table-style.typ.ts';

export interface RenderedPdf {
  readonly pdf: Uint8Array;
  /** Printed page number by heading id; the first page after the contents is 1. */
  readonly pageOf: Readonly<Record<string, number>>;
}

const SOURCES = {
  '/report.typ': REPORT_TYP,
  '/page-layout.typ': PAGE_LAYOUT_TYP,
  '/table-style.typ': TABLE_STYLE_TYP,
};

/** The report as PDF; equal models give equal bytes. */
export async function renderReportPdf(model: ReportModel): Promise<RenderedPdf> {
  const { pdf, answer } = typesetPdf({
    sources: SOURCES,
    main: '/report.typ',
    inputs: { report: reportJson(model) },
    answerLabel: '<heading-pages>',
  });
  const pages = Array.isArray(answer) ? answer.map(Number) : [];
  const headings = model.blocks.filter((block) => block.kind === 'heading');
  return {
    pdf,
    pageOf: Object.fromEntries(headings.map((heading, at) => [heading.id, pages[at] ?? 0])),
  };
}
