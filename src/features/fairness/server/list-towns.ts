import { sql } from 'kysely';

import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

/** A town or system union and the district it belongs to. */
export interface Town {
  readonly id: number;
  readonly name: string;
  readonly districtId: number;
  readonly foundedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
}

/** Towns and systems that are open, below their districts. */
export async function listTowns({ transaction }: Context): Promise<Town[]> {
  const { rows } = await sql<Omit<Town, 'foundedOn'> & { foundedOn: string | null }>`
    select u.id, u.name, d.id as "districtId", u.founded_on, u.closed_on
    from unions u join union_closure c on c.descendant_id = u.id
    join unions d on d.id = c.ancestor_id and d.level = 'district'
    where u.level = 'town_or_system' and u.closed_on is null
    order by u.code collate "C"`.execute(transaction);
  return rows.map(({ foundedOn, ...row }) => ({
    ...row,
    foundedOn: foundedOn === null ? null : day(foundedOn),
  }));
}
