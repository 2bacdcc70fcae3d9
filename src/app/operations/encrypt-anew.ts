import type { ClientBase } from 'pg';
import pg from 'pg';

import { isAppError } from '#core/app-error.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { listStoredDigests } from '#platform/files/list-stored-digests.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

import { SECRET_COLUMNS } from './secret-columns.ts';
import type { SecretColumn } from './secret-columns.ts';

export interface AnewTally {
  readonly valueCount: number;
  readonly fileCount: number;
  /** Values (`accounts.phone:12`) and files (`file:<digest>`) that no key opens; they stay as they are. */
  readonly unreadable: readonly string[];
}

export interface AnewOptions {
  readonly cipher: FieldCipher;
  readonly activeKeyId: string;
  readonly files: FileStore;
  readonly onProgress?: (stage: 'values' | 'files', count: number) => void;
}

interface Running {
  valueCount: number;
  fileCount: number;
  readonly unreadable: Set<string>;
}

const BATCH = 500;

/**
 * Encrypts under the active key whatever is under another one. It may be broken off and begun again
 * anywhere, and others may work meanwhile: a value they change keeps their change.
 */
export async function encryptAnew(client: ClientBase, options: AnewOptions): Promise<AnewTally> {
  const running: Running = { valueCount: 0, fileCount: 0, unreadable: new Set() };
  for (const place of SECRET_COLUMNS) await encryptColumn(client, place, { options, running });
  // By the rows rather than by the folder: a file without a row is nobody's any more.
  for await (const digest of listStoredDigests(client)) {
    await encryptFile(digest, options, running);
  }
  return { ...running, unreadable: [...running.unreadable] };
}

interface Into {
  readonly options: AnewOptions;
  readonly running: Running;
}

interface Value {
  readonly id: number;
  readonly secret: string;
}

async function encryptColumn(
  client: ClientBase,
  place: SecretColumn,
  { options, running }: Into,
): Promise<void> {
  const table = pg.escapeIdentifier(place.table);
  const column = pg.escapeIdentifier(place.column);
  for (let lastId = 0; ;) {
    const { rows } = await client.query<Value>(
      `select id, ${column} as secret from ${table}
       where id > $1 and ${column} is not null and ${column} not like $2
       order by id limit ${BATCH}`,
      [lastId, `_:${options.activeKeyId}:%`],
    );
    const anew = rows.flatMap((value) => encryptValue(value, place, { options, running }));
    const { rowCount } = await client.query(
      `update ${table} set ${column} = changed.anew
       from unnest($1::bigint[], $2::text[], $3::text[]) as changed (id, secret, anew)
       where ${table}.id = changed.id and ${column} = changed.secret`,
      [anew.map(({ id }) => id), anew.map(({ secret }) => secret), anew.map(({ text }) => text)],
    );
    running.valueCount += rowCount ?? 0;
    options.onProgress?.('values', running.valueCount);
    lastId = rows.at(-1)?.id ?? lastId;
    if (rows.length < BATCH) return;
  }
}

function encryptValue(
  { id, secret }: Value,
  { purpose }: SecretColumn,
  { options, running }: Into,
): readonly (Value & { readonly text: string })[] {
  const context = `${purpose}:${id}`;
  try {
    const { cipher } = options;
    return [{ id, secret, text: cipher.encrypt(cipher.decrypt(secret, context), context) }];
  } catch (error) {
    if (!isAppError(error)) throw error;
    running.unreadable.add(context);
    return [];
  }
}

async function encryptFile(
  digest: string,
  { files, onProgress }: AnewOptions,
  running: Running,
): Promise<void> {
  try {
    if (await files.reseal(digest)) running.fileCount += 1;
    onProgress?.('files', running.fileCount);
  } catch (error) {
    if (!isAppError(error)) throw error;
    // Removed since we listed it, or lost before: nothing is left to encrypt.
    if (error.code !== 'files.not_found') running.unreadable.add(`file:${digest}`);
  }
}
