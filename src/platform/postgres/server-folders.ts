import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { AppError } from '#core/app-error.ts';

import { chooseServerAccount } from './server-account.ts';
import type { ServerAccount } from './server-account.ts';

/** Everything of one embedded server, in one folder of the data. */
export interface ServerFolders {
  readonly home: string;
  /** What PostgreSQL calls its data directory. */
  readonly cluster: string;
  readonly socket: string;
  readonly log: string;
  readonly password: string;
  /** Undefined when the server runs under our own account. */
  readonly account: ServerAccount | undefined;
}

/** sun_path holds 108 bytes on Linux with its closing zero, 104 on macOS. */
const SOCKET_PATH_LIMIT = process.platform === 'darwin' ? 103 : 107;
const SOCKET_NAME = '/.s.PGSQL.5432';

/**
 * Makes the folders, open to nobody but the server's account and root.
 * @throws AppError `unavailable`: `postgres.folder_not_writable`, `postgres.disk_full`,
 *   `postgres.socket_path_too_long`, `postgres.socket_folder_taken`, and those of the account.
 */
export async function prepareFolders(dataDir: string): Promise<ServerFolders> {
  const home = resolve(dataDir);
  const cluster = join(home, 'cluster');
  const account = await chooseServerAccount(cluster);
  try {
    // Only the folder itself is closed: the server's account must get through those above it.
    await mkdir(dirname(home), { recursive: true });
    await mkdir(home, { recursive: true, mode: 0o700 });
    if (account !== undefined) await letThrough(home);
    const socket = await prepareSocketFolder(home, account);
    return {
      home,
      cluster,
      socket,
      log: join(home, 'server.log'),
      password: join(home, 'server-password'),
      account,
    };
  } catch (cause) {
    throw explainFileError(home, cause);
  }
}

/** Hands a file or folder to the server's account and closes it to others. */
export async function giveToServer(
  path: string,
  account: ServerAccount | undefined,
  mode: number,
): Promise<void> {
  if (account !== undefined) await chown(path, account.uid, account.gid);
  await chmod(path, mode);
}

/** Names the first folder on the way to `path` that the account may not walk through. */
export async function findBarrier(
  path: string,
  account: ServerAccount,
): Promise<string | undefined> {
  const above = dirname(path);
  const barrier = above === path ? undefined : await findBarrier(above, account);
  if (barrier !== undefined) return barrier;
  const { uid, gid, mode } = await lstat(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & 1) === 1 ? undefined : path;
}

export function explainFileError(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  if (code === undefined || cause instanceof AppError) return cause;
  const reason = code === 'ENOSPC' ? 'postgres.disk_full' : 'postgres.folder_not_writable';
  return new AppError('unavailable', reason, { path, cause: code }, cause);
}

/** The account has to walk through a folder that is root's, and need not see what else lies there. */
async function letThrough(home: string): Promise<void> {
  const { mode } = await stat(home);
  await chmod(home, (mode & 0o7777) | 0o011);
}

/**
 * A socket beside the data, or, when its path would be too long, in a folder of the temporary one
 * whose name follows from the data's path, so that the next process finds it again.
 */
async function prepareSocketFolder(
  home: string,
  account: ServerAccount | undefined,
): Promise<string> {
  const name = createHash('sha256')
    .update(await realpath(home))
    .digest('hex')
    .slice(0, 16);
  const beside = join(home, 'run');
  const places = [beside, join(tmpdir(), `songnuan-${name}`), `/tmp/songnuan-${name}`];
  const folder = places.find(
    (place) => Buffer.byteLength(place + SOCKET_NAME) <= SOCKET_PATH_LIMIT,
  );
  if (process.platform === 'win32') return home;
  if (folder === undefined) {
    const params = { path: beside, limit: SOCKET_PATH_LIMIT };
    throw new AppError('unavailable', 'postgres.socket_path_too_long', params);
  }
  const isNew = (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined;
  if (isNew || folder === beside) await giveToServer(folder, account, 0o700);
  await refuseForeignFolder(folder, account);
  return folder;
}

/** In a temporary folder anybody may have put something there before us: then it is not ours to use. */
async function refuseForeignFolder(
  folder: string,
  account: ServerAccount | undefined,
): Promise<void> {
  const found = await lstat(folder);
  const isPrivate = found.isDirectory() && (found.mode & 0o077) === 0;
  if (isPrivate && found.uid === (account?.uid ?? process.getuid?.())) return;
  throw new AppError('unavailable', 'postgres.socket_folder_taken', { path: folder });
}
