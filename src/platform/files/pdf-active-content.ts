import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';

/** What a PDF may do beyond showing pages; `unreadable` when a part of it could not be looked into. */
export type PdfActiveContent =
  | 'javascript'
  | 'launch'
  | 'embedded_file'
  | 'rich_media'
  | 'form_program'
  | 'encrypted'
  | 'unreadable';

const NAMES: readonly (readonly [RegExp, PdfActiveContent])[] = [
  [/\/JavaScript(?![A-Za-z])/, 'javascript'],
  [/\/Launch(?![A-Za-z])/, 'launch'],
  [/\/EmbeddedFiles?(?![A-Za-z])/, 'embedded_file'],
  [/\/RichMedia/, 'rich_media'],
  [/\/XFA(?![A-Za-z])/, 'form_program'],
  [/\/Encrypt(?![A-Za-z])/, 'encrypted'],
];

const MAX_STREAMS = 200_000;
/** A report of a thousand pages has some hundreds. */
const MAX_OBJECT_STREAMS = 5_000;
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
const DICTIONARY_CHARACTERS = 1000;
const inflateBytes = promisify(inflate);

/**
 * Looks for actions by their names, which a reader program must find as well: in the plain objects
 * and in the compressed object streams. It warns people; it does not prove that a file is harmless.
 */
export async function findPdfActiveContent(bytes: Buffer): Promise<readonly PdfActiveContent[]> {
  const text = bytes.toString('latin1');
  const found = new Set(namesIn(text));
  const bodies = objectStreams(text, bytes);
  // One that is named and was not found lies where only another program would look for it.
  const named = decodeNames(text).split('/ObjStm').length - 1;
  if (named !== bodies.length || named > MAX_OBJECT_STREAMS) found.add('unreadable');
  let left = MAX_INFLATED_BYTES;
  for (const body of bodies.slice(0, MAX_OBJECT_STREAMS)) {
    const inflated = await tryInflate(body, left);
    if (inflated === undefined) {
      // People are warned now; a hostile file must not keep us busy with more of the kind.
      found.add('unreadable');
      break;
    }
    left -= inflated.length;
    for (const name of namesIn(inflated.toString('latin1'))) found.add(name);
  }
  return [...found].toSorted();
}

function namesIn(text: string): PdfActiveContent[] {
  const plain = decodeNames(text);
  return NAMES.flatMap(([pattern, content]) => (pattern.test(plain) ? [content] : []));
}

/** A name may be written with any of its letters as `#xx`. */
function decodeNames(text: string): string {
  return text.replaceAll(/#([0-9a-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** From the start of each object stream; inflating finds the end by itself. */
function objectStreams(text: string, bytes: Buffer): Buffer[] {
  const bodies: Buffer[] = [];
  const keyword = /(?<!end)stream\r?\n/g;
  for (let count = 0; count < MAX_STREAMS; count += 1) {
    const hit = keyword.exec(text);
    if (hit === null) break;
    const dictionary = text.slice(Math.max(0, hit.index - DICTIONARY_CHARACTERS), hit.index);
    const ownPart = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    if (decodeNames(ownPart).includes('/ObjStm')) bodies.push(bytes.subarray(keyword.lastIndex));
  }
  return bodies;
}

async function tryInflate(body: Buffer, maxOutputLength: number): Promise<Buffer | undefined> {
  if (maxOutputLength <= 0) return undefined;
  try {
    // A missing end is forgiven, as reader programs do.
    return await inflateBytes(body, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}
