import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openTestDatabase } from '#tests/support/database.ts';
import type { TestDatabase } from '#tests/support/database.ts';

import { appendMany, seal } from './audit-log.fixture.ts';

/**
 * Entries are kept for good, and so for the three years that are asked for: nothing in the program
 * deletes one, and the role it works under may not.
 */
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await appendMany(database.app, 2);
  await seal(database.app, 1);
});

afterAll(async () => {
  await database.close();
});

const INSUFFICIENT_PRIVILEGE = '42501';

interface History {
  readonly table: string;
  readonly column: string;
}

const HISTORIES: readonly History[] = [
  { table: 'audit_entries', column: 'mac' },
  { table: 'audit_blocks', column: 'digest' },
  { table: 'setting_entries', column: 'reason' },
  { table: 'password_history', column: 'password_hash' },
  { table: 'union_placements', column: 'reason' },
];

describe.each(HISTORIES)('the application role on $table', ({ table, column }) => {
  test.each([
    `update ${table} set ${column} = ${column}`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
    `drop table ${table} cascade`,
    `alter table ${table} disable trigger all`,
    `alter table ${table} add column more int`,
  ])('is refused: %s', async (statement) => {
    await expect(sql.raw(statement).execute(database.app.query)).rejects.toMatchObject({
      code: INSUFFICIENT_PRIVILEGE,
    });
  });
});

test('nor may it queue an entry again or disarm what queues them', async () => {
  for (const statement of [
    'insert into audit_queue values (1)',
    'update audit_queue set entry_id = 1',
    'drop function queue_audit_entry() cascade',
    'create or replace function queue_audit_entry() returns trigger language sql as $$ select 1 $$',
  ]) {
    await expect(sql.raw(statement).execute(database.app.query)).rejects.toMatchObject({
      code: INSUFFICIENT_PRIVILEGE,
    });
  }
  const { rows } = await sql<{ count: number }>`select count(*) from audit_entries`.execute(
    database.owner.query,
  );
  expect(rows).toEqual([{ count: 2 }]);
});
