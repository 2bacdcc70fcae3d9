import { generateKeyPairSync } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Verification } from '../../rules/log-fault.ts';
import { digestBody, FIRST_PREVIOUS_DIGEST, makeBlock, toContents } from '../block.ts';
import type { Block } from '../block.ts';
import { createLogCheck } from './log-check.ts';
import type { CheckedEntry } from './log-check.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

function anEntry(id: number, text = `{"action":"entry.${id}"}`): CheckedEntry {
  return { id, body: text, digest: digestBody(text) };
}

/** One block for each list of ids. */
function chain(lists: readonly (readonly number[])[]): Block[] {
  const blocks: Block[] = [];
  for (const ids of lists) {
    const previousDigest = blocks.at(-1)?.digest ?? FIRST_PREVIOUS_DIGEST;
    const contents = toContents(ids.map((id) => anEntry(id)));
    blocks.push(
      makeBlock({ no: blocks.length + 1, sealedAtMs: 1, previousDigest, contents }, privateKey),
    );
  }
  return blocks;
}

interface Log {
  readonly blocks: readonly Block[];
  /** Highest id of each block, up to which its entries are read. */
  readonly highest: readonly number[];
  readonly entries: readonly CheckedEntry[];
  /** Blocks in one step. */
  readonly stride: number;
}

function verify({ blocks, highest, entries, stride }: Log): Verification {
  const check = createLogCheck(publicKey);
  let next = 0;
  for (let start = 0; start < blocks.length; start += stride) {
    for (const block of blocks.slice(start, start + stride)) check.addBlock(block);
    const frontier = Math.max(...highest.slice(0, start + stride));
    for (; (entries[next]?.id ?? Infinity) <= frontier; next += 1) {
      const entry = entries[next];
      if (entry !== undefined) check.addEntry(entry);
    }
  }
  for (const entry of entries.slice(next)) check.addEntry(entry);
  return check.finish();
}

/** Entries in blocks of any size, each some blocks later than its id would have it. */
const logs = fc
  .array(
    fc.record({ gap: fc.integer({ min: 1, max: 3 }), block: fc.integer({ min: 0, max: 3 }) }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((steps) => {
    let id = 0;
    const lists = new Map<number, number[]>();
    for (const [index, { gap, block }] of steps.entries()) {
      id += gap;
      const no = Math.floor(index / 5) + block;
      lists.set(no, [...(lists.get(no) ?? []), id]);
    }
    const filled = [...lists].toSorted(([left], [right]) => left - right).map(([, ids]) => ids);
    const entries = filled
      .flat()
      .toSorted((left, right) => left - right)
      .map((each) => anEntry(each));
    return { blocks: chain(filled), highest: filled.map((ids) => Math.max(...ids)), entries };
  });

const strides = fc.integer({ min: 1, max: 4 });

describe('the check of a log', () => {
  test('finds a sound one whole, in whatever steps it is read', () => {
    fc.assert(
      fc.property(logs, strides, (log, stride) => {
        const result = verify({ ...log, stride });
        expect(result).toMatchObject({ ok: true, entryCount: log.entries.length });
      }),
    );
  });

  test('names the entry of the lowest id among those changed, removed or added', () => {
    const deed = fc.constantFrom('changed', 'removed', 'added' as const);
    const deeds = fc.array(fc.tuple(fc.nat(), deed), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(logs, strides, deeds, (log, stride, done) => {
        const faults = new Map<number, string>();
        let entries = [...log.entries];
        for (const [at, what] of done) {
          const id = log.entries[at % log.entries.length]?.id ?? 0;
          const target = what === 'added' ? id + 0.5 : id;
          if (faults.has(target)) continue;
          faults.set(target, what);
          if (what === 'removed') entries = entries.filter((entry) => entry.id !== id);
          if (what === 'changed') {
            entries = entries.map((entry) => (entry.id === id ? anEntry(id, '{}') : entry));
          }
          if (what === 'added') entries.push(anEntry(target));
        }
        entries.sort((left, right) => left.id - right.id);
        const { fault } = verify({ ...log, entries, stride });
        const lowest = Math.min(...faults.keys());
        const kinds = { changed: 'changed', removed: 'removed', added: 'unsealed' };
        const what = faults.get(lowest) as keyof typeof kinds;
        expect(fault).toMatchObject({ kind: `entry_${kinds[what]}`, entryId: lowest });
      }),
    );
  });

  test('keeps to the entries of sound blocks once a block is wrong', () => {
    const [first, second, third] = chain([[1, 2], [3], [4]]);
    if (first === undefined || second === undefined || third === undefined) throw new Error('none');
    const wrong = { ...second, sealedAtMs: 2 };
    const log = { blocks: [first, wrong, third], highest: [2, 3, 4], stride: 3 };
    const entries = [1, 2, 3, 4].map((id) => anEntry(id));
    expect(verify({ ...log, entries })).toMatchObject({
      ok: false,
      blockCount: 3,
      entryCount: 4,
      head: { blockNo: 1 },
      fault: { kind: 'block_changed', blockNo: 2 },
    });
    const changed = entries.map((entry) => (entry.id === 4 ? anEntry(4, '{}') : entry));
    expect(verify({ ...log, entries: changed }).fault).toMatchObject({ kind: 'block_changed' });
  });

  test('finds an empty log whole, with no digest to note down', () => {
    expect(createLogCheck(publicKey).finish()).toMatchObject({ ok: true, head: null });
  });
});
