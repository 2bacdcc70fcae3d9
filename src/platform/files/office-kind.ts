import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

import { AppError } from '#core/app-error.ts';

const MAX_ENTRIES = 5_000;
const MAX_CONTENT_TYPES_BYTES = 1024 * 1024;
const CONTENT_TYPES = '[content_types].xml';

/** Parts and part types that carry programs: VBA, macro sheets of old Excel, ActiveX controls. */
const PROGRAM = /vbaproject|vbadata|macrosheet|macroenabled|activex/i;

/**
 * Tells the office files among zip archives.
 * @returns undefined when the archive is something else or unreadable.
 * @throws AppError invalid `files.macros_not_allowed`.
 */
export async function findOfficeKind(bytes: Buffer): Promise<'xlsx' | 'docx' | undefined> {
  const zip = await openZip(bytes);
  const entries = zip === undefined ? undefined : await listEntries(zip);
  if (zip === undefined || entries === undefined) return undefined;
  const types = await readContentTypes(zip, entries.get(CONTENT_TYPES));
  if (types === undefined) return undefined;
  // The types count, as a part may have any name; `&#` could only hide one of them.
  const isProgram = PROGRAM.test(types) || types.includes('&#');
  if (isProgram || [...entries.keys()].some((name) => PROGRAM.test(name))) {
    throw new AppError('invalid', 'files.macros_not_allowed');
  }
  if (entries.has('xl/workbook.xml')) return 'xlsx';
  return entries.has('word/document.xml') ? 'docx' : undefined;
}

async function openZip(bytes: Buffer): Promise<ZipFile | undefined> {
  try {
    return await fromBufferPromise(bytes, { autoClose: false });
  } catch {
    // Broken archives are refused like other unknown kinds.
    return undefined;
  }
}

/** By names in lower case, as office programs compare them. */
async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry> | undefined> {
  if (zip.entryCount > MAX_ENTRIES) return undefined;
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      // Of two parts with one name, another program may read the other one.
      if (entries.has(name)) return undefined;
      entries.set(name, entry);
    }
  } catch {
    return undefined;
  }
  return entries;
}

/** ASCII is all that matters in it; without zero bytes UTF-16 reads like UTF-8. */
async function readContentTypes(
  zip: ZipFile,
  entry: Entry | undefined,
): Promise<string | undefined> {
  if (entry === undefined || entry.uncompressedSize > MAX_CONTENT_TYPES_BYTES) return undefined;
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (chunk instanceof Uint8Array) chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('latin1').replaceAll('\0', '');
}
