import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { AppError } from '#core/app-error.ts';

import { isAlive } from './process-state.ts';
import { runAsServer } from './run-as-server.ts';
import { SUPERUSER } from './server-access.ts';
import { explainFileError, findBarrier, giveToServer } from './server-folders.ts';
import type { ServerFolders } from './server-folders.ts';
import { lastLines } from './server-log.ts';
import { executable } from './server-program.ts';
import type { ServerProgram } from './server-program.ts';

/** Read after PostgreSQL's own file, whose later lines an operator may still add. */
export const SETTINGS_FILE = 'songnuan.conf';

/**
 * The classes of characters come from the system's locale, the order from ICU (pinyin). Without UTF-8
 * classes, searching by trigrams finds no Chinese; `C` is the last resort of a system that has none.
 */
const LOCALES =
  process.platform === 'win32'
    ? ['zh-CN', 'en-US', 'C']
    : ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8', 'C'];

/**
 * Makes a new cluster unless there is one. It is made aside and moved into place whole, so that one
 * cut short, or made by two processes at once, never counts.
 * @throws AppError `unavailable`: `postgres.other_version`, `postgres.create_failed`,
 *   `postgres.folder_unreachable`, `postgres.disk_full`, `postgres.folder_not_writable`.
 */
export async function ensureCluster(
  folders: ServerFolders,
  program: ServerProgram,
  isThrowAway: boolean,
): Promise<void> {
  if (existsSync(folders.cluster)) return refuseOtherVersion(folders.cluster, program.major);
  let unfinished = folders.cluster;
  try {
    await sweepUnfinished(folders.home);
    unfinished = await mkdtemp(`${folders.cluster}.unfinished-${process.pid}-`);
    await giveToServer(unfinished, folders.account, 0o700);
    await initialise(folders, program, unfinished, isThrowAway);
    await appendFile(join(unfinished, 'postgresql.conf'), `include_if_exists '${SETTINGS_FILE}'\n`);
    await rename(unfinished, folders.cluster);
  } catch (cause) {
    if (unfinished !== folders.cluster) await rm(unfinished, { recursive: true, force: true });
    // Another process may have moved its own there first.
    if (!existsSync(folders.cluster)) throw explainFileError(folders.cluster, cause);
  }
}

async function refuseOtherVersion(cluster: string, needed: number): Promise<void> {
  let found;
  try {
    found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (cause) {
    throw explainFileError(cluster, cause);
  }
  if (found === String(needed)) return;
  throw new AppError('unavailable', 'postgres.other_version', { path: cluster, found, needed });
}

async function sweepUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^cluster\.unfinished-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(home, name), { recursive: true, force: true });
  }
}

async function initialise(
  folders: ServerFolders,
  program: ServerProgram,
  folder: string,
  isThrowAway: boolean,
): Promise<void> {
  let output = '';
  for (const locale of LOCALES) {
    const result = await runAsServer(
      executable(program, 'initdb'),
      initdbArguments(folders, folder, locale, isThrowAway),
      folders.account,
    );
    if (result.exitCode === 0) return;
    output = result.output;
    if (!/locale/i.test(output)) break;
  }
  throw await explainInitdb(folders, output);
}

function initdbArguments(
  folders: ServerFolders,
  folder: string,
  locale: string,
  isThrowAway: boolean,
): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--locale-provider=icu',
    '--icu-locale=zh-Hans-CN',
    // Our errors quote the log: it has to be in a language that every terminal can show.
    '--lc-messages=C',
    '--auth-local=peer',
    '--auth-host=scram-sha-256',
    ...(existsSync(folders.password) ? [`--pwfile=${folders.password}`] : []),
    // One call for all files, where the system has it.
    ...(process.platform === 'linux' ? ['--sync-method=syncfs'] : []),
    ...(isThrowAway ? ['--no-sync'] : []),
  ];
}

async function explainInitdb(folders: ServerFolders, output: string): Promise<AppError> {
  const path = folders.cluster;
  const lines = lastLines(output);
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new AppError('unavailable', 'postgres.disk_full', { path });
  }
  const unreachable = await explainBarrier(folders);
  return unreachable ?? new AppError('unavailable', 'postgres.create_failed', { path, lines });
}

/** The usual reason for root: the data lies under a home folder that is closed to other accounts. */
export async function explainBarrier(folders: ServerFolders): Promise<AppError | undefined> {
  const { account, home } = folders;
  if (account === undefined) return undefined;
  const folder = await findBarrier(home, account);
  if (folder === undefined) return undefined;
  const params = { folder, account: account.name };
  return new AppError('unavailable', 'postgres.folder_unreachable', params);
}
