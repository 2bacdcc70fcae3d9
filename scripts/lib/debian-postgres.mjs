import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { canInstallPackages, installPackage } from './debian-package.mjs';
import { run } from './run.mjs';
import { EXIT, Stop } from './stop.mjs';

/** Debian 12's, the oldest version that the product supports. */
const PROGRAMS = '/usr/lib/postgresql/15/bin';

/**
 * Runs `work` with the address of a throw-away server of Debian's PostgreSQL 15, in a temporary folder
 * that nobody else can enter, and ends the server afterwards.
 */
export async function withDebianPostgres(notice, work) {
  await ensurePrograms(notice);
  const folder = await runAsPostgres('mktemp', ['-d', '/tmp/songnuan-postgres-15-XXXXXX']);
  const cluster = join(folder, 'cluster');
  try {
    await create(cluster);
    const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c full_page_writes=off`;
    const log = join(folder, 'server.log');
    await runAsPostgres(`${PROGRAMS}/pg_ctl`, [
      'start',
      '-w',
      '-D',
      cluster,
      '-l',
      log,
      '-o',
      settings,
    ]);
    await work(`postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`);
  } finally {
    if (existsSync(join(cluster, 'postmaster.pid'))) {
      await runAsPostgres(`${PROGRAMS}/pg_ctl`, ['stop', '-w', '-m', 'immediate', '-D', cluster]);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ensurePrograms(notice) {
  if (existsSync(PROGRAMS)) return;
  if (canInstallPackages()) {
    notice('未找到 PostgreSQL 15，正在安装… PostgreSQL 15 is missing; installing it with apt-get…');
    await installPackage('postgresql-15');
    if (existsSync(PROGRAMS)) return;
  }
  throw new Stop(
    EXIT.unavailable,
    `未找到 ${PROGRAMS}，数据库测试未能在 PostgreSQL 15 上运行。请先安装（Debian 12：sudo apt-get install postgresql-15）。`,
    `${PROGRAMS} was not found, so the database tests could not run on PostgreSQL 15. Install it (Debian 12: sudo apt-get install postgresql-15).`,
  );
}

function create(cluster) {
  const locale = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN'];
  const args = ['-D', cluster, '-E', 'UTF8', ...locale, '--auth=trust', '--username=postgres'];
  return runAsPostgres(`${PROGRAMS}/initdb`, [...args, '--no-sync']);
}

/** The server refuses to run as root; Debian's package makes the account for it. */
async function runAsPostgres(command, args) {
  const isRoot = process.getuid?.() === 0;
  const { exitCode, output } = isRoot
    ? await run('runuser', ['-u', 'postgres', '--', command, ...args])
    : await run(command, args);
  if (exitCode === 0) return output;
  throw new Stop(
    EXIT.unavailable,
    `PostgreSQL 15 的命令失败：${command}`,
    `A command of PostgreSQL 15 failed: ${command}`,
    output,
  );
}
