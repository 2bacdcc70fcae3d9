import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

import { inProject } from './project.mjs';
import { runNode } from './run.mjs';

const REPORTS = 'test-results';

const tool = (name, script, ...args) => ({ name, args: [`node_modules/${script}`, ...args] });
const tests = (project, run = project) => ({
  name: `vitest ${run}`,
  report: `${REPORTS}/${run}.json`,
  args: [
    'node_modules/vitest/vitest.mjs',
    'run',
    `--project=${project}`,
    '--passWithNoTests=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORTS}/${run}.json`,
  ],
});

/** Everything that can be said about the source alone, fastest first. */
export const STATIC_CHECKS = [
  tool('oxfmt', 'oxfmt/bin/oxfmt', '--check'),
  tool('oxlint', 'oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '--format=unix'),
  tool('tsc', 'typescript/bin/tsc', '-b'),
];
export const UNIT_TESTS = tests('unit');
export const DATABASE_TESTS = tests('db');
/** The same on the oldest server we support. */
export const DEBIAN_DATABASE_TESTS = tests('db', 'db15');
export const E2E_TESTS = tests('e2e');

/**
 * Runs one check and prints a line for it; what a failing check printed follows.
 * @returns {Promise<{passed: number, failed: number}>} a tool counts as one, a test run as its tests
 */
export async function runCheck(check, env = {}) {
  const started = performance.now();
  if (check.report !== undefined) prepareReport(check.report);
  const { exitCode, output } = await runNode(check.args, { env: { NO_COLOR: '1', ...env } });
  const count =
    check.report === undefined ? countOne(exitCode) : countTests(check.report, exitCode);
  printLine(check.name, count, performance.now() - started);
  if (count.failed > 0) console.log(output);
  return count;
}

/** Like `runCheck` for a step of these scripts themselves, which fails by throwing. */
export async function runStep(name, work) {
  const started = performance.now();
  let failure;
  await work().catch((error) => {
    failure = error;
  });
  const count = countOne(failure === undefined ? 0 : 1);
  printLine(name, count, performance.now() - started);
  if (failure !== undefined) console.log(failure.message);
  return count;
}

function prepareReport(report) {
  mkdirSync(inProject(REPORTS), { recursive: true });
  rmSync(inProject(report), { force: true });
}

function countOne(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A run that failed without a failing test (a file that does not load, no report) still counts. */
function countTests(report, exitCode) {
  if (!existsSync(inProject(report))) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(inProject(report), 'utf8'));
  const failed = exitCode === 0 ? numFailedTests : Math.max(1, numFailedTests);
  return { passed: numPassedTests, failed };
}

function printLine(name, { passed, failed }, milliseconds) {
  const mark = failed === 0 ? '✓' : '✗';
  const seconds = (milliseconds / 1000).toFixed(1).padStart(5);
  const tally = passed + failed === 1 ? '' : `  ${passed} passed, ${failed} failed`;
  console.log(`${mark} ${name.padEnd(12)} ${seconds} s${tally}`);
}
