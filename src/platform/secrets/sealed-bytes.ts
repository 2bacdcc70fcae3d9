import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  getCiphers,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

import { AppError } from '#core/app-error.ts';

/**
 * `sm4-ctr-hmac-sm3` encrypts, then authenticates, with two keys: OpenSSL offers no SM4-GCM.
 */
export const SEAL_ALGORITHMS = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const;
export type SealAlgorithm = (typeof SEAL_ALGORITHMS)[number];

/** Key material for one purpose under one data key; the length is that of `SEAL_KEY_BYTES`. */
export interface SealKey {
  readonly keyId: string;
  readonly algorithm: SealAlgorithm;
  readonly material: Buffer;
}

/** SM4 takes the first 16 bytes, HMAC-SM3 the other 32. */
export const SEAL_KEY_BYTES: Readonly<Record<SealAlgorithm, number>> = {
  'aes-256-gcm': 32,
  'sm4-ctr-hmac-sm3': 48,
};

const GCM_NONCE_BYTES = 12;
const GCM_TAG_BYTES = 16;
const SM4_NONCE_BYTES = 16;
const SM4_KEY_BYTES = 16;
const SM3_BYTES = 32;

export function isSealAlgorithmAvailable(algorithm: SealAlgorithm): boolean {
  const cipher = algorithm === 'aes-256-gcm' ? algorithm : 'sm4-ctr';
  return getCiphers().includes(cipher);
}

/** Length that sealing adds. */
export function sealOverheadBytes(algorithm: SealAlgorithm): number {
  return algorithm === 'aes-256-gcm'
    ? GCM_NONCE_BYTES + GCM_TAG_BYTES
    : SM4_NONCE_BYTES + SM3_BYTES;
}

/** @returns nonce, ciphertext and tag in a row. The nonce is drawn anew for each call. */
export function seal(key: SealKey, plain: Uint8Array, associated: string): Buffer {
  return key.algorithm === 'aes-256-gcm'
    ? sealGcm(key.material, plain, associated)
    : sealSm4(key.material, plain, associated);
}

/** @throws AppError `secrets.unreadable` when key, bytes or associated text are not those of sealing. */
export function unseal(key: SealKey, sealed: Buffer, associated: string): Buffer {
  if (sealed.length < sealOverheadBytes(key.algorithm)) throw unreadable();
  return key.algorithm === 'aes-256-gcm'
    ? unsealGcm(key.material, sealed, associated)
    : unsealSm4(key.material, sealed, associated);
}

export function unreadable(cause?: unknown): AppError {
  return new AppError('unavailable', 'secrets.unreadable', {}, cause);
}

/** Random bytes are drawn some hundred nonces at a time: asking for each costs more than sealing. */
const POOL_BYTES = 4096;
let pool = Buffer.alloc(0);

/** No two calls get the same bytes of the pool. */
function drawNonce(length: number): Buffer {
  if (pool.length < length) pool = randomBytes(POOL_BYTES);
  const nonce = pool.subarray(0, length);
  pool = pool.subarray(length);
  return nonce;
}

function sealGcm(material: Buffer, plain: Uint8Array, associated: string): Buffer {
  const nonce = drawNonce(GCM_NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', material, nonce);
  cipher.setAAD(Buffer.from(associated));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function unsealGcm(material: Buffer, sealed: Buffer, associated: string): Buffer {
  const nonce = sealed.subarray(0, GCM_NONCE_BYTES);
  const body = sealed.subarray(GCM_NONCE_BYTES, -GCM_TAG_BYTES);
  // The length is fixed here, or a shortened tag would be accepted and be easier to guess.
  const options = { authTagLength: GCM_TAG_BYTES };
  const decipher = createDecipheriv('aes-256-gcm', material, nonce, options);
  decipher.setAAD(Buffer.from(associated));
  decipher.setAuthTag(sealed.subarray(-GCM_TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch (cause) {
    throw unreadable(cause);
  }
}

function sealSm4(material: Buffer, plain: Uint8Array, associated: string): Buffer {
  const nonce = drawNonce(SM4_NONCE_BYTES);
  const cipher = createCipheriv('sm4-ctr', material.subarray(0, SM4_KEY_BYTES), nonce);
  const body = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
  return Buffer.concat([body, sm3Tag(material, body, associated)]);
}

function unsealSm4(material: Buffer, sealed: Buffer, associated: string): Buffer {
  const body = sealed.subarray(0, -SM3_BYTES);
  const tag = sm3Tag(material, body, associated);
  if (!timingSafeEqual(tag, sealed.subarray(-SM3_BYTES))) throw unreadable();
  const nonce = body.subarray(0, SM4_NONCE_BYTES);
  const decipher = createDecipheriv('sm4-ctr', material.subarray(0, SM4_KEY_BYTES), nonce);
  return Buffer.concat([decipher.update(body.subarray(SM4_NONCE_BYTES)), decipher.final()]);
}

/** The length in front keeps the associated text and the body apart. */
function sm3Tag(material: Buffer, body: Buffer, associated: string): Buffer {
  const text = Buffer.from(associated);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(text.length));
  const mac = createHmac('sm3', material.subarray(SM4_KEY_BYTES));
  return mac.update(length).update(text).update(body).digest();
}
