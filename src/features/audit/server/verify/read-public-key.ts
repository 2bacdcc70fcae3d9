import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { AppError } from '#core/app-error.ts';

/** An Ed25519 key as PEM. @throws AppError invalid `audit.public_key_malformed`. */
export async function readPublicKey(path: string): Promise<KeyObject> {
  try {
    const key = createPublicKey(await readFile(path));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (cause) {
    throw new AppError('invalid', 'audit.public_key_malformed', {}, cause);
  }
  throw new AppError('invalid', 'audit.public_key_malformed');
}
