import { AppError } from '#core/app-error.ts';

const NEW_LINE = 0x0a;
/** Far above what an export writes; what is longer was not written by one. */
const MAX_LINE_BYTES = 256 * 2 ** 20;

/**
 * Lines that end in a line feed and in nothing else: the texts inside may hold U+2028, at which
 * `node:readline` would cut. @throws AppError `audit.file_malformed`.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, start)) {
      parts.push(chunk.subarray(start, end));
      yield Buffer.concat(parts).toString();
      parts = [];
      length = 0;
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > MAX_LINE_BYTES) throw new AppError('invalid', 'audit.file_malformed');
  }
  if (length > 0) throw new AppError('invalid', 'audit.file_malformed');
}
