import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { inTransaction } from '#platform/database/transaction.ts';

import { openApplicationStage } from '../../../../tests/support/staged-cases.ts';
import type { ApplicationStage } from '../../../../tests/support/staged-cases.ts';
import { aWholeDraft, aWorker } from '../../../../tests/support/staged-workers.ts';
import type { StagedWorker } from '../../../../tests/support/staged-workers.ts';

let stage: ApplicationStage;
let worker: StagedWorker;
let stranger: StagedWorker;
let id: number;
beforeAll(async () => {
  stage = await openApplicationStage();
  worker = await aWorker(stage);
  stranger = await aWorker(stage);
  const draft = await aWholeDraft(worker.client);
  ({ id } = draft);
  await worker.client.post(`/api/my/applications/${id}/submission`, { version: draft.version });
});
afterAll(() => stage.close());

/** As the database answers a worker before the program has entered any union. */
function asOwner<Result>(who: StagedWorker, statement: string): Promise<Result[]> {
  const scope = { roots: [], accountId: who.client.accountId };
  return inTransaction(stage.api.database, scope, async (transaction) => {
    const { rows } = await sql.raw<Result>(statement).execute(transaction);
    return rows;
  });
}

const count = async (who: StagedWorker, table: string): Promise<number> => {
  const [row] = await asOwner<{ count: number }>(
    who,
    `select count(*)::int as count from ${table}`,
  );
  return row?.count ?? -1;
};

describe('rows of the own case', () => {
  test.each(['applications', 'application_steps', 'application_consents', 'application_papers'])(
    'of %s are read by the applicant alone',
    async (table) => {
      expect(await count(worker, table)).toBeGreaterThan(0);
      expect(await count(stranger, table)).toBe(0);
    },
  );

  test.each([
    'households',
    'household_people',
    'unions',
    'stored_files',
    'aid_events',
    'union_members',
  ])('do not open %s', async (table) => {
    expect(await count(worker, table)).toBe(0);
  });

  test('are not written by being the applicant', async () => {
    const unionId = stage.api.unions.G21;
    const { accountId } = worker.client;
    const changed = await asOwner(
      worker,
      `update applications set state = 'withdrawn', union_id = ${unionId} where id = ${id} returning id`,
    );
    expect(changed).toEqual([]);
    const removed = await asOwner(
      worker,
      `delete from applications where applicant_account_id = ${accountId} returning id`,
    );
    expect(removed).toEqual([]);
    const added = asOwner(
      worker,
      `insert into applications (number, union_id, applicant_name, applicant_account_id, is_on_behalf, aid_type,
        entered_on, facts_secret)
       values ('X', ${unionId}, '样例', ${accountId}, false, '实物慰问', '2026-03-02', 'x')`,
    );
    await expect(added).rejects.toThrow(/row-level security/);
    const step = asOwner(
      worker,
      `insert into application_steps (application_id, union_id, number, action, from_state, to_state, actor_name,
        actor_union, happened_on)
       values (${id}, ${unionId}, 9, 'approve', 'submitted', 'awaiting_payment', '样例', '样例', '2026-03-02')`,
    );
    await expect(step).rejects.toThrow(/row-level security/);
  });
});
