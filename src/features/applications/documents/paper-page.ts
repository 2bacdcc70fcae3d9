import type { PlainDate } from '#core/plain-date.ts';

import { PAPER_PAGE_TYP } from './paper-page.typ.ts';

/** Who prints, and when: stands on every page. */
export interface PrintMark {
  readonly by: string;
  readonly on: PlainDate;
  /** `10:05` in China. */
  readonly at: string;
}

/** Source that the papers import. */
export const PAPER_PAGE_SOURCE = { '/paper-page.typ': PAPER_PAGE_TYP } as const;

/** What `paper` of the template takes. */
export interface PageFacts {
  readonly words: string;
  readonly date: readonly number[];
}

export function toPageFacts({ by, on, at }: PrintMark): PageFacts {
  return { words: `${by}于${on} ${at}打印`, date: on.split('-').map(Number) };
}
