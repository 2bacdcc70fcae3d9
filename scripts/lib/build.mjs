import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { inProject, projectFolder } from './project.mjs';
import { runNode } from './run.mjs';
import { EXIT, Stop } from './stop.mjs';

const COMMON_INPUTS = ['package.json', 'package-lock.json', 'tsconfig/base.json'];

/** What is built, from which files, and how one sees that the result is there. */
export const BUILDS = {
  server: {
    label: '命令行与服务程序 (command line and server)',
    config: 'vite.config.server.ts',
    roots: ['src', 'vite.config.server.ts', ...COMMON_INPUTS],
    accepts: (path) => !isTest(path) && !isScreen(path),
    result: 'dist/server/cli.js',
  },
  web: {
    label: '网页 (web page)',
    config: 'vite.config.ts',
    roots: ['src', 'index.html', 'worker.html', 'public', 'vite.config.ts', ...COMMON_INPUTS],
    accepts: (path) => !isTest(path) && !isServerSide(path),
    result: 'dist/web/index.html',
  },
};

/** Builds those of the named parts whose inputs changed since their last build. */
export async function ensureBuilt(names, notice) {
  if (names.every(isFresh)) return;
  await withLock(inProject('var/build.lock'), async () => {
    for (const name of names) {
      if (!isFresh(name)) await build(name, notice);
    }
  });
}

/** The digest a part was last built from: results computed with it can be kept while it stands. */
export function buildStamp(name) {
  return existsSync(stampFile(name)) ? readFileSync(stampFile(name), 'utf8') : undefined;
}

function isFresh(name) {
  return existsSync(inProject(BUILDS[name].result)) && buildStamp(name) === inputDigest(name);
}

function inputDigest(name) {
  return fingerprint(projectFolder, BUILDS[name].roots, BUILDS[name].accepts);
}

function stampFile(name) {
  return inProject('dist/.stamp', name);
}

async function build(name, notice) {
  const { label, config } = BUILDS[name];
  notice(`正在构建${label}…`);
  // Taken before the build: a file saved while it runs makes the result stale, not wrongly fresh.
  const digest = inputDigest(name);
  rmSync(stampFile(name), { force: true });
  const vite = inProject('node_modules/vite/bin/vite.js');
  const { exitCode, output } = await runNode([
    vite,
    'build',
    '--config',
    config,
    '--logLevel',
    'warn',
  ]);
  if (exitCode !== 0) {
    throw new Stop(
      EXIT.bug,
      `构建失败：${label}。构建工具的输出如下：`,
      `The build of ${name} (${config}) failed. What the bundler printed:`,
      output,
    );
  }
  mkdirSync(inProject('dist/.stamp'), { recursive: true });
  writeFileSync(stampFile(name), digest);
}

function isTest(path) {
  return /\.test\.tsx?$/.test(path);
}

function isScreen(path) {
  return (
    path.startsWith('src/ui/') || /^src\/features\/[^/]+\/ui\//.test(path) || path.endsWith('.tsx')
  );
}

function isServerSide(path) {
  return (
    path.startsWith('src/platform/') ||
    /^src\/features\/[^/]+\/(server|documents)\//.test(path) ||
    /^src\/app\/[^/]+\.ts$/.test(path)
  );
}
