import { expect, test } from 'vitest';

import { readPdf } from '../../tests/support/read-pdf.ts';
import { countPdfPages, typesetPdf } from './typeset-pdf.ts';

const TWO_PAGES = '#set text(font: "Noto Serif SC")\n第一页的文字 #pagebreak() 第二页的文字';

function twoPages(): Uint8Array {
  return typesetPdf({
    sources: { '/two-pages.typ': TWO_PAGES },
    main: '/two-pages.typ',
    inputs: {},
    answerLabel: '<none>',
  }).pdf;
}

test('counts the pages of a PDF, and finds none in what is no PDF', () => {
  const pdf = twoPages();
  expect(countPdfPages(pdf)).toBe(2);
  expect(countPdfPages(pdf.subarray(0, 200))).toBe(0);
  expect(countPdfPages(Buffer.from('no pdf'))).toBe(0);
  // The answer of one file is not that of the next.
  expect(countPdfPages(pdf)).toBe(2);
});

test('places pages of another PDF with their text', async () => {
  const outer = '#for page in (1, 2) { image("/inner.pdf", page: page, alt: "附件") }';
  const { pdf } = typesetPdf({
    sources: { '/outer.typ': outer },
    main: '/outer.typ',
    inputs: {},
    files: { '/inner.pdf': twoPages() },
    answerLabel: '<none>',
  });
  const { pages } = await readPdf(pdf);
  expect(pages.map(({ all }) => all).join('')).toMatch(/第一页的文字.*第二页的文字/s);
});
