import { createHash, hash, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A sealed block as it is stored. */
export interface Block {
  /** Counts from 1 without a gap. */
  readonly no: number;
  readonly sealedAtMs: number;
  /** 32 bytes; zeros for the first block. */
  readonly previousDigest: Buffer;
  /** `ITEM_BYTES` for each entry. */
  readonly contents: Buffer;
  readonly digest: Buffer;
  readonly signature: Buffer;
}

/** Id (8 bytes, big-endian) and SHA-256 of the body. */
export const ITEM_BYTES = 40;
export const FIRST_PREVIOUS_DIGEST: Buffer = Buffer.alloc(32);

/** SHA-256 of a text in 64 hexadecimal digits: as text it costs half of what a buffer does. */
export function digestBody(body: string | Buffer): string {
  return hash('sha256', body, 'hex');
}

export interface BlockItem {
  readonly id: number;
  readonly digest: string;
}

export function toContents(items: readonly BlockItem[]): Buffer {
  const contents = Buffer.alloc(items.length * ITEM_BYTES);
  for (const [index, { id, digest }] of items.entries()) {
    contents.writeBigUInt64BE(BigInt(id), index * ITEM_BYTES);
    contents.write(digest, index * ITEM_BYTES + 8, 'hex');
  }
  return contents;
}

export function readId(contents: Buffer, offset: number): number {
  return contents.readUInt32BE(offset) * 2 ** 32 + contents.readUInt32BE(offset + 4);
}

/** Seals what stands in `contents` and the block before it. */
export function makeBlock(
  fields: Omit<Block, 'digest' | 'signature'>,
  signingKey: KeyObject,
): Block {
  const digest = digestBlock(fields);
  return { ...fields, digest, signature: sign(null, digest, signingKey) };
}

export function digestBlock(fields: Omit<Block, 'digest' | 'signature'>): Buffer {
  const numbers = Buffer.alloc(16);
  numbers.writeBigInt64BE(BigInt(fields.no));
  numbers.writeBigInt64BE(BigInt(fields.sealedAtMs), 8);
  return createHash('sha256')
    .update(numbers)
    .update(fields.previousDigest)
    .update(fields.contents)
    .digest();
}

export function isSignedBy(block: Block, publicKey: KeyObject): boolean {
  return verify(null, block.digest, publicKey, block.signature);
}
