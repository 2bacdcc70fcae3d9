import type { Archive } from './archive.ts';
import { tooLarge, type XlsxLimits } from './limits.ts';
import { readXml, type XmlHandler } from './read-xml.ts';

/** Reads the table of texts that cells refer to by number; it is the one part kept in memory. */
export async function readSharedStrings(
  archive: Archive,
  path: string,
  limits: XlsxLimits,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let characters = 0;
  const text = createTextCollector();
  const handler: XmlHandler = {
    open: (name) => (name === 'si' ? text.start() : text.open(name)),
    text: (part) => text.add(part),
    close: (name) => {
      if (name !== 'si') return text.close(name);
      const value = text.finish();
      characters += value.length;
      if (strings.push(value) > limits.sharedStrings) throw tooLarge('sharedStrings', limits);
      if (characters > limits.sharedCharacters) throw tooLarge('sharedCharacters', limits);
    },
  };
  await readXml(archive, path, handler);
  return strings;
}

/** Joins the runs of a rich text and leaves out its phonetic guide. */
export interface TextCollector {
  start(): void;
  open(name: string): void;
  add(text: string): void;
  close(name: string): void;
  finish(): string;
}

export function createTextCollector(): TextCollector {
  let value = '';
  let isInText = false;
  let isPhonetic = false;
  return {
    start: () => {
      value = '';
      isInText = false;
      isPhonetic = false;
    },
    open: (name) => {
      if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isInText = true;
    },
    add: (text) => {
      if (isInText && !isPhonetic) value += text;
    },
    close: (name) => {
      if (name === 'rPh') isPhonetic = false;
      else if (name === 't') isInText = false;
    },
    finish: () => decodeEscapes(value),
  };
}

/** Control characters stand as `_x000D_` in this format; a literal `_x` is escaped by `_x005F_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
