import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** All files below a folder of the project, as paths from the project folder with `/`. */
export function listFiles(folder: string): string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => toPath(relative(projectFolder, join(entry.parentPath, entry.name))))
    .toSorted();
}

export function listEntries(folder: string): string[] {
  return readdirSync(join(projectFolder, folder)).toSorted();
}

export function readText(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8');
}

export interface SourceImport {
  readonly from: string;
  readonly specifier: string;
  /** The file meant, as a path from the project folder; undefined for a package. */
  readonly target: string | undefined;
}

const IMPORT =
  /(?:^|[\s;])(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

/** Every import, re-export and dynamic import written in the TypeScript files of `src`. */
export function listImports(): SourceImport[] {
  return listFiles('src')
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) =>
      [...withoutComments(readText(path)).matchAll(IMPORT)].map((match) => {
        const specifier = match[1] ?? match[2] ?? '';
        return { from: path, specifier, target: resolveTarget(path, specifier) };
      }),
    );
}

export function isTestFile(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** The feature a file of `src/features` belongs to. */
export function featureOf(path: string): string | undefined {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1];
}

/** The room whose inside may use relative imports: one feature, or one of the other top folders. */
export function roomOf(path: string): string | undefined {
  const feature = featureOf(path);
  return feature === undefined ? /^src\/[^/]+\//.exec(path)?.[0] : `src/features/${feature}/`;
}

function resolveTarget(from: string, specifier: string): string | undefined {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('#tests/')) return path.slice(1);
  if (path.startsWith('#')) return `src/${path.slice(1)}`;
  if (path.startsWith('.')) return toPath(join(dirname(from), path));
  return undefined;
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

function toPath(path: string): string {
  return path.replaceAll('\\', '/');
}
