import pg from 'pg';
import type { ClientConfig } from 'pg';

import { AppError } from '#core/app-error.ts';

/**
 * Every process that uses the server holds this lock shared, on one connection of its own, for as long
 * as it lives: the kernel closes the connection of a process that was killed. So the last one to stop
 * knows that it is the last, with no file that could be out of date.
 */
const LOCK = 7_364_610_522;

/**
 * Connects and counts itself among the users.
 * @returns `busy` while the server is starting, recovering or shutting down, `silent` when nobody
 *   listens or the server went away
 * @throws AppError `unavailable` `postgres.access_refused`
 */
export async function joinUsers(connection: ClientConfig): Promise<pg.Client | 'busy' | 'silent'> {
  const client = new pg.Client({ ...connection, application_name: 'songnuan supervisor' });
  // The end of the connection is what the supervisor looks at.
  client.on('error', () => {});
  try {
    await client.connect();
    // Waits while another process is shutting the server down, and is then cut off.
    await client.query('select pg_advisory_lock_shared($1)', [LOCK]);
    holdProcess(client, false);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    if (isPassing(error)) return isBusy(error) ? 'busy' : 'silent';
    if (!REFUSED.has(codeOf(error))) throw error;
    const params = { host: connection.host ?? '' };
    throw new AppError('unavailable', 'postgres.access_refused', params, error);
  }
}

/** Leaves the users; true when nobody else is left, and then nobody else can join any more. */
export async function leaveUsers(client: pg.Client): Promise<boolean> {
  holdProcess(client, true);
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [LOCK]);
    const { rows } = await client.query<{ last: boolean }>(
      'select pg_try_advisory_lock($1) as last',
      [LOCK],
    );
    return rows[0]?.last === true;
  } catch (error) {
    if (isPassing(error)) return true;
    throw error;
  }
}

/** A connection that only keeps watch must not keep a finished program from ending. */
function holdProcess(client: pg.Client, isHeld: boolean): void {
  // The driver has both; its type declarations lack them.
  const socket = client as unknown as { ref(): void; unref(): void };
  if (isHeld) socket.ref();
  else socket.unref();
}

/** Shutting down by order, after a crash, not yet started. */
const BUSY: ReadonlySet<unknown> = new Set(['57P01', '57P02', '57P03']);
const SILENT: ReadonlySet<unknown> = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
const REFUSED: ReadonlySet<unknown> = new Set(['28000', '28P01']);
/** The driver gives these no code. */
const CUT_OFF =
  /^(Connection terminated|Client has encountered a connection error|Client was closed)/;

function isPassing(error: unknown): boolean {
  if (isBusy(error) || SILENT.has(codeOf(error))) return true;
  return error instanceof Error && codeOf(error) === undefined && CUT_OFF.test(error.message);
}

function isBusy(error: unknown): boolean {
  return BUSY.has(codeOf(error));
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
