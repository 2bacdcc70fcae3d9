import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
  if (!existsSync(folders.password)) {
    const made = await writeAside(folders, folders.password, randomBytes(24).toString('base64url'));
    // Fails, unlike a renaming, when another process was first.
    await link(made, folders.password).catch(() => {});
    await rm(made);
  }
  return readFile(folders.password, 'utf8');
}

export async function writeForServer(
  folders: ServerFolders,
  path: string,
  text: string,
): Promise<void> {
  await rename(await writeAside(folders, path, text), path);
}

/** A server that another process is just starting must never read half a file. */
async function writeAside(folders: ServerFolders, path: string, text: string): Promise<string> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(aside, text, { mode: 0o600 });
  await giveToServer(aside, folders.account, 0o600);
  return aside;
}
