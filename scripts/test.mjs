import { ensureBuilt } from './lib/build.mjs';
import {
  DATABASE_TESTS,
  DEBIAN_DATABASE_TESTS,
  E2E_TESTS,
  STATIC_CHECKS,
  UNIT_TESTS,
  runCheck,
  runStep,
} from './lib/checks.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { withDebianPostgres } from './lib/debian-postgres.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { runScript } from './lib/stop.mjs';

const notice = (text) => console.log(text);

/**
 * Every check runs even when an earlier one failed: one run tells all. With `--static` only the
 * checks of the source run, for a quick look before a commit.
 */
await runScript(async () => {
  requireNode();
  await ensureInstalled(notice);
  const onlyStatic = process.argv.includes('--static');
  const counts = [];
  const chromium = onlyStatic ? undefined : await ensureChromium(notice);
  for (const check of STATIC_CHECKS) counts.push(await runCheck(check));
  if (chromium !== undefined) {
    counts.push(await runCheck(UNIT_TESTS));
    counts.push(await runCheck(DATABASE_TESTS));
    if (process.env.CI === 'true') counts.push(await runOnDebianPostgres());
    const build = await runStep('build', () => ensureBuilt(['server', 'web'], notice));
    counts.push(build);
    if (build.failed === 0) counts.push(await runCheck(E2E_TESTS, { CHROME_PATH: chromium }));
  }
  const passed = counts.reduce((total, count) => total + count.passed, 0);
  const failed = counts.reduce((total, count) => total + count.failed, 0);
  if (failed > 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
});

/** A server that cannot be had is one failure, said in words; the other checks go on. */
async function runOnDebianPostgres() {
  let count;
  const server = await runStep('PostgreSQL 15', () =>
    withDebianPostgres(notice, async (url) => {
      count = await runCheck(DEBIAN_DATABASE_TESTS, { SONGNUAN_TEST_DATABASE_URL: url });
    }),
  );
  return server.failed > 0 ? server : count;
}
