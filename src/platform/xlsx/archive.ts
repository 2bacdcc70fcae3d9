import { TextDecoder } from 'node:util';
import { crc32 } from 'node:zlib';

import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

import { AppError } from '#core/app-error.ts';

import { assertZip } from './container-kind.ts';
import { damaged, tooLarge, type XlsxLimits } from './limits.ts';

/** The parts of a workbook file, read one at a time in any order under the limits. */
export interface Archive {
  has(path: string): boolean;
  /** Streams one part as text. @throws AppError when it is missing, damaged or too large. */
  readText(path: string): AsyncIterable<string>;
}

/** @throws AppError when the bytes are no zip archive or an unreadable one. */
export async function openArchive(bytes: Buffer, limits: XlsxLimits): Promise<Archive> {
  if (bytes.length > limits.fileBytes) throw tooLarge('fileBytes', limits);
  assertZip(bytes);
  const zip = await openZip(bytes);
  if (zip.entryCount > limits.archiveEntries) throw tooLarge('archiveEntries', limits);
  const entries = await listEntries(zip);
  let total = 0;

  const count = (size: number, soFar: number): void => {
    total += size;
    if (soFar > limits.entryBytes) throw tooLarge('entryBytes', limits);
    if (total > limits.totalBytes) throw tooLarge('totalBytes', limits);
  };
  return {
    has: (path) => entries.has(path.toLowerCase()),
    readText: (path) => {
      const entry = entries.get(path.toLowerCase());
      if (entry === undefined) throw damaged(path);
      if (entry.isEncrypted()) throw new AppError('invalid', 'workbook.encrypted');
      if (entry.uncompressedSize > limits.entryBytes) throw tooLarge('entryBytes', limits);
      return streamEntry(zip, entry, count);
    },
  };
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { autoClose: false });
  } catch (cause) {
    throw damaged('zip', cause);
  }
}

/** Names are case-insensitive in this format; two parts of one name would be read differently by others. */
async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) throw damaged(entry.fileName);
      entries.set(name, entry);
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged('zip', cause);
  }
  return entries;
}

/** @param count told of each chunk; throws past a limit, whatever the size in the header says. */
async function* streamEntry(
  zip: ZipFile,
  entry: Entry,
  count: (size: number, soFar: number) => void,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let soFar = 0;
  let checksum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) throw damaged(entry.fileName);
      soFar += chunk.length;
      count(chunk.length, soFar);
      checksum = crc32(chunk, checksum);
      decoder ??= decoderFor(chunk);
      yield decoder.decode(chunk, { stream: true });
    }
    if (decoder !== undefined) yield decoder.decode();
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(entry.fileName, cause);
  }
  if (checksum !== entry.crc32) throw damaged(entry.fileName);
}

/** XML parts are UTF-8, or UTF-16 with a byte order mark. */
function decoderFor(start: Uint8Array): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8', { fatal: true });
}
