import { damagedBackup } from './backup-format.ts';

/** Takes exact numbers of bytes from a stream, holding no more of it than that. */
export interface ByteReader {
  /** Undefined at the end of the stream. @throws AppError `backup.damaged` when it ends half way. */
  take(byteLength: number): Promise<Buffer | undefined>;
}

export function createByteReader(source: AsyncIterable<Buffer>): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let heldBytes = 0;
  return {
    take: async (byteLength) => {
      while (heldBytes < byteLength) {
        const next = await chunks.next();
        if (next.done === true) break;
        held.push(next.value);
        heldBytes += next.value.length;
      }
      if (heldBytes === 0 && byteLength > 0) return undefined;
      if (heldBytes < byteLength) throw damagedBackup();
      const [first] = held;
      const all = first !== undefined && held.length === 1 ? first : Buffer.concat(held);
      held = [all.subarray(byteLength)];
      heldBytes = all.length - byteLength;
      return all.subarray(0, byteLength);
    },
  };
}
