import type { Database } from '#platform/database/open-database.ts';

import { sealAudit } from './seal-audit.ts';
import type { SealKeys, SealResult } from './seal-audit.ts';

export interface SealingOptions {
  readonly everyMs?: number;
  readonly now: () => Date;
  /**
   * Told when an entry turns up that the program did not write; each entry once, or again in the next
   * round when the telling failed.
   */
  readonly onForged?: (entryIds: readonly number[]) => Promise<void>;
  /** Told of a failed round, e.g. while the database is away; the next round tries again. */
  readonly onFailure?: (error: unknown) => void;
}

export interface Sealing {
  /** Ends after the round that is under way; nothing is left half done. */
  readonly stop: () => Promise<void>;
}

/** Long enough that the entries of a quiet hour do not each become a block with its own signature. */
const DEFAULT_EVERY_MS = 5000;

/** Seals what waits, round after round; a round starts when the one before it has ended. */
export function startSealing(database: Database, keys: SealKeys, options: SealingOptions): Sealing {
  const told = new Set<number>();
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();

  const run = async (): Promise<void> => {
    try {
      let result: SealResult;
      do {
        result = await sealAudit(database, { ...keys, now: options.now() });
        await tellForged(result.forgedIds, told, options);
      } while (result.sealedCount > 0 && !stopping.signal.aborted);
    } catch (error) {
      options.onFailure?.(error);
    }
    if (!stopping.signal.aborted) schedule();
  };
  const schedule = (): void => {
    timer = setTimeout(() => {
      round = run();
    }, options.everyMs ?? DEFAULT_EVERY_MS);
    timer.unref();
  };

  schedule();
  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await round;
    },
  };
}

async function tellForged(
  entryIds: readonly number[],
  told: Set<number>,
  { onForged }: SealingOptions,
): Promise<void> {
  const fresh = entryIds.filter((id) => !told.has(id));
  if (fresh.length > 0) await onForged?.(fresh);
  for (const id of fresh) told.add(id);
}
