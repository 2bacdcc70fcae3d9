import type { KeyObject } from 'node:crypto';

import type { Verification } from '../../rules/log-fault.ts';
import { createLogCheck } from './log-check.ts';
import type { LogCheck } from './log-check.ts';

/** A live database or an exported file. */
export interface LogSource {
  /** @param start called once with the key that the source itself names, before anything is fed. */
  readonly feed: (start: (ownKey: KeyObject) => LogCheck) => Promise<void>;
}

export interface VerifyOptions {
  /** The key that must have signed; without it the one the log itself names, which proves less. */
  readonly publicKey?: KeyObject | undefined;
  /** Digest of a block noted down earlier, 64 hexadecimal digits: shows that no end was cut off. */
  readonly head?: string | undefined;
}

/** Checks a whole log; what it finds wrong is its result, never an error. */
export async function verifyLog(
  source: LogSource,
  { publicKey, head }: VerifyOptions = {},
): Promise<Verification> {
  let check: LogCheck | undefined;
  await source.feed((ownKey) => {
    check = createLogCheck(publicKey ?? ownKey, head);
    return check;
  });
  if (check === undefined) throw new Error('the source did not start');
  return check.finish();
}
