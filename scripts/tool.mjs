import { spawn } from 'node:child_process';

import { ensureBuilt } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inProject, projectFolder } from './lib/project.mjs';
import { runScript } from './lib/stop.mjs';

// `node scripts/tool.mjs bench` runs scripts/bench.ts once everything it needs is there.
const notice = (text) => console.error(text);
const [name, ...args] = process.argv.slice(2);

await runScript(async () => {
  requireNode();
  await ensureInstalled(notice);
  await ensureBuilt(['server', 'web'], notice);
  const chromium = await ensureChromium(notice);
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', inProject('scripts', `${name}.ts`), ...args],
    { cwd: projectFolder, stdio: 'inherit', env: { ...process.env, CHROME_PATH: chromium } },
  );
  process.exitCode = await new Promise((resolve) => {
    child.on('close', (code) => resolve(code ?? 1));
  });
});
