import { hash } from 'node:crypto';

const COPY_HEADER_BYTES = 19;
const END_OF_ROWS = -1;
const LANES = 8;

export interface RowTally {
  readonly rowCount: number;
  /** Equal exactly when the same rows are there, in whatever order. */
  readonly rowDigest: string;
}

/** Counts and digests the rows of `copy … to stdout (format binary)` as its bytes come by. */
export interface RowDigest {
  readonly update: (bytes: Buffer) => void;
  readonly finish: () => RowTally;
}

/**
 * A server may keep rows in another order than they came in, so each row is digested by itself and
 * the digests are added up: unlike exclusive or, a sum sees a row that is there twice.
 */
export function createRowDigest(): RowDigest {
  const sums = new Uint32Array(LANES);
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  let isEnded = false;
  let rowCount = 0;
  const takeRows = (bytes: Buffer): number => {
    let start = 0;
    for (;;) {
      const end = findRowEnd(bytes, start);
      if (end === undefined) return start;
      if (end === END_OF_ROWS) {
        isEnded = true;
        return bytes.length;
      }
      addTo(sums, hash('sha256', bytes.subarray(start, end), 'buffer'));
      rowCount += 1;
      start = end;
    }
  };
  return {
    update: (bytes) => {
      let all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      if (!isStarted && all.length >= COPY_HEADER_BYTES) {
        all = all.subarray(COPY_HEADER_BYTES + all.readInt32BE(COPY_HEADER_BYTES - 4));
        isStarted = true;
      }
      rest = isStarted ? all.subarray(takeRows(all)) : all;
    },
    finish: () => {
      if (!isEnded) throw new RangeError('the rows are not complete');
      return { rowCount, rowDigest: Buffer.from(sums.buffer).toString('hex') };
    },
  };
}

/** Undefined when the row is not complete; -1 at the mark after the last one. */
function findRowEnd(bytes: Buffer, start: number): number | undefined {
  if (start + 2 > bytes.length) return undefined;
  const fieldCount = bytes.readInt16BE(start);
  if (fieldCount === END_OF_ROWS) return END_OF_ROWS;
  let at = start + 2;
  for (let field = 0; field < fieldCount; field += 1) {
    if (at + 4 > bytes.length) return undefined;
    // -1 stands for null, which has no bytes.
    at += 4 + Math.max(0, bytes.readInt32BE(at));
  }
  return at > bytes.length ? undefined : at;
}

function addTo(sums: Uint32Array, digest: Buffer): void {
  for (let lane = 0; lane < LANES; lane += 1) {
    sums[lane] = ((sums[lane] ?? 0) + digest.readUInt32LE(lane * 4)) >>> 0;
  }
}
