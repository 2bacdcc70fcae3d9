import { SAMPLE_UNIONS, sampleGrassrootsUnion } from '#features/fund-years/rules/sample-unions.ts';
import { createUnion } from '#features/organizations/server/commands/create-union.ts';
import { foundRoot } from '#features/organizations/server/commands/found-root.ts';
import { setMembership } from '#features/organizations/server/commands/set-membership.ts';
import type { Context } from '#platform/context.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

import { DISTRICT } from './sample-people.ts';

const GRASSROOTS_PER_TOWN = 6;
const REASON = '样例数据';
const SAMPLE_YEAR = 2023;

/**
 * The tree of the sample year: the district, its towns and systems, invented grassroots unions. Returns
 * the ids by code.
 */
export async function seedTree(
  context: Context,
  cipher: FieldCipher,
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  const rootId = await foundRoot(context, {
    code: DISTRICT,
    name: '增城区总工会',
    level: 'district',
    reason: REASON,
    isSample: true,
  });
  ids.set(DISTRICT, rootId);
  for (const [index, town] of SAMPLE_UNIONS.entries()) {
    const code = `${DISTRICT}-${twoPlaces(index + 1)}`;
    const parentId = await createUnion(context, cipher, {
      parentId: rootId,
      code,
      name: town.name,
      level: 'town_or_system',
      regionCode: DISTRICT,
      reason: REASON,
      isSample: true,
    });
    ids.set(code, parentId);
    for (let place = 0; place < GRASSROOTS_PER_TOWN; place += 1) {
      const grassroots = { code: `${code}-${twoPlaces(place + 1)}`, parentId, place };
      ids.set(grassroots.code, await seedGrassroots(context, cipher, town.name, grassroots));
    }
  }
  return ids;
}

interface Grassroots {
  readonly code: string;
  readonly parentId: number;
  readonly place: number;
}

async function seedGrassroots(
  context: Context,
  cipher: FieldCipher,
  townUnion: string,
  { code, parentId, place }: Grassroots,
): Promise<number> {
  const name = sampleGrassrootsUnion(townUnion, place);
  const id = await createUnion(context, cipher, {
    parentId,
    code,
    name,
    level: 'grassroots',
    reason: REASON,
    isSample: true,
  });
  const memberCount = 60 + ((parentId * 31 + place * 47) % 400);
  await setMembership(context, {
    id,
    year: SAMPLE_YEAR,
    memberCount,
    workerCount: memberCount + 12,
    source: REASON,
  });
  return id;
}

function twoPlaces(value: number): string {
  return String(value).padStart(2, '0');
}
