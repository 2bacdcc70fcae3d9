import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';

import { giveToServer } from './server-folders.ts';
import type { ServerFolders } from './server-folders.ts';

/** The role that initdb makes; the program's own roles are made by it. */
export const SUPERUSER = 'postgres';

/** Where Node reaches the server: a socket, or, on Windows, a port of this machine. */
export type Transport = 'socket' | 'loopback';

/**
 * Writes who may connect. The socket asks the kernel who is on its other side and lets in only the
 * account that runs Songnuan, and root: not even other programs of the server's own account, which
 * matters when that is `nobody`. The loopback port is open to every program of the machine and asks
 * for a password.
 */
export async function writeAccessRules(
  folders: ServerFolders,
  cluster: string,
  transport: Transport,
): Promise<void> {
  const rule =
    transport === 'socket'
      ? 'local all all peer map=songnuan'
      : 'host all all 127.0.0.1/32 scram-sha-256';
  await writeForServer(folders, join(cluster, 'pg_hba.conf'), `${rule}\n`);
  const map = ['root', userInfo().username].map((name) => `songnuan "${name}" all`);
  await writeForServer(folders, join(cluster, 'pg_ident.conf'), `${map.join('\n')}\n`);
}

/** The superuser's password for the loopback port, kept in a file that only its owner reads. */
export async function readOrMakePassword(folders: ServerFolders): Promise<string> {
  const made = randomBytes(24).toString('base64url');
  try {
    await writeFile(folders.password, made, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    if (!isThere) throw cause;
  }
  await giveToServer(folders.password, folders.account, 0o600);
  return readFile(folders.password, 'utf8');
}

export async function writeForServer(
  folders: ServerFolders,
  path: string,
  text: string,
): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  await giveToServer(path, folders.account, 0o600);
}
