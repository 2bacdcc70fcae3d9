import { spawnSync } from 'node:child_process';

import { Kysely, PostgresDialect } from 'kysely';
import { PostgresDialect as GeneratorDialect, generate } from 'kysely-codegen';
import pg from 'pg';
import type { ClientConfig } from 'pg';

export const ROW_TYPES_FILE = 'src/platform/database/schema.ts';

/** The row types of a live, migrated database as our formatter writes them. */
export async function writeRowTypes(connection: ClientConfig): Promise<string> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ ...connection, max: 1 }) }),
  });
  try {
    const text = await generate({
      db,
      dialect: new GeneratorDialect({ dateParser: 'string' }),
      camelCase: true,
      excludePattern: 'public.schema_migrations',
      typeMapping: { int8: 'number' },
      outFile: null,
    });
    return format(text);
  } finally {
    await db.destroy();
  }
}

function format(text: string): string {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['node_modules/oxfmt/bin/oxfmt', '--stdin-filepath', ROW_TYPES_FILE],
    { input: text, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error('the formatter refused the row types');
  return stdout;
}
