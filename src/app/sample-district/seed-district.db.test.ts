import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { oneOf } from '#core/one-of.ts';
import { ACTIONS, TRANSITIONS } from '#features/applications/rules/transitions.ts';
import { listEdges, findViolations } from '#tests/support/random-histories.ts';
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
