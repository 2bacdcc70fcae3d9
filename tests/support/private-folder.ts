import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PrivateFolder {
  readonly path: string;
  /** For SONGNUAN_DATA; the keys are made beside it. */
  readonly data: string;
  readonly remove: () => Promise<void>;
}

/**
 * A new folder for one installation. Open to others, because the database of a program that root started
 * runs as another account and must get through.
 */
export async function makePrivateFolder(): Promise<PrivateFolder> {
  const path = await mkdtemp(join(tmpdir(), 'songnuan-run-'));
  await chmod(path, 0o755);
  return {
    path,
    data: join(path, 'data'),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
