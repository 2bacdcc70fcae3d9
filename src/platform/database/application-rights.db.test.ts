import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestDatabase } from '#tests/support/database.ts';
import type { TestDatabase } from '#tests/support/database.ts';

const DENIED = '42501';
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const asApplication = (statement: string): Promise<unknown> =>
  sql.raw(statement).execute(database.app.query);

describe('the application role', () => {
  it.each([
    'update audit_entries set body = body',
    'delete from audit_entries',
    'update audit_blocks set no = no',
    'update setting_entries set value = value',
    'delete from password_history',
    "update union_placements set reason = 'another'",
    'update union_placements set valid_from = null',
    "update role_assignments set role = 'auditor'",
    'update role_assignments set valid_from = valid_from',
    'update sessions set account_id = 1',
    "update job_runs set permission = 'signed_in'",
    'update job_runs set account_id = 1',
    'update notices set account_id = 1',
    "update outbox_messages set recipient = 'me@example.org'",
    'delete from role_assignments',
    'create table public.mine (id int)',
  ])('may not: %s', async (statement) => {
    await expect(asApplication(statement)).rejects.toMatchObject({ code: DENIED });
  });

  it.each([
    'update union_placements set valid_to = valid_to, end_reason = end_reason',
    'update role_assignments set valid_to = valid_to, ended_by = ended_by',
    'update notices set read_at = read_at',
  ])('may: %s', async (statement) => {
    await expect(asApplication(statement)).resolves.toBeDefined();
  });
});
