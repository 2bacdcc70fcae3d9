import { SaxesParser } from 'saxes';

import type { Archive } from './archive.ts';
import { damaged } from './limits.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** Called in document order, names without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Spreadsheet parts are about five levels deep; more is an attack on the parser's stack. */
const MAX_DEPTH = 64;
/** Characters without an element or a text in between: one endless tag or text. */
const MAX_TOKEN_LENGTH = 1_000_000;

/**
 * Parses one part as a stream. Document types are refused, so no entity is ever defined or expanded.
 * @throws AppError `workbook.damaged` for anything that is not well-formed.
 */
export async function readXml(archive: Archive, path: string, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let tokenLength = 0;
  parser.on('opentag', (tag) => {
    tokenLength = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw damaged(path);
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    tokenLength = 0;
    depth -= 1;
    handler.close(localName(tag.name));
  });
  const onText = (text: string): void => {
    tokenLength = 0;
    handler.text(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('doctype', () => {
    throw damaged(path);
  });
  parser.on('error', (cause) => {
    throw damaged(path, cause);
  });
  for await (const text of archive.readText(path)) {
    tokenLength += text.length;
    if (tokenLength > MAX_TOKEN_LENGTH) throw damaged(path);
    parser.write(text);
  }
  parser.close();
}

/** An attribute by its name without prefix, e.g. `id` for `r:id`. */
export function findAttribute(attributes: XmlAttributes, name: string): string | undefined {
  for (const [key, value] of Object.entries(attributes)) {
    if (localName(key) === name) return value;
  }
  return undefined;
}

/** `xsd:boolean` as the format writes it. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
