import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { runScript } from './lib/stop.mjs';

const notice = (text) => console.log(text);

await runScript(async () => {
  requireNode();
  await ensureInstalled(notice);
  await ensureBuilt(['server', 'web'], notice);
});
