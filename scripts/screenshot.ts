import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { enterAs } from '../tests/support/browser-session.ts';
import { launchBrowser, openPage, settle } from '../tests/support/browser.ts';
import type { Screen } from '../tests/support/browser.ts';
import { openSampleHouse } from '../tests/support/sample-house.ts';
import { signIn } from '../tests/support/sign-in.ts';
import { projectFolder } from '../tests/support/source-tree.ts';

/*
 * Takes the README's pictures, of the evaluation as its evaluator sees it: `node scripts/tool.mjs screenshot`.
 * The pictures show the fonts this project ships with, whatever the machine has.
 */

const FOLDER = join(projectFolder, 'docs/images');
const PICTURES: readonly [screen: Screen, file: string][] = [
  ['desk', 'overview.png'],
  ['phone', 'overview-phone.png'],
];

const scratch = await mkdtemp(join(tmpdir(), 'songnuan-fonts-'));
const house = await openSampleHouse();
const browser = await launchBrowser({ FONTCONFIG_FILE: await writeFontConfig(scratch) });
try {
  const evaluator = { username: 'pingjia', password: house.passwords['pingjia'] ?? '' };
  const session = await signIn(house.url, evaluator);
  await mkdir(FOLDER, { recursive: true });
  const takePicture = async (screen: Screen, path: string): Promise<void> => {
    const { page } = await openPage(browser, screen);
    await enterAs(page.context(), house.url, session);
    await page.goto(new URL('/evaluation', house.url).href);
    await settle(page);
    await page.evaluate(() => document.fonts.ready);
    const { length } = await page.screenshot({ path });
    console.log(`${path}  ${Math.ceil(length / 1024)} kB`);
  };
  for (const [screen, file] of PICTURES) await takePicture(screen, join(FOLDER, file));
} finally {
  await browser.close();
  await house.close();
  await rm(scratch, { recursive: true });
}

/** A font list of our own: only the Chinese fonts of node_modules, and no cache left behind. */
async function writeFontConfig(folder: string): Promise<string> {
  const fonts = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  );
  const weights = ['400Regular', '600SemiBold', '700Bold'];
  const path = join(folder, 'fonts.conf');
  await writeFile(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${weights.map((weight) => `  <dir>${join(fonts, weight)}</dir>`).join('\n')}
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`,
  );
  return path;
}
