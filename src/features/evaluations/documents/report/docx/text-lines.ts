import { latinWidth } from './latin-width.ts';

/** Twips. */
export interface LineMeasure {
  readonly width: number;
  readonly firstIndent: number;
  /** Width of a Chinese character. */
  readonly em: number;
}

/** Words and numbers stay whole, every other sign may end a line. */
const PIECES = /[!-~]+|\s|[^!-~\s]/gu;
/** Signs that may not begin a line: they hang or pull the last character with them. */
const CLOSING = /^[，。、；：！？”’）》】％%]/u;

/** How many lines a text fills; an estimate that knows no font, which suits type of even width. */
export function countLines(text: string, { width, firstIndent, em }: LineMeasure): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = lines === 0 ? firstIndent : 0;
    let wasLatin: boolean | null = null;
    lines += 1;
    for (const [piece] of paragraph.matchAll(PIECES)) {
      const isLatin = /[!-~]/.test(piece);
      // Word sets a quarter of a character between Chinese and Latin.
      const gap = wasLatin !== null && wasLatin !== isLatin ? em / 4 : 0;
      const length = isLatin ? latinWidth(piece) * em : piece === ' ' ? em / 4 : em;
      wasLatin = isLatin;
      used += gap + length;
      if (used <= width || CLOSING.test(piece)) continue;
      lines += Math.max(1, Math.ceil(length / width));
      used = length % width;
    }
  }
  return lines;
}
