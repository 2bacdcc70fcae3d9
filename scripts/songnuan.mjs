import { pathToFileURL } from 'node:url';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inProject } from './lib/project.mjs';
import { runScript } from './lib/stop.mjs';

// Notices go to the error stream: what a command prints on its output may be piped into a file.
const notice = (text) => console.error(text);

await runScript(async () => {
  requireNode();
  await ensureInstalled(notice);
  await ensureBuilt(process.argv[2] === 'serve' ? ['server', 'web'] : ['server'], notice);
});

if (process.exitCode === undefined) {
  // npm runs its scripts in the project folder; a file is meant where the person stands.
  if (process.env.npm_lifecycle_event === 'songnuan') process.chdir(process.env.INIT_CWD);
  const program = inProject('dist/server/cli.js');
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
}
