import { availableParallelism } from 'node:os';

import { hash, parseOptions, verify } from '@node-rs/argon2';

import { AppError } from '#core/app-error.ts';

/** OWASP Password Storage Cheat Sheet (2023), argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const MAX_WAITING = 2000;

/**
 * Hashes passwords, a few at a time: a crowd at the door waits in line instead of taking all memory and
 * every core from those who work. @throws AppError `unavailable` `sign_in.too_busy` when the line is long.
 */
export interface PasswordHasher {
  readonly hash: (password: string) => Promise<string>;
  /** Without a stored hash it takes as long, and says no: the time must not tell which names exist. */
  readonly verify: (password: string, stored: string | null) => Promise<boolean>;
  /** Whether it was made with other parameters than today's. */
  readonly isOutdated: (stored: string) => boolean;
}

export function createPasswordHasher(atOnce = defaultAtOnce()): PasswordHasher {
  const inLine = createLine(atOnce);
  const dummy = inLine(() => hash('no password is this one', PARAMETERS));
  return {
    hash: (password) => inLine(() => hash(password, PARAMETERS)),
    verify: async (password, stored) => {
      const against = stored ?? (await dummy);
      const isSame = await inLine(() => verify(against, password));
      return isSame && stored !== null;
    },
    isOutdated: (stored) => {
      const { memoryCost, timeCost, parallelism } = parseOptions(stored);
      return (
        memoryCost !== PARAMETERS.memoryCost ||
        timeCost !== PARAMETERS.timeCost ||
        parallelism !== PARAMETERS.parallelism
      );
    },
  };
}

/** Node computes at most four at a time; one core is left to answer, if there are so many. */
function defaultAtOnce(): number {
  return Math.min(4, Math.max(2, availableParallelism() - 1));
}

type InLine = <Result>(work: () => Promise<Result>) => Promise<Result>;

function createLine(atOnce: number): InLine {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= MAX_WAITING) throw new AppError('unavailable', 'sign_in.too_busy');
      await new Promise<void>((proceed) => {
        waiting.push(proceed);
      });
    } else running += 1;
    try {
      return await work();
    } finally {
      // Whoever comes next takes this place; nobody can slip in between.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
