import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSeededDistrict } from '#tests/support/sample-district.ts';
import type { SeededDistrict } from '#tests/support/sample-district.ts';

let district: SeededDistrict;
beforeAll(async () => {
  district = await openSeededDistrict(new Date('2026-03-02T02:00:00Z'));
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
