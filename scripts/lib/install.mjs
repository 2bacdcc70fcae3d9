import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { inProject, projectFolder } from './project.mjs';
import { run, runNode } from './run.mjs';
import { EXIT, Stop } from './stop.mjs';

/** Written last, so that it is missing after an install that was cut short. */
const STAMP = 'node_modules/.songnuan-lock';
/** What npm itself notes, also last, about the packages it has really put in place. */
const NPM_RECORD = 'node_modules/.package-lock.json';

/** Installs the locked dependencies unless node_modules already holds exactly them. */
export async function ensureInstalled(notice) {
  if (isInstalled()) return;
  await withLock(inProject('var/install.lock'), async () => {
    if (isInstalled()) return;
    if (!holdsLockedPackages()) await install(notice);
    writeFileSync(inProject(STAMP), lockDigest());
  });
}

function isInstalled() {
  return (
    existsSync(inProject(NPM_RECORD)) &&
    existsSync(inProject(STAMP)) &&
    readFileSync(inProject(STAMP), 'utf8') === lockDigest()
  );
}

function lockDigest() {
  return fingerprint(projectFolder, ['package-lock.json']);
}

/** True when someone ran npm by hand and every package of the lock file stands in its version. */
function holdsLockedPackages() {
  if (!existsSync(inProject(NPM_RECORD))) return false;
  const locked = readPackages('package-lock.json');
  const placed = readPackages(NPM_RECORD);
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '') return true;
    const found = placed[path];
    // Packages for other systems are in the lock file and rightly not on this machine.
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && existsSync(inProject(path, 'package.json'));
  });
}

function readPackages(path) {
  return JSON.parse(readFileSync(inProject(path), 'utf8')).packages;
}

async function install(notice) {
  notice('正在安装依赖（首次约需一分钟）… Installing dependencies…');
  rmSync(inProject(STAMP), { force: true });
  const { exitCode, output } = await runNpm(['ci', '--no-audit', '--no-fund']);
  if (exitCode === 0) return;
  if (
    /E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|NETUNREACH|HOSTUNREACH)|ENOTCACHED/.test(
      output,
    )
  ) {
    throw new Stop(
      EXIT.unavailable,
      '依赖安装失败：无法连接 npm 软件源。请检查网络或 npm 的 registry、proxy 设置后重试。',
      'Installing dependencies failed: the npm registry cannot be reached. Check the network, or the registry and proxy settings of npm, and try again.',
      output,
    );
  }
  throw new Stop(
    EXIT.unavailable,
    `依赖安装失败（npm ci 退出码 ${exitCode}）。npm 的输出如下：`,
    `Installing dependencies failed (npm ci exited with ${exitCode}). What npm printed:`,
    output,
  );
}

/** npm tells its scripts where it lives; without it (plain `node scripts/…`) the one on PATH serves. */
async function runNpm(args) {
  const npmScript = process.env.npm_execpath;
  if (npmScript?.endsWith('.js')) return runNode([npmScript, ...args]);
  try {
    return await run('npm', args, { shell: process.platform === 'win32' });
  } catch (error) {
    throw new Stop(
      EXIT.unavailable,
      '找不到 npm。请安装带有 npm 的 Node.js 后重试。',
      'npm was not found. Install Node.js together with npm and try again.',
      String(error),
    );
  }
}
