import { createUnion } from '#features/organizations/server/commands/create-union.ts';
import { foundRoot } from '#features/organizations/server/commands/found-root.ts';
import { setMembership } from '#features/organizations/server/commands/set-membership.ts';
import type { Context } from '#platform/context.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

import { DISTRICT } from './sample-people.ts';
import { SAMPLE_TREE } from './sample-tree.ts';

const REASON = '样例数据';
const SAMPLE_YEAR = 2023;

/** The district with all unions below it and the members they had. Returns the ids by code. */
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
  for (const { code, name, level, parentCode, place } of SAMPLE_TREE) {
    const parentId = ids.get(parentCode) ?? rootId;
    const id = await createUnion(context, cipher, {
      parentId,
      code,
      name,
      level,
      ...(level === 'grassroots' ? {} : { regionCode: DISTRICT }),
      reason: REASON,
      isSample: true,
    });
    ids.set(code, id);
    if (level === 'grassroots') await addMembers(context, { id, parentId, place });
  }
  return ids;
}

async function addMembers(
  context: Context,
  {
    id,
    parentId,
    place,
  }: { readonly id: number; readonly parentId: number; readonly place: number },
): Promise<void> {
  const memberCount = 60 + ((parentId * 31 + place * 47) % 400);
  await setMembership(context, {
    id,
    year: SAMPLE_YEAR,
    memberCount,
    workerCount: memberCount + 12,
    source: REASON,
  });
}
