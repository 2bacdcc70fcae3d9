import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { toAuditBody } from '#platform/audit-log/audit-entry.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';
import { openTestDatabase } from '#tests/support/database.ts';
import type { TestDatabase } from '#tests/support/database.ts';

import { anEntry, append, appendMany, KEYS, NOW, PUBLIC_KEY, seal } from './audit-log.fixture.ts';
import { digestBody, ITEM_BYTES, readId } from './block.ts';
import { startSealing } from './start-sealing.ts';
import { databaseLog } from './verify/database-log.ts';
import { verifyLog } from './verify/verify-log.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(async () => {
  await database.close();
});

async function listSealedIds(): Promise<number[]> {
  const { rows } = await sql<{
    contents: Buffer;
  }>`select contents from audit_blocks order by no`.execute(database.owner.query);
  return rows.flatMap(({ contents }) =>
    Array.from({ length: contents.length / ITEM_BYTES }, (_, index) =>
      readId(contents, index * ITEM_BYTES),
    ),
  );
}

async function listEntryIds(): Promise<number[]> {
  const rows = await database.owner.query.selectFrom('auditEntries').select('id').execute();
  return rows.map(({ id }) => id);
}

describe('an entry', () => {
  test('of a transaction that was rolled back does not exist', async () => {
    const before = await listEntryIds();
    await expect(
      inTransaction(database.app, SYSTEM_SCOPE, async (transaction) => {
        await append(transaction);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await listEntryIds()).toEqual(before);
  });

  test('keeps its text and digest through storage, whatever a person typed', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          '\u0000',
          '\uD800',
          '\uDC00',
          '😀',
          '\u2028',
          '"',
          '\\',
          'u0000',
          '\n',
        ),
      }),
    );
    const facts = fc.dictionary(
      text,
      fc.oneof(text, fc.constant(null), fc.double(), fc.array(text)),
      {
        noNullPrototype: true,
      },
    );
    const entries = fc.array(fc.record({ reason: text, after: facts }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(entries, async (given) => {
        const bodies = given.map((entry) => toAuditBody(anEntry(entry)));
        const stored = await inTransaction(database.app, SYSTEM_SCOPE, async (transaction) => {
          for (const entry of given) await append(transaction, entry);
          await sql`select set_config('app.whole_audit', 'on', true)`.execute(transaction);
          return transaction
            .selectFrom('auditEntries')
            .select('body')
            .orderBy('id', 'desc')
            .limit(given.length)
            .execute();
        });
        expect(stored.map(({ body }) => body).toReversed()).toEqual(bodies);
        expect(stored.map(({ body }) => digestBody(Buffer.from(body))).toReversed()).toEqual(
          bodies.map(digestBody),
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('sealing', () => {
  test('with no union in the tree yet takes every entry that waits, in blocks of the given size', async () => {
    await appendMany(database.app, 25);
    const waiting = (await listEntryIds()).length;
    const sealed: number[] = [];
    for (let result = await seal(database.app, 10); result.sealedCount > 0;) {
      sealed.push(result.sealedCount);
      result = await seal(database.app, 10);
    }
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(waiting);
    expect(Math.max(...sealed)).toBe(10);
    expect((await listSealedIds()).toSorted(byNumber)).toEqual(
      (await listEntryIds()).toSorted(byNumber),
    );
  });

  test('takes each entry once while eight writers of all speeds write', async () => {
    const plan = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }), {
      minLength: 8,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(plan, async (writers) => {
        const sealing = startSealing(database.app, KEYS, { everyMs: 1, now: () => NOW });
        await Promise.all(writers.map(write));
        await sealing.stop();
        while ((await seal(database.app)).sealedCount > 0);
        expect((await listSealedIds()).toSorted(byNumber)).toEqual(
          (await listEntryIds()).toSorted(byNumber),
        );
      }),
      { numRuns: 6 },
    );
    expect(
      await verifyLog(databaseLog(database.app, { publicKey: PUBLIC_KEY, macKey: KEYS.macKey })),
    ).toMatchObject({ ok: true, queuedCount: 0 });
  });

  test('that is stuck half way keeps no writer waiting', async () => {
    await appendMany(database.app, 1);
    await inTransaction(database.owner, SYSTEM_SCOPE, async (transaction) => {
      await sql`select pg_advisory_xact_lock(hashtext('songnuan.seal_audit'))`.execute(transaction);
      await transaction.deleteFrom('auditQueue').execute();
      await sql`insert into audit_blocks values (1000000, 1, '', repeat('x', 40)::bytea, 1, '', '')`.execute(
        transaction,
      );
      await appendMany(database.app, 3);
      throw new Error('the sealer fails after all');
    }).catch((error: unknown) => expect(String(error)).toContain('fails after all'));
    expect((await seal(database.app)).sealedCount).toBe(4);
  });

  test('does not wait for a transaction that is still open, and takes its entry later', async () => {
    let sealedMeanwhile = -1;
    await inTransaction(database.app, SYSTEM_SCOPE, async (transaction) => {
      await append(transaction, { subjectId: 'slow' });
      await appendMany(database.owner, 3);
      sealedMeanwhile = (await seal(database.app)).sealedCount;
    });
    expect(sealedMeanwhile).toBe(3);
    expect((await seal(database.app)).sealedCount).toBe(1);
    const ids = await listSealedIds();
    expect(ids.at(-1)).toBeLessThan(ids.at(-2) ?? 0);
    expect(await verifyLog(databaseLog(database.app, { publicKey: PUBLIC_KEY }))).toMatchObject({
      ok: true,
    });
  });

  test('passes by an entry that the program did not write, and says which until it was heard', async () => {
    const forged = await sql<{ id: number }>`
      insert into audit_entries (body, mac) values (${toAuditBody(anEntry())}, '\\x00') returning id`.execute(
      database.owner.query,
    );
    await appendMany(database.app, 2);
    const told: number[] = [];
    const sealing = startSealing(database.app, KEYS, {
      everyMs: 1,
      now: () => NOW,
      onForged: async (ids) => {
        told.push(...ids);
        if (told.length === 1) throw new Error('the alarm did not get through');
      },
    });
    await vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(2));
    await sealing.stop();
    const [id] = forged.rows.map((row) => row.id);
    expect(told).toEqual([id, id]);
    expect((await seal(database.app, 1)).sealedCount).toBe(0);
  });
});

async function write(pauses: readonly number[]): Promise<void> {
  for (const pauseMs of pauses) {
    await inTransaction(database.app, SYSTEM_SCOPE, async (transaction) => {
      await append(transaction);
      await sleep(pauseMs);
      await append(transaction);
    });
  }
}

function byNumber(left: number, right: number): number {
  return left - right;
}
