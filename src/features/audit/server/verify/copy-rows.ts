import { AppError } from '#core/app-error.ts';

/** Fields of a row in the order of the query; null for SQL null. */
export type CopyRow = readonly (Buffer | null)[];

const HEADER_BYTES = 19;
const END_OF_ROWS = -1;

/**
 * Cuts the stream of `copy … to stdout (format binary)` into rows, as many at a time as each chunk
 * completes. The driver's own rows cost several times as much: it makes text and objects of each.
 */
export async function* readCopyRows(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<readonly CopyRow[]> {
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  for await (const chunk of chunks) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (!isStarted) {
      if (bytes.length < HEADER_BYTES) {
        rest = bytes;
        continue;
      }
      bytes = bytes.subarray(HEADER_BYTES + bytes.readInt32BE(HEADER_BYTES - 4));
      isStarted = true;
    }
    const { rows, end } = cutRows(bytes);
    rest = bytes.subarray(end);
    if (rows.length > 0) yield rows;
  }
  if (rest.length !== 2 || rest.readInt16BE() !== END_OF_ROWS) {
    throw new AppError('unavailable', 'database.unreachable');
  }
}

function cutRows(bytes: Buffer): { rows: CopyRow[]; end: number } {
  const rows: CopyRow[] = [];
  let end = 0;
  for (;;) {
    const row = cutRow(bytes, end);
    if (row === undefined) return { rows, end };
    rows.push(row.fields);
    end = row.end;
  }
}

/** Undefined when the row is not complete, and at the mark after the last one. */
function cutRow(
  bytes: Buffer,
  start: number,
): { fields: (Buffer | null)[]; end: number } | undefined {
  if (start + 2 > bytes.length) return undefined;
  const count = bytes.readInt16BE(start);
  if (count === END_OF_ROWS) return undefined;
  const fields: (Buffer | null)[] = [];
  let at = start + 2;
  for (let index = 0; index < count; index += 1) {
    if (at + 4 > bytes.length) return undefined;
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length < 0) {
      fields.push(null);
      continue;
    }
    if (at + length > bytes.length) return undefined;
    fields.push(bytes.subarray(at, at + length));
    at += length;
  }
  return { fields, end: at };
}
