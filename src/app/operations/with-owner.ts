import pg from 'pg';
import type { ClientBase, ClientConfig } from 'pg';

import { VALUE_TYPES } from '#platform/database/value-types.ts';

/** Runs work with a connection of the owner's, whom row-level security holds back nowhere. */
export async function withOwner<Result>(
  owner: ClientConfig,
  work: (client: ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ ...owner, types: VALUE_TYPES });
  await client.connect();
  // Without a listener, a lost connection would end the process; the running query fails with it.
  client.on('error', () => undefined);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same in one transaction, kept when the work ends well. */
export async function inOwnerTransaction<Result>(
  owner: ClientConfig,
  work: (client: ClientBase) => Promise<Result>,
): Promise<Result> {
  return withOwner(owner, async (client) => {
    await client.query('begin');
    try {
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  });
}
