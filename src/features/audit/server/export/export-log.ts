import type { KeyObject } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

import type { Database } from '#platform/database/open-database.ts';

import { LOG_FORMAT, LOG_VERSION } from '../../rules/log-file.ts';
import type { BlockLine, EntryItem, HeaderLine, LogLine } from '../../rules/log-file.ts';
import { OPEN_NOUNS } from '../../rules/open-facts.ts';
import { digestBody } from '../block.ts';
import type { Block } from '../block.ts';
import type { CopyRow } from '../verify/copy-rows.ts';
import { readLog, toNumber } from '../verify/read-log.ts';

export interface ExportLogOptions {
  readonly publicKey: KeyObject;
  readonly now: Date;
  /** Value of `app.scope`: texts of entries of other unions are withheld, only their digests given. */
  readonly scope: string;
  /** Whether texts that may speak of business data are given. */
  readonly withBusiness: boolean;
}

/** The log as a gzipped file, made while it is read; it begins when the first byte is asked for. */
export function exportLog(database: Database, options: ExportLogOptions): Readable {
  const lines = Readable.from(writeLines(database, options));
  const packed = createGzip();
  lines.on('error', (error) => packed.destroy(error));
  packed.on('close', () => lines.destroy());
  return lines.pipe(packed);
}

async function* writeLines(database: Database, options: ExportLogOptions): AsyncGenerator<string> {
  const { publicKey, now, scope } = options;
  yield toLine({
    format: LOG_FORMAT,
    version: LOG_VERSION,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    createdAt: now.toISOString(),
  });
  let head: string | null = null;
  for await (const step of readLog(database, { columns: columnsFor(options), scope })) {
    if ('blocks' in step) {
      head = step.blocks.at(-1)?.digest.toString('hex') ?? head;
      for (const block of step.blocks) yield toLine(toBlockLine(block));
    } else if ('entries' in step) {
      yield toLine({ entries: step.entries.map(toItem) });
    } else {
      yield toLine({ queued: step.queued.map(({ id }) => id) });
    }
  }
  yield toLine({ head });
}

function toLine(value: HeaderLine | LogLine): string {
  return `${JSON.stringify(value)}\n`;
}

/** Whether the text is given is decided as the reading policy of the table decides it. */
function columnsFor({ withBusiness }: ExportLogOptions): string {
  const isVisible = `coalesce(union_id = any ((select visible_unions())::int[]), false)
    or (select count(*) > 0 and count(*) = cardinality(visible_unions()) from union_closure where depth = 0)`;
  const nouns = OPEN_NOUNS.map((noun) => `'${noun}'`).join(', ');
  const isOpen = withBusiness ? 'true' : `split_part(action, '.', 1) in (${nouns})`;
  return `id, body, (${isVisible}) and ${isOpen}`;
}

function toItem([id, body, isGiven]: CopyRow): EntryItem {
  const text = body ?? Buffer.alloc(0);
  return isGiven?.[0] === 1
    ? [toNumber(id), text.toString()]
    : [toNumber(id), null, digestBody(text)];
}

function toBlockLine({ contents, signature, digest, previousDigest, ...rest }: Block): BlockLine {
  return {
    no: rest.no,
    sealedAtMs: rest.sealedAtMs,
    previousDigest: previousDigest.toString('hex'),
    contents: contents.toString('base64'),
    digest: digest.toString('hex'),
    signature: signature.toString('base64'),
  };
}
