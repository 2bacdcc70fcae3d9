import { CompiledQuery } from 'kysely';
import type { ClientBase } from 'pg';
import PgBoss from 'pg-boss';

import { AppError } from '#core/app-error.ts';

import type { DatabaseTransaction } from '../database/open-database.ts';
import { APPLICATION_ROLE } from '../database/prepare-database.ts';

/** One queue for all kinds: what a job is stands in `job_runs`, the queue only says whose turn it is. */
export const QUEUE = 'jobs';
/** Told at each commit that added a job; a worker that misses it sees the job at its next look. */
export const WAKE_CHANNEL = 'songnuan_jobs';
const SCHEMA = 'pgboss';
const INSUFFICIENT_PRIVILEGE = '42501';

/** Times a job is begun again by itself; a person may ask for more. */
export const RETRY_LIMIT = 4;

const QUEUE_OPTIONS = {
  name: QUEUE,
  retryLimit: RETRY_LIMIT,
  retryDelay: 2,
  retryBackoff: true,
  // A worker's death is seen by its lock; this only catches what nobody looks after for a day.
  expireInSeconds: 23 * 60 * 60,
  retentionMinutes: 30 * 24 * 60,
};

/** What is sent along: no business data, which stays in `job_runs` under its own protection. */
export interface QueuedRun {
  readonly runId: string;
  readonly accountId: number;
}

/** Looks after the tables (old jobs are archived, then dropped) once it is started. */
export function openQueue(runner: PgBoss.Db): PgBoss {
  return new PgBoss({ db: runner, schema: SCHEMA, migrate: false, schedule: false });
}

/** Lets pg-boss speak through a running transaction. */
export function throughTransaction(transaction: DatabaseTransaction): PgBoss.Db {
  return {
    executeSql: async (text, values) => {
      const { rows } = await transaction.executeQuery(CompiledQuery.raw(text, values));
      return { rows };
    },
  };
}

/** For those who hand in a transaction each time: there is no other way to the database. */
export const JOB_QUEUE = openQueue({
  executeSql: () => Promise.reject(new Error('the queue is only spoken to in a transaction')),
});

/**
 * Creates or migrates pg-boss's tables and our queue with the owner's connection, and lets the
 * application role work on the rows. Two programs starting at once do it one after the other.
 * @throws AppError unavailable `jobs.queue_forbidden`: the owner may not create the schema.
 */
export async function prepareJobQueue(client: ClientBase): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    schema: SCHEMA,
    schedule: false,
    supervise: false,
  });
  await client.query(`select pg_advisory_lock(hashtext('${SCHEMA}'))`);
  try {
    await boss.start();
    // pg-boss writes into the options that it is given.
    await boss.createQueue(QUEUE, { ...QUEUE_OPTIONS });
    await boss.updateQueue(QUEUE, { ...QUEUE_OPTIONS });
    await client.query(`grant usage on schema ${SCHEMA} to ${APPLICATION_ROLE};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APPLICATION_ROLE};
      alter default privileges in schema ${SCHEMA}
        grant select, insert, update, delete on tables to ${APPLICATION_ROLE}`);
  } catch (error) {
    // pg-boss begins transactions in its texts and leaves a failed one open.
    await client.query('rollback');
    if (!(error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE)) {
      throw error;
    }
    throw new AppError('unavailable', 'jobs.queue_forbidden', { schema: SCHEMA }, error);
  } finally {
    await boss.stop({ graceful: false });
    await client.query(`select pg_advisory_unlock(hashtext('${SCHEMA}'))`);
  }
}
