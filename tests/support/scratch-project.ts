import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { projectFolder } from './source-tree.ts';

/** Stands where the bundler stands, counts its runs and fails on a source that says so. */
const SMALL_BUNDLER = `
const fs = require('node:fs');
fs.appendFileSync('bundler-runs', 'x');
const source = fs.readFileSync('src/app/cli.ts', 'utf8');
if (source.includes('broken')) {
  console.error('src/app/cli.ts: unexpected token');
  process.exit(1);
}
fs.mkdirSync('dist/server', { recursive: true });
fs.writeFileSync('dist/server/cli.js', source);
`;

const FILES = {
  'package.json': JSON.stringify({
    name: 'scratch',
    version: '1.0.0',
    type: 'module',
    dependencies: { vite: 'file:./bundler' },
  }),
  'package-lock.json': JSON.stringify({
    name: 'scratch',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'scratch', version: '1.0.0', dependencies: { vite: 'file:./bundler' } },
      bundler: { name: 'vite', version: '1.0.0' },
      'node_modules/vite': { resolved: 'bundler', link: true },
    },
  }),
  'bundler/package.json': JSON.stringify({ name: 'vite', version: '1.0.0' }),
  'bundler/bin/vite.js': SMALL_BUNDLER,
  'src/app/cli.ts': "console.log('arguments:', ...process.argv.slice(2));\nprocess.exitCode = 5;\n",
};

export interface ScratchRun {
  readonly exitCode: number | null;
  readonly output: string;
  readonly notices: string;
}

/** A project of a few files under the real start-up scripts; installs without a network. */
export interface ScratchProject {
  readonly folder: string;
  readonly write: (path: string, text: string) => void;
  /** Runs the command line as `npm run songnuan` does. */
  readonly run: (args: readonly string[], env?: Readonly<Record<string, string>>) => ScratchRun;
  readonly remove: () => void;
}

export function scratchProject(): ScratchProject {
  const folder = mkdtempSync(join(tmpdir(), 'songnuan-scratch-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  cpSync(join(projectFolder, 'scripts'), join(folder, 'scripts'), { recursive: true });
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  return {
    folder,
    write,
    run: (args, env = {}) => {
      const script = join(folder, 'scripts/songnuan.mjs');
      const result = spawnSync(process.execPath, [script, ...args], {
        cwd: folder,
        env: { ...process.env, npm_lifecycle_event: 'test', ...env },
        encoding: 'utf8',
        timeout: 60_000,
      });
      return { exitCode: result.status, output: result.stdout, notices: result.stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
