import { sql } from 'kysely';

import type { Context } from '#platform/context.ts';

import { maskPhone } from '../rules/contact-phone.ts';
import type { UnionRow } from '../rules/union-views.ts';
import { decryptPhone } from './phone-cipher.ts';
import type { PhoneCipher } from './phone-cipher.ts';
import { toUnionLevel } from './union-row.ts';

/** The rows of the given unions in the given order; those out of sight are left out. */
export async function readUnionRows(
  { transaction }: Context,
  cipher: PhoneCipher,
  ids: readonly number[],
): Promise<UnionRow[]> {
  if (ids.length === 0) return [];
  const rows = await transaction
    .selectFrom('unions as u')
    .leftJoin('unions as p', 'p.id', 'u.parentId')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('unionMemberships')
          .select(['year', 'memberCount', 'workerCount'])
          .whereRef('unionId', '=', 'u.id')
          .orderBy('year', 'desc')
          .limit(1)
          .as('m'),
      (join) => join.onTrue(),
    )
    .select(['u.id', 'u.code', 'u.name', 'u.level', 'u.closedOn', 'u.isSample', 'u.regionCode'])
    .select(['u.creditCode', 'u.foundedOn', 'u.contactName', 'u.contactPhoneSecret'])
    .select(['p.id as parentId', 'p.name as parentName'])
    .select(['m.year as membershipYear', 'm.memberCount', 'm.workerCount'])
    .select(CHILD_COUNT.as('childCount'))
    .where('u.id', 'in', ids)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { contactPhoneSecret, ...rest } = row;
    const phone = decryptPhone(cipher, { id, contactPhoneSecret });
    const contactPhone = phone === null ? null : maskPhone(phone);
    return [{ ...rest, level: toUnionLevel(row.level), contactPhone }];
  });
}

const CHILD_COUNT = sql<number>`(select count(*) from unions child
  where child.parent_id = u.id and child.closed_on is null)`;
