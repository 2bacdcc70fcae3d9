import { pathToFileURL } from 'node:url';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inProject } from './lib/project.mjs';
import { runScript } from './lib/stop.mjs';

const notice = (text) => console.log(text);

await runScript(async () => {
  requireNode();
  await ensureInstalled(notice);
  await ensureBuilt(['server', 'web'], notice);
});

if (process.exitCode === undefined) {
  const program = inProject('dist/server/server.js');
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
}
