import { setTimeout as sleep } from 'node:timers/promises';

import type { ClientBase } from 'pg';

import { AppError } from '#core/app-error.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';
import { rotateKeyring } from '#platform/secrets/key-file.ts';
import { loadKeyring } from '#platform/secrets/keyring.ts';
import type { Keyring } from '#platform/secrets/keyring.ts';
import type { SealAlgorithm } from '#platform/secrets/sealed-bytes.ts';

import { claimDatabase } from '../installation/installation-keys.ts';
import type { Installation } from '../installation/open-installation.ts';
import { encryptAnew } from './encrypt-anew.ts';
import type { AnewOptions, AnewTally } from './encrypt-anew.ts';
import { openInstallationFiles } from './installation-files.ts';
import { operatorEntry } from './operator-entry.ts';
import { withOwner } from './with-owner.ts';

export interface RotateOptions {
  readonly installation: Pick<Installation, 'owner' | 'auditLog' | 'keyFile' | 'dataFolder'>;
  /** Of the new key; that of the active one when left out. */
  readonly algorithm?: SealAlgorithm;
  /** Adds no key: goes on where an earlier rotation broke off. */
  readonly isContinued: boolean;
  /** Before anything is written under the new key: running servers must know it by then. */
  readonly pauseMs: number;
  readonly now: Date;
  readonly onProgress?: NonNullable<AnewOptions['onProgress']>;
}

export interface RotationResult extends AnewTally {
  readonly activeKeyId: string;
}

/**
 * Adds a data key and encrypts every secret value and every stored file with it. The earlier keys stay
 * in the key file: older backups need them.
 * @throws AppError conflict `rotation.keys_from_environment`, `secrets.rotation_running`.
 */
export async function rotateKeys(options: RotateOptions): Promise<RotationResult> {
  const { installation, isContinued, now } = options;
  const { keyFile, owner, auditLog } = installation;
  if (keyFile === null) throw new AppError('conflict', 'rotation.keys_from_environment');
  if (!isContinued) await rotateKeyring(keyFile, options.algorithm);
  const keyring = await loadKeyring({ keyFile });
  const { activeKeyId } = keyring;
  return withOwner(owner, async (client) => {
    await claimDatabase(client, keyring);
    if (!isContinued) {
      await auditLog.appendAsOwner(client, operatorEntry('keys.added', now, { activeKeyId }));
      await sleep(options.pauseMs);
    }
    const tally = await applyKey(client, keyring, options);
    const facts = { activeKeyId, ...tally, unreadable: tally.unreadable.slice(0, 100) };
    await auditLog.appendAsOwner(client, operatorEntry('keys.applied', now, facts));
    return { ...tally, activeKeyId };
  });
}

async function applyKey(
  client: ClientBase,
  keyring: Keyring,
  { installation, onProgress }: RotateOptions,
): Promise<AnewTally> {
  const { dataFolder } = installation;
  return encryptAnew(client, {
    cipher: createFieldCipher(keyring),
    activeKeyId: keyring.activeKeyId,
    files: await openInstallationFiles({ dataFolder, keyring }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}
