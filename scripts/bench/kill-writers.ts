import { setTimeout as sleep } from 'node:timers/promises';

import { CSRF_HEADER, IDEMPOTENCY_HEADER, SESSION_COOKIE } from '#platform/http/session.ts';

import type { KillStage } from './kill-stage.ts';

export interface Writers {
  /** Names of the writes that were answered with 200. */
  readonly acknowledged: ReadonlySet<string>;
  /** Answers other than 200 and 503, which no interruption explains. */
  readonly strange: readonly string[];
  /** How many times a write had to be sent again. */
  readonly countRepeats: () => number;
  /** Resolves once every write that was begun is answered with 200. */
  readonly stop: () => Promise<void>;
}

const WRITERS = 4;
const FIRST_YEAR = 1949;
const YEARS = 70;
const ANSWER_MS = 10_000;
const PAUSE_MS = 20;
const REPEAT_PAUSE_MS = 100;

/**
 * Keeps writing over HTTP, each write to a row of its own and under a key of its own. A write without
 * an answer is sent again under its key until there is one, as the page does.
 */
export function startWriters(url: string, stage: KillStage): Writers {
  const acknowledged = new Set<string>();
  const strange: string[] = [];
  const stopping = new AbortController();
  let [next, repeats] = [0, 0];
  const write = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const serial = next++;
      const name = `kill-${serial}-write`;
      for (let tries = 0; ; tries++) {
        const status = await send(url, stage, { serial, name });
        if (status === 200) break;
        if (status !== undefined && status !== 503) strange.push(`${name}: ${status}`);
        repeats += 1;
        await sleep(REPEAT_PAUSE_MS);
      }
      acknowledged.add(name);
      await sleep(Math.random() * PAUSE_MS);
    }
  };
  const writing = Promise.all(Array.from({ length: WRITERS }, write));
  return {
    acknowledged,
    strange,
    countRepeats: () => repeats,
    stop: async () => {
      stopping.abort();
      await writing;
    },
  };
}

interface Write {
  readonly serial: number;
  readonly name: string;
}

/** The status, or undefined when the line broke. */
async function send(
  url: string,
  { cookie, csrfToken, unionIds }: KillStage,
  { serial, name }: Write,
): Promise<number | undefined> {
  const unionId = unionIds[serial % unionIds.length];
  const year = FIRST_YEAR + (Math.floor(serial / unionIds.length) % YEARS);
  try {
    const reply = await fetch(`${url}api/unions/${unionId}/memberships/${year}`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        cookie: `${SESSION_COOKIE}=${cookie}`,
        [CSRF_HEADER]: csrfToken,
        [IDEMPOTENCY_HEADER]: name,
        // Limits of requests a minute are counted by it.
        'x-forwarded-for': `10.1.${(serial >> 8) & 255}.${serial & 255}`,
      },
      body: JSON.stringify({ memberCount: serial, workerCount: null, source: name }),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await reply.text();
    return reply.status;
  } catch {
    return undefined;
  }
}
