import { Paragraph, TableOfContents } from 'docx';
import type { FileChild } from 'docx';

import type { ReportModel } from '../report-model.ts';
import { balancedTitle } from './balanced-title.ts';
import { textRuns } from './text-runs.ts';

/** Chapters and sections; deeper headings would make the contents longer than a page. */
export const CONTENTS_DEPTH = 2;

export function coverBlocks(model: ReportModel): FileChild[] {
  const lines = [model.department ?? '', model.dateText].filter((text) => text !== '');
  return [
    styled(balancedTitle(model.title), 'Title'),
    styled(model.subtitle, 'Subtitle'),
    styled(model.organization, 'CoverOrganization'),
    ...lines.map((text) => styled(text, 'CoverLine')),
  ];
}

/** Chapters and sections with their pages, as a field that Word can update. */
export function contentsBlocks(): FileChild[] {
  return [
    styled('目录', 'ContentsTitle'),
    new TableOfContents('目录', { hyperlink: true, headingStyleRange: `1-${CONTENTS_DEPTH}` }),
  ];
}

function styled(text: string, style: string): Paragraph {
  return new Paragraph({ style, children: textRuns(text) });
}
