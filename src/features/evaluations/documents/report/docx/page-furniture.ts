import { Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';

import { textRuns } from './text-runs.ts';

/** Page numbers of GB/T 9704-2012 (7.5): a rule on both sides, outside on facing pages, one character in. */
export function pageNumberFooters(): { default: Footer; even: Footer } {
  return {
    default: footer('FooterOdd'),
    even: footer('FooterEven'),
  };
}

export function emptyFooters(): { default: Footer; even: Footer } {
  return {
    default: new Footer({ children: [bare('Footer')] }),
    even: new Footer({ children: [bare('Footer')] }),
  };
}

export function noticeHeaders(notice: string | null): { default: Header; even: Header } {
  const header = (): Header =>
    new Header({
      children: [new Paragraph({ style: 'Header', children: textRuns(notice ?? '') })],
    });
  return { default: header(), even: header() };
}

function footer(style: string): Footer {
  const number = new TextRun({
    font: { hint: 'eastAsia' },
    children: ['— ', PageNumber.CURRENT, ' —'],
  });
  return new Footer({
    children: [new Paragraph({ style, children: [number] })],
  });
}

function bare(style: string): Paragraph {
  return new Paragraph({ style });
}
