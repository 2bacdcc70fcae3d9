import { z } from 'zod';

/**
 * Lines of an exported log, each one JSON value, the whole gzipped. First the header; then blocks, each
 * with the entries that follow it, stragglers of long transactions a little later; then what waited;
 * last the end, by which a cut-off file is known.
 */
export const LOG_FORMAT = 'songnuan-audit';
export const LOG_VERSION = 1;

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

export const HeaderLine = z.object({
  format: z.literal(LOG_FORMAT),
  version: z.literal(LOG_VERSION),
  /** SPKI as PEM; a reader who trusts nobody brings the key along instead. */
  publicKey: z.string(),
  createdAt: z.string(),
});
export type HeaderLine = z.output<typeof HeaderLine>;

export const BlockLine = z.object({
  no: z.number().int(),
  sealedAtMs: z.number().int(),
  previousDigest: Digest,
  /** Base64: for each entry its id (8 bytes, big-endian) and the SHA-256 of its body. */
  contents: z.base64(),
  digest: Digest,
  signature: z.base64(),
});
export type BlockLine = z.output<typeof BlockLine>;

/** Id and body, or id and digest of a body that is withheld. */
const EntryItem = z.union([
  z.tuple([z.number().int(), z.string()]),
  z.tuple([z.number().int(), z.null(), Digest]),
]);
export type EntryItem = z.output<typeof EntryItem>;

export const EntriesLine = z.object({ entries: z.array(EntryItem) });
/** Ids of entries that no block had sealed yet. */
export const QueuedLine = z.object({ queued: z.array(z.number().int()) });
/** Digest of the last block; null without one. */
export const EndLine = z.object({ head: Digest.nullable() });
export type EndLine = z.output<typeof EndLine>;

export const LogLine = z.union([BlockLine, EntriesLine, QueuedLine, EndLine]);
export type LogLine = z.output<typeof LogLine>;
