import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { run } from './run.mjs';
import { EXIT, Stop } from './stop.mjs';

export function findCommand(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Only root may, and only where there is apt-get. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && findCommand('apt-get') !== undefined;
}

export async function installPackage(name) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update'], ['install', '-y', '--no-install-recommends', name]];
  for (const args of steps) {
    const { exitCode, output } = await run('apt-get', args, { env });
    if (exitCode === 0) continue;
    throw new Stop(
      EXIT.unavailable,
      `apt-get ${args[0]} 失败，无法安装 ${name}：`,
      `apt-get ${args[0]} failed, so ${name} could not be installed:`,
      output,
    );
  }
}
