import { Document, DocumentGridType, Packer, SectionType } from 'docx';
import type { ISectionOptions } from 'docx';

import { chartSize } from '../chart-size.ts';
import { renderChartPngs } from '../charts/render-chart-png.ts';
import { renderChartSvg } from '../charts/render-chart-svg.ts';
import type { Chart, ReportModel } from '../report-model.ts';
import { bodyBlocks } from './body-blocks.ts';
import { contentsNumbers } from './contents-numbers.ts';
import { documentPropertiesXml } from './document-properties.ts';
import { fontTableXml } from './fonts.ts';
import { contentsBlocks, coverBlocks } from './front-matter.ts';
import { FOOTER_DISTANCE, HEADER_DISTANCE, LINE_PITCH, MARGIN, PAGE } from './measures.ts';
import { emptyFooters, noticeHeaders, pageNumberFooters } from './page-furniture.ts';
import { reportStyles } from './styles.ts';

/** The report as a Word document: A4, the measures of GB/T 9704-2012, every text in a style. */
export async function renderReportDocx(model: ReportModel): Promise<Uint8Array> {
  const document = new Document({
    styles: reportStyles(),
    evenAndOddHeaderAndFooters: true,
    pageNumbers: contentsNumbers(model),
    sections: [
      section(model, coverBlocks(model), { numbered: false }),
      section(model, contentsBlocks(), { numbered: false }),
      section(model, bodyBlocks(model, await drawCharts(model)), { numbered: true }),
    ],
  });
  return Packer.toBuffer(document, false, [
    { path: 'word/fontTable.xml', data: fontTableXml() },
    { path: 'docProps/core.xml', data: documentPropertiesXml(model, new Date()) },
  ]);
}

async function drawCharts(model: ReportModel): Promise<ReadonlyMap<Chart, Uint8Array>> {
  const charts = model.blocks.filter((block) => block.kind === 'chart');
  const svgs = charts.map((chart) => renderChartSvg(chart.figure, chartSize(chart.figure)));
  const pictures = await renderChartPngs(svgs);
  return new Map(charts.map((chart, index) => [chart, pictures[index] ?? new Uint8Array()]));
}

function section(
  model: ReportModel,
  children: ISectionOptions['children'],
  { numbered }: { numbered: boolean },
): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: PAGE,
        margin: { ...MARGIN, header: HEADER_DISTANCE, footer: FOOTER_DISTANCE },
        ...(numbered ? { pageNumbers: { start: 1 } } : {}),
      },
      grid: { type: DocumentGridType.DEFAULT, linePitch: LINE_PITCH },
    },
    headers: noticeHeaders(model.notice),
    footers: numbered ? pageNumberFooters() : emptyFooters(),
    children,
  };
}
