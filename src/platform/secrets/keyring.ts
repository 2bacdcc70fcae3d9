import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

import { AppError } from '#core/app-error.ts';

import { readKeyFile } from './key-file.ts';
import { deriveKey, digestOf, parseKeyText, type KeyMaterial, type KeySet } from './key-text.ts';
import { SEAL_KEY_BYTES, type SealKey } from './sealed-bytes.ts';

/** What is encrypted under data keys, which are rotated. */
export type SealPurpose = 'field' | 'file' | 'backup';

/** What must give the same answer for ever, and so hangs on the root key. */
export type MacPurpose = 'blind-index' | 'audit' | 'file-names';

/** Everything secret that the product uses, each key derived for one purpose. */
export interface Keyring {
  readonly activeKeyId: string;
  /** All that can be read, the oldest first. */
  readonly keyIds: readonly string[];
  /** One `<key id>=<check value>` a key, the root first; not secret. */
  readonly checks: readonly string[];
  /** SHA-256 of `checks`; changes with a rotation. */
  readonly fingerprint: string;
  /** `sm3` when the key file was made for the SM algorithms, whatever keys were added since. */
  readonly macDigest: 'sha256' | 'sm3';
  readonly auditSigningKey: KeyObject;
  /** The Ed25519 public half, which may be given to anyone. */
  readonly auditVerifyingKey: KeyObject;
  /** 32 bytes. */
  macKey(purpose: MacPurpose): Buffer;
  /** @param keyId the active key when left out. @throws AppError `secrets.unknown_key`. */
  sealKey(purpose: SealPurpose, keyId?: string): SealKey;
}

/**
 * @param keysText the content of a key file, from the environment; then no file is read.
 * @throws AppError unavailable, code `secrets.key_file_…` or `secrets.algorithm_missing`.
 */
export async function loadKeyring(options: {
  readonly keyFile: string;
  readonly keysText?: string | undefined;
}): Promise<Keyring> {
  if (options.keysText !== undefined) {
    return toKeyring(parseKeyText(options.keysText, 'environment'));
  }
  return toKeyring(parseKeyText(await readKeyFile(options.keyFile), options.keyFile));
}

/**
 * @param recorded the `checks` of the keyring a database was last written with.
 * @throws AppError `secrets.keyring_mismatch` when the keyring lacks one of them, and with it the
 *   means to read some of the data. Keys that were added since are no hindrance.
 */
export function assertKeyringMatches(keyring: Keyring, recorded: readonly string[]): void {
  const present = new Set(keyring.checks);
  const missing = recorded.filter((check) => !present.has(check));
  if (missing.length === 0) return;
  const keyIds = missing.map((check) => check.split('=')[0] ?? check).join(', ');
  throw new AppError('unavailable', 'secrets.keyring_mismatch', { keyIds });
}

function toKeyring(keys: KeySet): Keyring {
  const byId = new Map(keys.dataKeys.map((key) => [key.id, key]));
  const sealKeys = new Map<string, SealKey>();
  const checks = [keys.root, ...keys.dataKeys].map((key) => `${key.id}=${key.check}`);
  const auditSigningKey = toSigningKey(deriveKey(keys.root, 'audit-signing', 32));
  return {
    activeKeyId: keys.activeId,
    keyIds: [...byId.keys()],
    checks,
    fingerprint: createHash('sha256').update(checks.join('\n')).digest('hex'),
    macDigest: digestOf(keys.root.algorithm),
    auditSigningKey,
    auditVerifyingKey: createPublicKey(auditSigningKey),
    macKey: (purpose) => deriveKey(keys.root, `mac/${purpose}`, 32),
    sealKey: (purpose, keyId = keys.activeId) => {
      const name = `${purpose}/${keyId}`;
      const known = sealKeys.get(name) ?? toSealKey(byId.get(keyId), purpose, keyId);
      sealKeys.set(name, known);
      return known;
    },
  };
}

function toSealKey(key: KeyMaterial | undefined, purpose: SealPurpose, keyId: string): SealKey {
  if (key === undefined) throw new AppError('unavailable', 'secrets.unknown_key', { keyId });
  const material = deriveKey(key, `seal/${purpose}`, SEAL_KEY_BYTES[key.algorithm]);
  return { keyId, algorithm: key.algorithm, material };
}

/** Node takes an Ed25519 seed only inside its PKCS #8 frame (RFC 8410). */
function toSigningKey(seed: Buffer): KeyObject {
  const frame = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([frame, seed]), format: 'der', type: 'pkcs8' });
}
