import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import { AppError } from '#core/app-error.ts';

/**
 * Lets `write` fill a hidden folder beside `folder`, then puts all its files in place, or none:
 * whatever fails before or while they are put in place leaves the folder as it was.
 * Other files in the folder are not touched.
 */
export async function writeAllOrNothing<Result>(
  folder: string,
  names: readonly string[],
  write: (stagingFolder: string) => Promise<Result>,
): Promise<Result> {
  const target = resolve(folder);
  const staging = await makeStaging(target);
  try {
    const result = await write(staging);
    await putInPlace(staging, target, names);
    return result;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function makeStaging(target: string): Promise<string> {
  try {
    if (await isOtherThanFolder(target)) {
      throw new AppError('invalid', 'output.not_a_folder', { path: target });
    }
    await mkdir(dirname(target), { recursive: true });
    return await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  } catch (cause) {
    throw cause instanceof AppError ? cause : notWritable(target, cause);
  }
}

async function isOtherThanFolder(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch {
    // Nothing there yet: it will be made.
    return false;
  }
}

/** Files already there step aside first, so that a failure in the middle can put them back. */
async function putInPlace(
  staging: string,
  target: string,
  names: readonly string[],
): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    await mkdir(target, { recursive: true });
    const aside = await mkdtemp(join(staging, 'replaced-'));
    for (const name of names) {
      const place = join(target, name);
      if (await moveIfThere(place, join(aside, name))) {
        undo.push(() => rename(join(aside, name), place));
      }
      await rename(join(staging, name), place);
      undo.push(() => rm(place, { force: true }));
    }
  } catch (cause) {
    for (const step of undo.toReversed()) await step();
    throw notWritable(target, cause);
  }
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return false;
    throw cause;
  }
}

function notWritable(path: string, cause: unknown): AppError {
  const code = errorCode(cause);
  const reason = code === 'ENOSPC' ? 'output.disk_full' : 'output.not_writable';
  return new AppError('unavailable', reason, { path, cause: code }, cause);
}

function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
