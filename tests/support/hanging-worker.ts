import { once } from 'node:events';

import { openDatabase } from '#platform/database/open-database.ts';

import { startTestWorker, stepsKind } from './test-jobs.ts';

/**
 * A process that works on test jobs and stops in the middle of each, after the second step, until it
 * is killed. The connection comes as JSON in the first line that it is told; it begins then.
 */
const [line] = (await once(process.stdin, 'data')) as [Buffer];
const connection = JSON.parse(line.toString()) as object;

await startTestWorker(openDatabase({ connection, poolSize: 8 }), [
  stepsKind((step) => {
    if (step < 3) return Promise.resolve();
    console.log('hanging');
    return new Promise(() => undefined);
  }),
]);
