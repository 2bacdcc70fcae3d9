import { describe, expect, it } from 'vitest';

import { headingBlock, paragraphBlock, tableBlock } from '../report-blocks.fixture.ts';
import { reportFixture } from '../report-model.fixture.ts';
import type { Block } from '../report-model.ts';
import { estimatePages } from './estimate-pages.ts';

/** GB/T 9704-2012 sets 22 lines of 28 characters on a page. */
const LINES = 22;
const CHARACTERS = 28;

function pagesOf(...blocks: Block[]): ReadonlyMap<string, number> {
  return estimatePages(reportFixture({ blocks }));
}

/** A paragraph that fills so many lines. */
function lines(count: number): Block {
  return paragraphBlock('一'.repeat(count * CHARACTERS - 2));
}

describe('the pages of headings', () => {
  it('begin with page 1', () => {
    expect(pagesOf(headingBlock(1, 'a', '一、概况')).get('a')).toBe(1);
  });

  it('stay on a page that has room for the heading and two lines below it', () => {
    const pages = pagesOf(lines(LINES - 3), headingBlock(1, 'a', '一、概况'), lines(2));
    expect(pages.get('a')).toBe(1);
  });

  it('move on when the text below the heading has no room', () => {
    const pages = pagesOf(lines(LINES - 1), headingBlock(1, 'a', '一、概况'), lines(2));
    expect(pages.get('a')).toBe(2);
  });

  it('move on for a heading that starts a page', () => {
    expect(pagesOf(lines(1), headingBlock(1, 'a', '附件1', true)).get('a')).toBe(2);
  });

  it('count the rows of long tables', () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`${index}`, '职工', '600.00']);
    const page = pagesOf(tableBlock({ rows }), headingBlock(1, 'a', '一、概况')).get('a');
    expect(page).toBeGreaterThanOrEqual(9);
    expect(page).toBeLessThanOrEqual(11);
  });

  it('never go back, and end for content longer than a page', () => {
    const chain = Array.from({ length: 60 }, (_, index) =>
      headingBlock(3, `h${index}`, `${index}. 标题`),
    );
    const pages = [...pagesOf(...chain, lines(50)).values()];
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    expect(pages.at(-1)).toBe(3);
  });
});
