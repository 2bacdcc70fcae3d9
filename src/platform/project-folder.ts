import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this program, whether it runs from its source or from the build: files that are not
 * code (migrations) lie there.
 */
export function findProjectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'db', 'migrations'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('db/migrations is missing from the program folder');
    folder = parent;
  }
  return folder;
}
