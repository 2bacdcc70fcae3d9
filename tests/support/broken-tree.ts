import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { projectFolder } from './source-tree.ts';

const SETTINGS = ['package.json', 'tsconfig.json', 'tsconfig', '.oxlintrc.json'];

/**
 * A small tree under the project's own settings, outside the project: files that break a rule can
 * stand in it without anyone else's build or test seeing them.
 */
export interface BrokenTree {
  /** `path: rule` for each report of the linter. */
  readonly lint: () => string[];
  /** `path: TS1234` for each error of the compiler. */
  readonly compile: () => string[];
  readonly remove: () => void;
}

export function plantTree(files: Readonly<Record<string, string>>): BrokenTree {
  const folder = mkdtempSync(join(tmpdir(), 'songnuan-walls-'));
  for (const name of SETTINGS) {
    cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  // Without it the linter walks through the link into every package.
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    lint: () => lint(folder),
    compile: () => compile(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface LintReport {
  readonly diagnostics: readonly { readonly filename: string; readonly code: string }[];
}

function lint(folder: string): string[] {
  const output = runTool(folder, 'oxlint/bin/oxlint', ['--type-aware', '--format=json', '.']);
  const report = JSON.parse(output) as LintReport;
  return report.diagnostics.map(({ filename, code }) => `${filename}: ${code}`);
}

function compile(folder: string): string[] {
  const output = runTool(folder, 'typescript/bin/tsc', ['-b', '--pretty', 'false']);
  return [...output.matchAll(/^(src\/\S+?)\(\d+,\d+\): error (TS\d+)/gm)].map(
    (match) => `${match[1]}: ${match[2]}`,
  );
}

function runTool(folder: string, script: string, args: string[]): string {
  const tool = join(projectFolder, 'node_modules', script);
  const env = { ...process.env, NO_COLOR: '1' };
  const { stdout, error } = spawnSync(process.execPath, [tool, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (error !== undefined) throw error;
  return stdout;
}
