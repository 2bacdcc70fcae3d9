import { createServer } from 'node:net';
import { join } from 'node:path';

import { SETTINGS_FILE } from './create-cluster.ts';
import { writeForServer } from './server-access.ts';
import type { ServerFolders } from './server-folders.ts';

/** Where the server listens: a socket's folder, or 127.0.0.1. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
}

/** For an office machine that does other things too; an operator may overrule it in postgresql.conf. */
const SETTINGS = {
  max_connections: '60',
  shared_buffers: '64MB',
  password_encryption: 'scram-sha-256',
  unix_socket_permissions: '0700',
  jit: 'off',
  // Nothing is replicated from here: one process less.
  max_logical_replication_workers: '0',
  // Errors quote the values of rows, which are personal data: the client gets them, the log does not.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_min_messages: 'log',
  log_checkpoints: 'off',
  // Before it recovers from a crash, the server has its files on the disk: with one call, not file by file.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
};
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const THROW_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export async function writeSettings(
  folders: ServerFolders,
  address: ServerAddress,
  isThrowAway: boolean,
): Promise<void> {
  const isSocket = address.host !== '127.0.0.1';
  const settings = {
    ...SETTINGS,
    ...(isThrowAway ? THROW_AWAY : DURABLE),
    port: String(address.port),
    listen_addresses: isSocket ? '' : address.host,
    // A list, whose entries are quoted once more.
    unix_socket_directories: isSocket ? `"${address.host.replaceAll('"', '""')}"` : '',
  };
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`,
  );
  await writeForServer(folders, join(folders.cluster, SETTINGS_FILE), lines.join(''));
}

/** A port that was free a moment ago; should another program be quicker, the next start finds another. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });
}
