import { unwatchFile, watchFile } from 'node:fs';

import { loadKeyring } from './keyring.ts';
import type { Keyring } from './keyring.ts';

/** A running server knows a new key after this time at the latest, unless it is very busy. */
export const KEYS_RELOADED_WITHIN_MS = 2000;
const LOOK_EVERY_MS = 1000;

export interface LiveKeyring {
  /** Always of the key file as it is; what was made from it (ciphers, stores) goes on with the new keys. */
  readonly keyring: Keyring;
  readonly stop: () => void;
}

/**
 * A keyring that follows its file, so that keys are rotated while the server runs. A file that cannot be
 * read leaves the keys as they were. @throws those of `loadKeyring`, at the start only.
 */
export async function openLiveKeyring(
  keyFile: string,
  onFailure: (error: unknown) => void,
): Promise<LiveKeyring> {
  let current = await loadKeyring({ keyFile });
  const load = async (): Promise<void> => {
    try {
      current = await loadKeyring({ keyFile });
    } catch (error) {
      onFailure(error);
    }
  };
  const reload = (): void => void load();
  // The file is replaced, not written to: a watch on its folder's events would be no simpler.
  watchFile(keyFile, { interval: LOOK_EVERY_MS, persistent: false }, reload);
  return { keyring: follow(() => current), stop: () => unwatchFile(keyFile, reload) };
}

function follow(current: () => Keyring): Keyring {
  return {
    get activeKeyId() {
      return current().activeKeyId;
    },
    get keyIds() {
      return current().keyIds;
    },
    get checks() {
      return current().checks;
    },
    get fingerprint() {
      return current().fingerprint;
    },
    get macDigest() {
      return current().macDigest;
    },
    get auditSigningKey() {
      return current().auditSigningKey;
    },
    get auditVerifyingKey() {
      return current().auditVerifyingKey;
    },
    macKey: (purpose) => current().macKey(purpose),
    sealKey: (purpose, keyId) => current().sealKey(purpose, keyId),
  };
}
