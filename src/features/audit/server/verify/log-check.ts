import { createHash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { EntryTrace, LogFault, LogHead, Verification } from '../../rules/log-fault.ts';
import type { Block } from '../block.ts';
import { digestBlock, FIRST_PREVIOUS_DIGEST, isSignedBy, ITEM_BYTES, readId } from '../block.ts';
import { traceOf } from './entry-trace.ts';

/** An entry as the log gives it; the body is null where an export withholds it. */
export interface CheckedEntry {
  readonly id: number;
  readonly digest: string;
  readonly body: Buffer | string | null;
}

/**
 * Fed with blocks in their order and entries by rising id, in whatever steps the source reads them.
 * Both sides are merged as they come, and only what has met one side is held: an entry of a
 * transaction that ran long stands in a later block than its id suggests.
 */
export interface LogCheck {
  /** What comes after a wrong block proves nothing, and is counted only. */
  readonly addBlock: (block: Block) => void;
  readonly addEntry: (entry: CheckedEntry) => void;
  /** An entry that waits for its block. @param isGenuine undefined when its mac cannot be judged. */
  readonly addQueued: (id: number, isGenuine: boolean | undefined) => void;
  /** The digest that the log itself gives for its last block. */
  readonly claimHead: (digest: string | null) => void;
  /** When everything has been fed. */
  readonly finish: () => Verification;
}

/** A place in a block: an entry that it names. */
interface Item {
  readonly id: number;
  readonly block: Block;
  readonly offset: number;
}

/** The text itself is let go: it would hold on to the whole chunk it was read in. */
interface Unnamed {
  readonly digest: string;
  readonly trace: EntryTrace;
}

interface State {
  readonly publicKey: KeyObject;
  readonly keptHead: string | undefined;
  /** Sound blocks whose items are still to be merged; the next item is that of the first one. */
  readonly open: Block[];
  nextItem: Item | undefined;
  /** Named by a block, and passed without having been met. */
  readonly missed: Map<number, Item>;
  /** Met, but not named by a block yet. */
  readonly unnamed: Map<number, Unnamed>;
  readonly queued: Set<number>;
  entryCount: number;
  blockCount: number;
  withheldCount: number;
  isHeadSeen: boolean;
  head: LogHead | null;
  lastDigest: Buffer;
  claimedHead: string | null;
  blockFault: LogFault | undefined;
  entryFault: (LogFault & EntryTrace) | undefined;
}

/** @param keptHead digest of a block that was noted down earlier, in hexadecimal digits. */
export function createLogCheck(publicKey: KeyObject, keptHead?: string): LogCheck {
  const state: State = {
    publicKey,
    keptHead: keptHead?.toLowerCase(),
    open: [],
    nextItem: undefined,
    missed: new Map(),
    unnamed: new Map(),
    queued: new Set(),
    entryCount: 0,
    blockCount: 0,
    withheldCount: 0,
    isHeadSeen: keptHead === undefined,
    head: null,
    lastDigest: FIRST_PREVIOUS_DIGEST,
    claimedHead: null,
    blockFault: undefined,
    entryFault: undefined,
  };
  return {
    addBlock: (block) => addBlock(state, block),
    addEntry: (entry) => addEntry(state, entry),
    addQueued: (id, isGenuine) => addQueued(state, id, isGenuine),
    claimHead: (digest) => {
      state.claimedHead = digest;
    },
    finish: () => finish(state),
  };
}

function addBlock(state: State, block: Block): void {
  state.blockCount += 1;
  state.blockFault ??= judgeBlock(state, block);
  if (state.blockFault !== undefined) return;
  const digest = block.digest.toString('hex');
  state.lastDigest = block.digest;
  state.head = { blockNo: block.no, digest, sealedAtMs: block.sealedAtMs };
  if (digest === state.keptHead) state.isHeadSeen = true;
  state.open.push(block);
  state.nextItem ??= firstItem(state);
}

function firstItem({ open }: State): Item | undefined {
  const block = open[0];
  return block === undefined ? undefined : itemAt(block, 0);
}

function itemAt(block: Block, offset: number): Item {
  return { id: readId(block.contents, offset), block, offset };
}

function goOn(state: State, { block, offset }: Item): void {
  const next = offset + ITEM_BYTES;
  if (next < block.contents.length) {
    state.nextItem = itemAt(block, next);
    return;
  }
  state.open.shift();
  state.nextItem = firstItem(state);
}

function judgeBlock(state: State, block: Block): LogFault | undefined {
  const due = (state.head?.blockNo ?? 0) + 1;
  if (block.no !== due) return { kind: 'block_missing', blockNo: due };
  if (!digestBlock(block).equals(block.digest) || block.contents.length % ITEM_BYTES !== 0) {
    return { kind: 'block_changed', blockNo: block.no };
  }
  if (!isSignedBy(block, state.publicKey)) return { kind: 'block_unsigned', blockNo: block.no };
  if (!block.previousDigest.equals(state.lastDigest)) {
    return { kind: 'block_unlinked', blockNo: block.no };
  }
  return undefined;
}

function addEntry(state: State, entry: CheckedEntry): void {
  state.entryCount += 1;
  if (entry.body === null) state.withheldCount += 1;
  passItemsBelow(state, entry.id);
  const { nextItem } = state;
  if (nextItem?.id === entry.id) {
    goOn(state, nextItem);
    compare(state, entry, nextItem);
    return;
  }
  const missed = state.missed.get(entry.id);
  if (missed !== undefined) {
    state.missed.delete(entry.id);
    compare(state, entry, missed);
    return;
  }
  // After a wrong block there is nothing left that could name it.
  if (state.blockFault === undefined) {
    state.unnamed.set(entry.id, { digest: entry.digest, trace: traceOf(entry) });
  }
}

function passItemsBelow(state: State, id: number): void {
  for (let item = state.nextItem; item !== undefined && item.id < id; item = state.nextItem) {
    goOn(state, item);
    const early = state.unnamed.get(item.id);
    if (early === undefined) {
      state.missed.set(item.id, item);
      continue;
    }
    state.unnamed.delete(item.id);
    if (sealedDigest(item) === early.digest) continue;
    note(state, { kind: 'entry_changed', blockNo: item.block.no, ...early.trace });
  }
}

function compare(state: State, entry: CheckedEntry, item: Item): void {
  if (sealedDigest(item) === entry.digest) return;
  note(state, { kind: 'entry_changed', blockNo: item.block.no, ...traceOf(entry) });
}

function sealedDigest({ block, offset }: Item): string {
  return block.contents.toString('hex', offset + 8, offset + ITEM_BYTES);
}

function addQueued(state: State, id: number, isGenuine: boolean | undefined): void {
  state.queued.add(id);
  const entry = state.unnamed.get(id);
  if (isGenuine !== false || entry === undefined) return;
  note(state, { kind: 'entry_forged', ...entry.trace });
}

/** Keeps the fault of the lowest id. */
function note(state: State, fault: LogFault & EntryTrace): void {
  if (state.entryFault === undefined || fault.entryId < state.entryFault.entryId) {
    state.entryFault = fault;
  }
}

function finish(state: State): Verification {
  passItemsBelow(state, Infinity);
  for (const [entryId, { block }] of state.missed) {
    note(state, { kind: 'entry_removed', blockNo: block.no, entryId, atMs: null, action: null });
  }
  // After a wrong block it is unknown which entries the blocks would have named.
  if (state.blockFault === undefined) {
    for (const [id, { trace }] of state.unnamed) {
      if (!state.queued.has(id)) note(state, { kind: 'entry_unsealed', ...trace });
    }
  }
  const fault = firstFault(state);
  return {
    ok: fault === undefined,
    entryCount: state.entryCount,
    blockCount: state.blockCount,
    queuedCount: state.queued.size,
    withheldCount: state.withheldCount,
    keyFingerprint: fingerprintOf(state.publicKey),
    head: state.head,
    ...(fault === undefined ? {} : { fault }),
  };
}

/** Entries come first: those judged at all stand in sound blocks, before the first wrong one. */
function firstFault(state: State): LogFault | undefined {
  if (state.entryFault !== undefined) return state.entryFault;
  if (state.blockFault !== undefined) return state.blockFault;
  const { keptHead, claimedHead, head } = state;
  if (!state.isHeadSeen && keptHead !== undefined)
    return { kind: 'head_missing', digest: keptHead };
  if (claimedHead === null || claimedHead === head?.digest) return undefined;
  return { kind: 'head_missing', digest: claimedHead };
}

export function fingerprintOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
