import { hkdfSync, randomBytes } from 'node:crypto';

import { z } from 'zod';

import { AppError } from '#core/app-error.ts';

import { isSealAlgorithmAvailable, SEAL_ALGORITHMS, type SealAlgorithm } from './sealed-bytes.ts';

const MATERIAL_BYTES = 32;

const StoredKey = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
  algorithm: z.enum(SEAL_ALGORITHMS),
  /** 32 random bytes in base64. */
  material: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  /** Finds a key that was typed or cut wrongly. */
  check: z.string(),
});
type StoredKey = z.infer<typeof StoredKey>;

const StoredKeys = z.strictObject({
  format: z.literal('songnuan-keys-1'),
  /** Never replaced: what is derived from it must give the same answer for ever. */
  root: StoredKey,
  /** Id of the data key that new values are written with. */
  active: z.string(),
  dataKeys: z.array(StoredKey).min(1),
});
type StoredKeys = z.infer<typeof StoredKeys>;

export interface KeyMaterial {
  readonly id: string;
  readonly algorithm: SealAlgorithm;
  readonly material: Buffer;
  /** 16 hexadecimal digits that tell keys apart and reveal nothing of them. */
  readonly check: string;
}

export interface KeySet {
  readonly root: KeyMaterial;
  readonly activeId: string;
  /** In the order they were made. */
  readonly dataKeys: readonly KeyMaterial[];
}

/** @param source where the text is from, for the message; the text itself must not get into one. */
export function parseKeyText(text: string, source: string): KeySet {
  const stored = StoredKeys.safeParse(parseJson(text, source));
  if (!stored.success) throw damaged(source);
  const root = toMaterial(stored.data.root, source);
  const dataKeys = stored.data.dataKeys.map((key) => toMaterial(key, source));
  const ids = new Set(dataKeys.map((key) => key.id));
  if (ids.size !== dataKeys.length || !ids.has(stored.data.active)) throw damaged(source);
  return { root, activeId: stored.data.active, dataKeys };
}

export function writeKeyText(keys: KeySet): string {
  const stored: StoredKeys = {
    format: 'songnuan-keys-1',
    root: toStored(keys.root),
    active: keys.activeId,
    dataKeys: keys.dataKeys.map(toStored),
  };
  return `${JSON.stringify(stored, null, 2)}\n`;
}

export function createKeySet(algorithm: SealAlgorithm): KeySet {
  const first = createMaterial('k1', algorithm);
  return { root: createMaterial('root', algorithm), activeId: first.id, dataKeys: [first] };
}

/** Adds a data key and makes it the active one; the others stay for reading. */
export function addDataKey(keys: KeySet, algorithm?: SealAlgorithm): KeySet {
  const active = keys.dataKeys.find((key) => key.id === keys.activeId);
  const chosen = algorithm ?? active?.algorithm ?? keys.root.algorithm;
  const added = createMaterial(`k${keys.dataKeys.length + 1}`, chosen);
  return { ...keys, activeId: added.id, dataKeys: [...keys.dataKeys, added] };
}

export function digestOf(algorithm: SealAlgorithm): 'sha256' | 'sm3' {
  return algorithm === 'aes-256-gcm' ? 'sha256' : 'sm3';
}

/** One key for one purpose: keys of different purposes tell nothing about one another. */
export function deriveKey(key: KeyMaterial, purpose: string, byteLength: number): Buffer {
  return hkdf(key.algorithm, key.material, purpose, byteLength);
}

function createMaterial(name: string, algorithm: SealAlgorithm): KeyMaterial {
  assertAvailable(algorithm);
  const material = randomBytes(MATERIAL_BYTES);
  // The random end keeps keys of two key files apart that were both the first.
  const id = `${name}-${randomBytes(4).toString('hex')}`;
  return { id, algorithm, material, check: checkValue(id, algorithm, material) };
}

function toMaterial(stored: StoredKey, source: string): KeyMaterial {
  assertAvailable(stored.algorithm);
  const { id, algorithm, check } = stored;
  const material = Buffer.from(stored.material, 'base64');
  if (checkValue(id, algorithm, material) !== check) throw damaged(source);
  return { id, algorithm, material, check };
}

function toStored(key: KeyMaterial): StoredKey {
  return { ...key, material: key.material.toString('base64') };
}

function checkValue(id: string, algorithm: SealAlgorithm, material: Buffer): string {
  return hkdf(algorithm, material, `check/${id}/${algorithm}`, 8).toString('hex');
}

function hkdf(algorithm: SealAlgorithm, material: Buffer, purpose: string, length: number): Buffer {
  const info = `songnuan/1/${purpose}`;
  return Buffer.from(hkdfSync(digestOf(algorithm), material, '', info, length));
}

function assertAvailable(algorithm: SealAlgorithm): void {
  if (isSealAlgorithmAvailable(algorithm)) return;
  throw new AppError('unavailable', 'secrets.algorithm_missing', { algorithm });
}

/** The parser's own message quotes the text, that is, a key: it is dropped. */
function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(source);
  }
}

function damaged(source: string): AppError {
  return new AppError('unavailable', 'secrets.key_file_damaged', { source });
}
