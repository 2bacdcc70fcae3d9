import type { PageNumberEstimator } from 'docx';

import type { ReportModel } from '../report-model.ts';
import { estimatePages } from './estimate-pages.ts';
import { CONTENTS_DEPTH } from './front-matter.ts';

/**
 * Answers the library's question on which page each bookmark is. It marks the headings of the contents itself,
 * so bookmarks are matched to headings by their order. A document with answers opens without Word asking the
 * reader whether fields may be updated.
 */
export function contentsNumbers(model: ReportModel): PageNumberEstimator {
  const estimated = estimatePages(model);
  const headings = model.blocks
    .filter((block) => block.kind === 'heading')
    .filter((heading) => heading.level <= CONTENTS_DEPTH && heading.text !== '');
  return (body) => {
    const pages = new Map<string, string>();
    bookmarkNames(body).forEach((name, index) => {
      const heading = headings[index];
      const page = heading && estimated.get(heading.id);
      if (page !== undefined) pages.set(name, String(page));
    });
    return { bookmarks: pages };
  };
}

function bookmarkNames(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(bookmarkNames);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    key === 'w:bookmarkStart'
      ? (JSON.stringify(value).match(/_Toc\d+/) ?? [])
      : bookmarkNames(value),
  );
}
