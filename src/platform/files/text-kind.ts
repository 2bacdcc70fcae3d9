import { TextDecoder } from 'node:util';

const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const VERTICAL_TAB = 0x0b;
const FIRST_PRINTABLE = 0x20;
const DELETE = 0x7f;

/** Texts that a program would run or draw instead of showing them. */
const ACTIVE_TEXTS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['pdf', /^%PDF-/],
  ['rtf', /^\{\\rtf/],
  ['postscript', /^%!/],
  ['script', /^#!|^<\?php/i],
  ['svg', /<svg[\s>]/i],
  ['html', /<(!doctype html|html|head|body|script|iframe|object|embed|img|a\s)/i],
  ['xml', /^<([?!]|[a-z])/i],
];

/**
 * Names what a text is, by its content: `text` for plain text and CSV, or what it would be run as.
 * @returns undefined when the bytes are no text in UTF-8 or GB 18030.
 */
export function findTextKind(bytes: Buffer): string | undefined {
  if (bytes.some(isControl)) return undefined;
  const text = decode(bytes);
  if (text === undefined) return undefined;
  // The decoder takes the byte order mark away; browsers also look past white space.
  const start = text.trimStart();
  return ACTIVE_TEXTS.find(([, pattern]) => pattern.test(start))?.[0] ?? 'text';
}

function isControl(byte: number): boolean {
  const isSpacing = byte >= TAB && byte <= CARRIAGE_RETURN && byte !== VERTICAL_TAB;
  return (byte < FIRST_PRINTABLE && !isSpacing) || byte === DELETE;
}

/** Chinese Excel still writes CSV in GBK, of which GB 18030 is the superset. */
function decode(bytes: Buffer): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding; the next one is tried.
    }
  }
  return undefined;
}
