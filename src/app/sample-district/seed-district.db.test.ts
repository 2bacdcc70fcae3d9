import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

import { oneOf } from '#core/one-of.ts';
import { ActInput } from '#features/applications/rules/application-inputs.ts';
import { ACTIONS, TRANSITIONS } from '#features/applications/rules/transitions.ts';
import { actOnApplication } from '#features/applications/server/commands/act.ts';
import { asActor } from '#tests/support/context.ts';
import { findViolations, listEdges } from '#tests/support/random-histories.ts';
import { openSeededDistrict } from '#tests/support/sample-district.ts';
import type { SeededDistrict } from '#tests/support/sample-district.ts';

import { removeSample } from '../operations/remove-sample.ts';

const NOW = new Date('2026-03-02T02:00:00Z');
let district: SeededDistrict;
beforeAll(async () => {
  district = await openSeededDistrict(NOW);
});
afterAll(() => district.close());

async function ask(text: string): Promise<unknown[]> {
  return (await district.test.owner.pool.query<Record<string, unknown>>(text)).rows;
}

test('every applicant of the sample year is a member in a file, and no two are held for one', async () => {
  expect(
    await ask(`select count(*)::int as files, count(*) filter (where hardship_class = 'none')::int as above
      from households`),
  ).toEqual([{ files: 255, above: 1 }]);
  expect(
    await ask(`select count(*)::int as members from household_people p
      join households h on h.id = p.household_id where p.is_union_member and h.hardship_class <> 'none'`),
  ).toEqual([{ members: 262 }]);
  expect(await ask('select id from duplicate_pairs')).toEqual([]);
});

test('every case went a way that the table of transitions knows, with an opinion at each desk', async () => {
  const { owner } = district.test;
  expect(
    await ask(
      'select state, count(*)::int as count from applications where is_sample group by 1 order by 1',
    ),
  ).toEqual(expect.arrayContaining([{ state: 'paid', count: 272 }]));
  for (const edge of await listEdges(owner)) {
    const [from, action] = edge.split(' ');
    expect(TRANSITIONS[oneOf(ACTIONS, action ?? '')].from, edge).toContain(from);
  }
  expect(await findViolations(owner)).toEqual(['a state that its last step did not lead to: 272']);
});

test('has an open case on every desk, and one that waits for the approver is granted', async () => {
  const states = await ask(
    "select distinct state from applications where state not in ('paid', 'refused', 'withdrawn')",
  );
  expect(states).toHaveLength(9);
  const [found] =
    await ask(`select a.id::int as id, a.version, p.id::int as "accountId", p.display_name as name
    from applications a, accounts p where a.state = 'district_approval' and p.username = 'qushenpi'
    order by a.id limit 1`);
  const { id, version, accountId, name } = Waiting.parse(found);
  const input = ActInput.parse({
    action: 'approve',
    version,
    opinion: '同意',
    amountFen: 1500_00,
    meetsConditions: true,
  });
  await asActor(
    district.test.app,
    { accountId, name },
    (context) => actOnApplication(context, { id, input, desk: { seat: 'approval' } }),
    NOW,
  );
  expect(await ask(`select state from applications where id = ${id}`)).toEqual([
    { state: 'awaiting_payment' },
  ]);
});

const Waiting = z.object({ id: z.int(), version: z.int(), accountId: z.int(), name: z.string() });

test('goes without a trace when the sample is removed', async () => {
  const { files, installation } = district;
  const sampleFolder = join(installation.dataFolder, 'sample');
  const removed = await removeSample({
    installation,
    files,
    sampleFolder,
    isConfirmed: true,
    now: NOW,
  });
  expect(removed).toMatchObject({
    applications: expect.any(Number),
    fund_entries: expect.any(Number),
  });
  expect(await ask('select id from applications')).toEqual([]);
  expect(await ask('select id from fund_entries')).toEqual([]);
  expect(await ask('select id from households')).toEqual([]);
});
