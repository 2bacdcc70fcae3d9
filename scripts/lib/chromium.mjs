import { existsSync } from 'node:fs';

import { canInstallPackages, findCommand, installPackage } from './debian-package.mjs';
import { EXIT, Stop } from './stop.mjs';

/** The shell first: without windows of its own it takes a quarter less of a test's time. */
const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
];
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** The browser for the tests: CHROME_PATH, one of the system, or Debian's, installed when we may. */
export async function ensureChromium(notice) {
  const found = findChromium();
  if (found !== undefined) return found;
  if (canInstallPackages()) {
    notice('未找到 Chromium，正在安装… Chromium is missing; installing it with apt-get…');
    // Ubuntu has no package of the shell.
    await installPackage('chromium-headless-shell').catch(() => installPackage('chromium'));
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Stop(
    EXIT.unavailable,
    '未找到 Chromium 或 Chrome。请先安装（Debian/Ubuntu：sudo apt-get install chromium），或用环境变量 CHROME_PATH 指明其位置。',
    'No Chromium or Chrome was found. Install one (Debian or Ubuntu: sudo apt-get install chromium), or set CHROME_PATH to its executable.',
  );
}

function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Stop(
      EXIT.unavailable,
      `环境变量 CHROME_PATH 指向的文件不存在：${named}`,
      `CHROME_PATH names a file that does not exist: ${named}`,
    );
  }
  return (
    COMMANDS.map(findCommand).find((path) => path !== undefined) ?? USUAL_PLACES.find(existsSync)
  );
}
