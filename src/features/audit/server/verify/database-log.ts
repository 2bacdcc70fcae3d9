import type { KeyObject } from 'node:crypto';

import type { Database } from '#platform/database/open-database.ts';

import { digestBody } from '../block.ts';
import { isGenuine } from '../seal-audit.ts';
import type { LogCheck } from './log-check.ts';
import { readLog, toNumber } from './read-log.ts';
import type { LogReader } from './read-log.ts';
import type { LogSource } from './verify-log.ts';

export interface DatabaseLogKeys {
  readonly publicKey: KeyObject;
  /** Lets entries be told apart that wait for their block without having been written by the program. */
  readonly macKey?: Buffer;
}

/** The log of a live database, all of it as of one moment; nothing waits while it is read. */
export function databaseLog(database: Database, { publicKey, macKey }: DatabaseLogKeys): LogSource {
  return {
    feed: (start) =>
      readLog(database, 'id, body', async (reader) => {
        const check = start(publicKey);
        await reader.readAll({
          onBlocks: (blocks) => blocks.forEach((block) => check.addBlock(block)),
          onEntries: (rows) => {
            for (const [id, body] of rows) feedEntry(check, toNumber(id), body ?? null);
          },
        });
        await feedQueue(check, reader, macKey);
      }),
  };
}

function feedEntry(check: LogCheck, id: number, body: Buffer | null): void {
  check.addEntry({ id, digest: body === null ? '' : digestBody(body), body });
}

const QUEUE_PAGE = 5000;

interface Queued {
  readonly id: number;
  readonly body: string;
  readonly mac: Buffer;
}

async function feedQueue(
  check: LogCheck,
  reader: LogReader,
  macKey: Buffer | undefined,
): Promise<void> {
  let lastId = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const { rows } = await reader.query<Queued>(
      `select q.entry_id as id, coalesce(e.body, '') as body, coalesce(e.mac, '') as mac
       from audit_queue q left join audit_entries e on e.id = q.entry_id
       where q.entry_id > $1 order by q.entry_id limit $2`,
      [lastId, QUEUE_PAGE],
    );
    for (const row of rows) {
      check.addQueued(row.id, macKey === undefined ? undefined : isGenuine(row, macKey));
    }
    if (rows.length < QUEUE_PAGE) return;
    lastId = rows.at(-1)?.id ?? lastId;
  }
}
