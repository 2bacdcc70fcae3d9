import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { ClientConfig } from 'pg';

import { AppError } from '#core/app-error.ts';
import { createAuditLog } from '#platform/audit-log/audit-log.ts';
import type { AuditLog } from '#platform/audit-log/audit-log.ts';
import type { Config } from '#platform/config.ts';
import { openDatabase } from '#platform/database/open-database.ts';
import type { Database } from '#platform/database/open-database.ts';
import { prepareDatabase } from '#platform/database/prepare-database.ts';
import { prepareJobQueue } from '#platform/jobs/job-queue.ts';
import { findProjectFolder } from '#platform/project-folder.ts';
import { createKeyFile } from '#platform/secrets/key-file.ts';
import { loadKeyring } from '#platform/secrets/keyring.ts';
import type { Keyring } from '#platform/secrets/keyring.ts';
import { openLiveKeyring } from '#platform/secrets/live-keyring.ts';

import { findDatabase } from './find-database.ts';
import { claimDatabase } from './installation-keys.ts';

/** Everything that lasts: database, keys, files. Opened once by the server and by each command. */
export interface Installation {
  /** With the restricted role. */
  readonly database: Database;
  /** For migrations, backups and removing sample data. */
  readonly owner: ClientConfig;
  readonly keyring: Keyring;
  readonly auditLog: AuditLog;
  readonly dataFolder: string;
  /** Null when the keys come from the environment. */
  readonly keyFile: string | null;
  readonly isEmbedded: boolean;
  /** A start of this moment made the keys: whoever runs it must be told to keep them. */
  readonly hasNewKeys: boolean;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly config: Config;
  readonly log: (line: string) => void;
  readonly poolSize?: number;
  /** For the server alone: keys made by a command that reads what is there would fit none of it. */
  readonly mayCreateKeys: boolean;
}

/**
 * Starts the embedded server unless another one is named, brings the schema up to date and makes sure
 * that database and keys belong together.
 * @throws AppError `unavailable` with what to do about it.
 */
export async function openInstallation(options: OpenOptions): Promise<Installation> {
  const { config, log } = options;
  const dataFolder = config.dataFolder ?? join(findProjectFolder(), 'var', 'data');
  const { stop: stopFollowing, ...keys } = await openKeys(options, dataFolder);
  const found = await findDatabase(config, dataFolder, log);
  try {
    await prepareDatabase(found.owner, {
      takesRole: found.role !== undefined,
      afterwards: async (client) => {
        await prepareJobQueue(client);
        await claimDatabase(client, keys.keyring);
      },
    });
    const database = openDatabase({
      connection: found.app,
      usePrepared: config.usePrepared,
      ...(found.role === undefined ? {} : { role: found.role }),
      ...(options.poolSize === undefined ? {} : { poolSize: options.poolSize }),
      onConnectionLost: ({ message }) => log(`a database connection was lost: ${message}`),
    });
    return {
      ...keys,
      database,
      owner: found.owner,
      auditLog: createAuditLog(keys.keyring.macKey('audit')),
      dataFolder,
      isEmbedded: found.isEmbedded,
      close: async () => {
        stopFollowing();
        await database.close();
        await found.stop();
      },
    };
  } catch (error) {
    stopFollowing();
    await found.stop();
    throw error;
  }
}

interface OpenKeys {
  readonly keyring: Keyring;
  readonly keyFile: string | null;
  readonly hasNewKeys: boolean;
  readonly stop: () => void;
}

/** Keys lie beside the data folder, never in it: a copy of the data alone opens nothing. */
async function openKeys(
  { config, log, mayCreateKeys }: OpenOptions,
  dataFolder: string,
): Promise<OpenKeys> {
  if (config.keysText !== undefined) {
    const keyring = await loadKeyring({ keyFile: '', keysText: config.keysText });
    return { keyring, keyFile: null, hasNewKeys: false, stop: () => {} };
  }
  const keyFile = config.keyFile ?? join(dataFolder, '..', 'keys', 'songnuan-keys.json');
  const isMissing = !existsSync(keyFile);
  if (isMissing && existsSync(join(dataFolder, 'postgres'))) {
    throw new AppError('unavailable', 'installation.keys_lost', { path: keyFile });
  }
  if (isMissing && !mayCreateKeys) {
    throw new AppError('unavailable', 'installation.keys_missing', { path: keyFile });
  }
  const { created } = isMissing ? await createKeyFile(keyFile) : { created: false };
  const live = await openLiveKeyring(keyFile, (error) =>
    log(`the key file cannot be read any more: ${String(error)}`),
  );
  return { ...live, keyFile, hasNewKeys: created };
}
