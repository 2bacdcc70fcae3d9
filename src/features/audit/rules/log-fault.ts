import { z } from 'zod';

/** An entry as far as it can still be read. */
const EntryTrace = z.object({
  entryId: z.number().int(),
  /** Null when the entry is gone or its text cannot be read. */
  atMs: z.number().nullable(),
  action: z.string().nullable(),
});
export type EntryTrace = z.output<typeof EntryTrace>;

const BlockTrace = z.object({ blockNo: z.number().int() });

/**
 * The first thing that is wrong with a log.
 *
 * `entry_changed`, `entry_removed`: its block names it otherwise, or at all.
 * `entry_unsealed`: in no block and not waiting for one: added past the program, or its block is gone.
 * `entry_forged`: waits for a block, but carries no right mac.
 * `block_missing`: a number is skipped. `block_unlinked`: does not follow from the block before.
 * `block_changed`: its digest is not that of its fields. `block_unsigned`: not signed by the key.
 * `head_missing`: no block has the digest that was noted down: the end was cut off or it is another log.
 */
export const LogFault = z.discriminatedUnion('kind', [
  EntryTrace.extend({ kind: z.literal('entry_changed'), blockNo: z.number().int() }),
  EntryTrace.extend({ kind: z.literal('entry_removed'), blockNo: z.number().int() }),
  EntryTrace.extend({ kind: z.literal('entry_unsealed') }),
  EntryTrace.extend({ kind: z.literal('entry_forged') }),
  BlockTrace.extend({ kind: z.literal('block_missing') }),
  BlockTrace.extend({ kind: z.literal('block_unlinked') }),
  BlockTrace.extend({ kind: z.literal('block_changed') }),
  BlockTrace.extend({ kind: z.literal('block_unsigned') }),
  z.object({ kind: z.literal('head_missing'), digest: z.string() }),
]);
export type LogFault = z.output<typeof LogFault>;

/** The end of the chain: what to note down, because only it shows that an end was cut off. */
export const LogHead = z.object({
  blockNo: z.number().int(),
  /** 64 hexadecimal digits. */
  digest: z.string(),
  sealedAtMs: z.number(),
});
export type LogHead = z.output<typeof LogHead>;

export const Verification = z.object({
  ok: z.boolean(),
  /** Entries read, sealed or not. */
  entryCount: z.number().int(),
  blockCount: z.number().int(),
  /** Entries that wait for their block; nothing vouches for them yet. */
  queuedCount: z.number().int(),
  /** Entries whose text the exported file leaves out; known by their digest only. */
  withheldCount: z.number().int(),
  /** SHA-256 of the public key the signatures were checked with; 64 hexadecimal digits. */
  keyFingerprint: z.string(),
  /** Null for a log without blocks. */
  head: LogHead.nullable(),
  fault: LogFault.optional(),
});
export type Verification = z.output<typeof Verification>;
