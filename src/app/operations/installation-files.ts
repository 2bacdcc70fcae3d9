import { join } from 'node:path';

import { openFileStore } from '#platform/files/file-store.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Keyring } from '#platform/secrets/keyring.ts';

/** The stored files of an installation, as the commands read and write them: nothing new comes in. */
export function openInstallationFiles(place: {
  readonly dataFolder: string;
  readonly keyring: Keyring;
}): Promise<FileStore> {
  return openFileStore({ folder: join(place.dataFolder, 'files'), keyring: place.keyring });
}
