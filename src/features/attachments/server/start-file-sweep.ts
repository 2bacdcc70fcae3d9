import { setTimeout as sleep } from 'node:timers/promises';

import type { Database } from '#platform/database/open-database.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';
import type { FileStore } from '#platform/files/file-store.ts';

import { lockDigest } from './commands/attachments.ts';

export interface FileSweepOptions {
  readonly database: Database;
  readonly files: FileStore;
  readonly now: () => Date;
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
}

const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Removes stored bytes that no record refers to: of removed attachments, and of uploads that failed
 * after the bytes were kept.
 */
export function startFileSweep(options: FileSweepOptions): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = (async (): Promise<void> => {
    let suspects: ReadonlySet<string> = new Set();
    while (!signal.aborted) {
      suspects = await sweepFiles(options, suspects).catch((error: unknown) => {
        options.onError(error);
        return suspects;
      });
      await sleep(options.everyMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return loop;
    },
  };
}

/**
 * One round. A file goes when it is older than a day and was unreferred to in the round before, too: a
 * backup running since before its record went may still be on its way to it.
 * @returns the files to be looked at again.
 */
export async function sweepFiles(
  { database, files, now }: Pick<FileSweepOptions, 'database' | 'files' | 'now'>,
  suspects: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const digest of files.list()) {
    const writtenAt = await files.findWrittenAt(digest);
    const isOld = writtenAt !== undefined && now().getTime() - writtenAt.getTime() > KEPT_MS;
    if (!isOld || (await isReferred(database, digest))) continue;
    if (suspects.has(digest)) await removeUnlessReferred(database, files, digest);
    else found.add(digest);
  }
  return found;
}

function isReferred(database: Database, digest: string): Promise<boolean> {
  return inTransaction(database, SYSTEM_SCOPE, async (transaction) => {
    const row = await transaction
      .selectFrom('storedFiles')
      .select('id')
      .where('digest', '=', digest)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Under the lock of the digest: an upload of the same content may be attaching it right now. */
function removeUnlessReferred(database: Database, files: FileStore, digest: string): Promise<void> {
  return inTransaction(database, SYSTEM_SCOPE, async (transaction) => {
    await lockDigest(transaction, digest);
    const row = await transaction
      .selectFrom('storedFiles')
      .select('id')
      .where('digest', '=', digest)
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) await files.remove(digest);
  });
}
