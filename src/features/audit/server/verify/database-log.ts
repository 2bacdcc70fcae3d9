import type { KeyObject } from 'node:crypto';

import type { Database } from '#platform/database/open-database.ts';

import { digestBody } from '../block.ts';
import { isGenuine } from '../seal-audit.ts';
import type { LogCheck } from './log-check.ts';
import { readLog, toNumber } from './read-log.ts';
import type { LogStep } from './read-log.ts';
import type { LogSource } from './verify-log.ts';

export interface DatabaseLogKeys {
  readonly publicKey: KeyObject;
  /** Lets entries be told apart that wait for their block without having been written by the program. */
  readonly macKey?: Buffer;
}

/** The log of a live database, all of it as of one moment; nothing waits while it is read. */
export function databaseLog(database: Database, { publicKey, macKey }: DatabaseLogKeys): LogSource {
  return {
    feed: async (start) => {
      const check = start(publicKey);
      for await (const step of readLog(database, { columns: 'id, body' })) {
        feedStep(check, step, macKey);
      }
    },
  };
}

function feedStep(check: LogCheck, step: LogStep, macKey: Buffer | undefined): void {
  if ('blocks' in step) {
    for (const block of step.blocks) check.addBlock(block);
  } else if ('entries' in step) {
    for (const [id, body = null] of step.entries) {
      check.addEntry({ id: toNumber(id), digest: digestBody(body ?? ''), body });
    }
  } else {
    for (const entry of step.queued) {
      check.addQueued(entry.id, macKey === undefined ? undefined : isGenuine(entry, macKey));
    }
  }
}
