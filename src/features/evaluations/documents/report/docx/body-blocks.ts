import { HeadingLevel, ImageRun, Paragraph } from 'docx';
import type { FileChild } from 'docx';

import { chartSize } from '../chart-size.ts';
import type { Block, Chart, Heading, ReportModel } from '../report-model.ts';
import { TEXT_WIDTH, TWIPS_PER_PIXEL } from './measures.ts';
import { tableBlocks } from './table-blocks.ts';
import { plainText, textRuns } from './text-runs.ts';

const HEADING_LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** `pictures`: each chart drawn as PNG. */
export function bodyBlocks(
  model: ReportModel,
  pictures: ReadonlyMap<Chart, Uint8Array>,
): FileChild[] {
  return model.blocks.flatMap((block) => blockOf(block, pictures));
}

function blockOf(block: Block, pictures: ReadonlyMap<Chart, Uint8Array>): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block)];
    case 'paragraph':
      return [
        new Paragraph({
          style: 'Normal',
          children: [
            ...(block.lead === '' ? [] : textRuns(block.lead, 'Strong')),
            ...textRuns(block.text),
          ],
        }),
      ];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ style: 'ReportItem', children: textRuns(item) }),
      );
    case 'table':
      return tableBlocks(block);
    case 'chart':
      return chartBlocks(block, pictures.get(block));
  }
}

function headingParagraph(heading: Heading): Paragraph {
  return new Paragraph({
    heading: HEADING_LEVELS[heading.level],
    pageBreakBefore: heading.startsPage,
    children: textRuns(heading.text),
  });
}

function chartBlocks(chart: Chart, picture: Uint8Array | undefined): FileChild[] {
  const caption = new Paragraph({ style: 'FigureCaption', children: textRuns(chart.caption) });
  if (picture === undefined) return [caption];
  const size = chartSize(chart.figure);
  const scale = Math.min(1, TEXT_WIDTH / TWIPS_PER_PIXEL / size.width);
  const image = new ImageRun({
    type: 'png',
    data: picture,
    transformation: {
      width: Math.round(size.width * scale),
      height: Math.round(size.height * scale),
    },
    altText: {
      name: chart.id,
      title: plainText(chart.caption),
      description: plainText(chart.alternative),
    },
  });
  return [new Paragraph({ style: 'Figure', children: [image] }), caption];
}
