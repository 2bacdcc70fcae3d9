import { setTimeout as sleep } from 'node:timers/promises';

import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { openDatabase } from '#platform/database/open-database.ts';
import type { Database } from '#platform/database/open-database.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';
import { IDEMPOTENCY_HEADER } from '#platform/http/session.ts';

import type { TestClient, TestReply } from './support/api.ts';
import { openOwnServer } from './support/own-server.ts';
import type { OwnServer } from './support/own-server.ts';
import { openServedApi } from './support/served-api.ts';
import type { ServedApi } from './support/served-api.ts';

let server: OwnServer;
let api: ServedApi;
let admin: TestClient;
let count = 0;

beforeAll(async () => {
  server = await openOwnServer();
  api = await openServedApi({ open: () => Promise.resolve(server) });
  admin = await api.asRole('system_admin', 'D');
});
afterAll(() => api.close());
// Whatever was held or lost is given back.
afterEach(() => expect(server.app.pool.waitingCount).toBe(0));

const newCode = (): string => `R-${++count}`;
const addRoot = (code: string) =>
  sql`insert into unions (parent_id, code, name, level) values (${api.unions.D}, ${code}, '样例', 'grassroots')`;

async function countUnions(code: string): Promise<number> {
  const rows = await server.owner.query
    .selectFrom('unions')
    .select('id')
    .where('code', '=', code)
    .execute();
  return rows.length;
}

const terminate = (pid: number): Promise<void> => server.run(`select pg_terminate_backend(${pid})`);

describe('a transaction', () => {
  test('whose connection ends before the commit is run again and done once', async () => {
    const code = newCode();
    let runs = 0;
    await inTransaction(server.app, SYSTEM_SCOPE, async (transaction) => {
      runs += 1;
      await addRoot(code).execute(transaction);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
        transaction,
      );
      if (runs === 1) await terminate(rows[0]?.pid ?? 0);
      await sql`select 1`.execute(transaction);
    });
    expect(runs).toBe(2);
    expect(await countUnions(code)).toBe(1);
  });

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('cut %s the commit arrives is not run again', async (when, kept) => {
    const code = newCode();
    let runs = 0;
    const done = inTransaction(server.app, SYSTEM_SCOPE, async (transaction) => {
      runs += 1;
      await addRoot(code).execute(transaction);
      server.proxy.cutAt('commit', when);
    });
    await expect(done).rejects.toMatchObject({ code: 'database.outcome_unknown' });
    expect(runs).toBe(1);
    expect(await countUnions(code)).toBe(kept);
  });

  test('that passes over a failed statement is not taken for committed', async () => {
    const done = inTransaction(server.app, SYSTEM_SCOPE, async (transaction) => {
      await addRoot(newCode()).execute(transaction);
      await sql`select 1 / 0`.execute(transaction).catch(() => undefined);
    });
    await expect(done).rejects.toThrow('nothing was committed');
  });

  test('gives a lost connection back, so that the next ones find room', async () => {
    const lost = Array.from({ length: 6 }, async () => {
      let runs = 0;
      await inTransaction(server.app, SYSTEM_SCOPE, async (transaction) => {
        runs += 1;
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
          transaction,
        );
        if (runs === 1) await terminate(rows[0]?.pid ?? 0);
        await sql`select 1`.execute(transaction);
      });
    });
    await Promise.all(lost);
    const { pool } = server.app;
    expect(pool.idleCount).toBe(pool.totalCount);
    expect(pool.totalCount).toBeLessThanOrEqual(4);
  });

  test('waits for a connection for a bounded time and then says that all are busy', async () => {
    const { connection } = server;
    const small = openDatabase({ connection, poolSize: 1, maxWaitMs: 100 });
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const [holding, begun] = hold(small, released);
    await begun;
    const late = inTransaction(small, SYSTEM_SCOPE, () => Promise.resolve());
    await expect(late).rejects.toMatchObject({ kind: 'unavailable', code: 'database.busy' });
    release();
    await holding;
    await small.close();
  });
});

describe('a write over HTTP', () => {
  const found = (code: string, key: string): Promise<TestReply> =>
    admin.send({
      method: 'POST',
      url: '/api/unions',
      headers: { [IDEMPOTENCY_HEADER]: key },
      body: {
        parentId: api.unions.T1,
        code,
        name: '样例新建工会',
        level: 'grassroots',
        reason: '测试连接中断',
      },
    });

  test.each(['before', 'after'] as const)(
    'whose line is cut %s the commit is done once when it is sent again under its key',
    async (when) => {
      const [code, key] = [newCode(), `key-${when}-1`];
      const entries = await countEntries();
      server.proxy.cutAt('commit', when);
      // The session is looked up outside of a transaction: the first commit is the write's own.
      const first = await found(code, key);
      expect(first).toMatchObject({ status: 503, body: { code: 'database.outcome_unknown' } });
      expect(first.body.detail).toMatch(/无法确认/);
      const second = await found(code, key);
      const third = await found(code, key);
      expect(second).toMatchObject({ status: 200, body: { code } });
      expect(third.body).toEqual(second.body);
      expect(await countUnions(code)).toBe(1);
      expect((await countEntries()) - entries).toBe(1);
    },
  );

  test('goes through when all idle connections were ended meanwhile', async () => {
    await Promise.all(Array.from({ length: 8 }, () => admin.get('/api/unions')));
    await server.run(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'songnuan_app'`,
    );
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) => found(newCode(), `ended-${index}-key`)),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  });

  test('is refused while the server only reads, and works again after that', async () => {
    await server.run('alter system set default_transaction_read_only = on');
    await server.run('select pg_reload_conf()');
    const refused = await eventually(() => found(newCode(), 'read-only-key'), 503);
    expect(refused.body.code).toBe('database.read_only');
    expect(refused.body.detail).toMatch(/只能读取/);
    await server.run('alter system reset default_transaction_read_only');
    await server.run('select pg_reload_conf()');
    expect((await eventually(() => found(newCode(), 'writes-again'), 200)).status).toBe(200);
  });

  test('is refused in Chinese while the server is down, and works again once it is up', async () => {
    await server.stop();
    const [read, write] = await Promise.all([
      admin.get('/api/unions'),
      found(newCode(), 'while-down'),
    ]);
    for (const { status, body, headers } of [read, write]) {
      expect(status).toBe(503);
      expect(body).toMatchObject({
        code: 'database.unreachable',
        detail: expect.stringContaining('暂时连接不上数据库'),
      });
      expect(headers['content-type']).toMatch(/problem\+json/);
    }
    await server.start();
    expect((await admin.get('/api/unions')).status).toBe(200);
    expect((await found(newCode(), 'up-again')).status).toBe(200);
  });
});

/** A transaction that goes on until it is told, and the moment it began. */
function hold(database: Database, until: Promise<void>): readonly [Promise<void>, Promise<void>] {
  let tellBegun = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    tellBegun = resolve;
  });
  const holding = inTransaction(database, SYSTEM_SCOPE, () => {
    tellBegun();
    return until;
  });
  return [holding, begun];
}

/** Settings reach the sessions of a server some moments after it was told. */
async function eventually(send: () => Promise<TestReply>, status: number): Promise<TestReply> {
  let reply = await send();
  for (let tries = 0; tries < 20 && reply.status !== status; tries++) {
    await sleep(50);
    reply = await send();
  }
  return reply;
}

async function countEntries(): Promise<number> {
  const { total } = await server.owner.query
    .selectFrom('auditEntries')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where('action', '=', 'union.created')
    .executeTakeFirstOrThrow();
  return total;
}
