import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * One digest over the paths and contents of all files below the given roots. Contents, not times:
 * switching a branch back and forth must not cause a build. A root that does not exist counts as empty.
 */
export function fingerprint(base, roots, accepts = () => true) {
  const digest = createHash('sha256');
  for (const root of roots) {
    for (const file of listFiles(join(base, root))) {
      const path = relative(base, file).replaceAll('\\', '/');
      if (!accepts(path)) continue;
      digest.update(`${path}\0`).update(readFileSync(file)).update('\0');
    }
  }
  return digest.digest('hex');
}

function listFiles(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .toSorted();
}
