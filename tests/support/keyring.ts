import { createKeySet, writeKeyText } from '#platform/secrets/key-text.ts';
import { loadKeyring } from '#platform/secrets/keyring.ts';
import type { Keyring } from '#platform/secrets/keyring.ts';

/** Fresh keys that no file holds. */
export async function openTestKeyring(): Promise<Keyring> {
  const keysText = writeKeyText(createKeySet('aes-256-gcm'));
  return loadKeyring({ keyFile: 'none', keysText });
}
