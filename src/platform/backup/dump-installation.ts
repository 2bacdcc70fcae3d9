import pg from 'pg';
import type { ClientBase, ClientConfig } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

import { isAppError } from '#core/app-error.ts';

import { VALUE_TYPES } from '../database/value-types.ts';
import type { FileStore } from '../files/file-store.ts';
import { listStoredDigests } from '../files/list-stored-digests.ts';
import type { AppliedMigration, TablePart } from './backup-format.ts';
import { createFrameWriter } from './frames.ts';
import type { FrameWriter } from './frames.ts';
import { refuseForeignTables } from './refuse-foreign-tables.ts';
import { listTables, quote, quoteAll } from './table-catalogue.ts';
import type { CatalogueTable } from './table-catalogue.ts';

/** @param count rows or files so far. */
export type BackupProgress = (stage: 'tables' | 'files', count: number) => void;

export interface DumpOptions {
  readonly owner: ClientConfig;
  readonly files: FileStore;
  readonly programVersion: string;
  readonly now: Date;
  readonly onProgress?: BackupProgress;
}

export interface DumpSummary {
  readonly tableCount: number;
  readonly rowCount: number;
  readonly fileCount: number;
  /** Files that rows name and that could not be read: they are not in the backup. */
  readonly lostFiles: readonly string[];
  /** SHA-256 that stands for the whole content. */
  readonly digest: string;
}

interface Tally {
  rowCount: number;
  fileCount: number;
  readonly lostFiles: string[];
}

/** The frames of a backup, all rows from one snapshot. */
export async function* dumpInstallation(options: DumpOptions): AsyncGenerator<Buffer, DumpSummary> {
  const client = new pg.Client({ ...options.owner, types: VALUE_TYPES });
  await client.connect();
  // Without a listener, a lost connection would end the process; the running query fails with it.
  client.on('error', () => undefined);
  try {
    const tables = await openSnapshot(client);
    const writer = createFrameWriter();
    const tally: Tally = { rowCount: 0, fileCount: 0, lostFiles: [] };
    yield writer.note({
      kind: 'manifest',
      programVersion: options.programVersion,
      createdAt: options.now.toISOString(),
      migrations: await readMigrations(client),
    });
    for (const table of tables) yield* dumpTable(client, table, { writer, tally, options });
    yield* dumpFiles(client, tables, { writer, tally, options });
    const { rowCount, fileCount, lostFiles } = tally;
    const digest = writer.digest();
    yield writer.note({
      kind: 'total',
      tableCount: tables.length,
      rowCount,
      fileCount,
      lostFileCount: lostFiles.length,
      sha256: digest,
    });
    return { tableCount: tables.length, rowCount, fileCount, lostFiles, digest };
  } finally {
    await client.end();
  }
}

/** Locks against changes of the tables themselves come first: the snapshot would not show them. */
async function openSnapshot(client: ClientBase): Promise<CatalogueTable[]> {
  await refuseForeignTables(client);
  const names = (await listTables(client)).map(({ name }) => quote(name));
  await client.query('begin isolation level repeatable read read only');
  await client.query(`lock table ${names.join(', ')} in access share mode`);
  await client.query(`set local row_security = off; set local statement_timeout = 0;
    set local idle_in_transaction_session_timeout = 0`);
  return listTables(client);
}

async function readMigrations(client: ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select number, name, digest from schema_migrations order by number',
  );
  return rows;
}

interface Into {
  readonly writer: FrameWriter;
  readonly tally: Tally;
  readonly options: DumpOptions;
}

async function* dumpTable(
  client: ClientBase,
  table: CatalogueTable,
  { writer, tally, options }: Into,
): AsyncGenerator<Buffer> {
  const { name, columns } = table;
  const identities = await readIdentities(client, table);
  yield writer.note({ kind: 'table', name, columns: [...columns], identities });
  const text = `copy ${quote(name)} (${quoteAll(columns)}) to stdout (format binary)`;
  const end = yield* writer.part(client.query(copyTo(text)), true);
  tally.rowCount += end.rowCount;
  options.onProgress?.('tables', tally.rowCount);
}

/** Counters stand outside of the snapshot: they may be ahead of its rows, never behind. */
async function readIdentities(
  client: ClientBase,
  { name, identityColumns }: CatalogueTable,
): Promise<TablePart['identities']> {
  const identities: TablePart['identities'] = [];
  for (const column of identityColumns) {
    const found = await client.query<{ sequence: string }>(
      'select pg_get_serial_sequence($1, $2) as sequence',
      [quote(name), column],
    );
    const { rows } = await client.query<{ position: string; isCalled: boolean }>(
      `select last_value::text as position, is_called as "isCalled" from ${found.rows[0]?.sequence}`,
    );
    for (const row of rows) identities.push({ column, ...row });
  }
  return identities;
}

async function* dumpFiles(
  client: ClientBase,
  tables: readonly CatalogueTable[],
  { writer, tally, options }: Into,
): AsyncGenerator<Buffer> {
  // A schema of before there were files.
  if (!tables.some(({ name }) => name === 'stored_files')) return;
  for await (const digest of listStoredDigests(client)) {
    const content = await options.files.get(digest).catch((error: unknown) => error);
    if (Buffer.isBuffer(content)) {
      yield writer.note({ kind: 'file', digest });
      yield* writer.part(once(content), false);
      tally.fileCount += 1;
      options.onProgress?.('files', tally.fileCount);
    } else if (isAppError(content)) {
      // One damaged file must not stand in the way of saving all else; it is reported.
      yield writer.note({ kind: 'lost_file', digest, code: content.code });
      tally.lostFiles.push(digest);
    } else {
      throw content;
    }
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
