import { sql } from 'kysely';
import type { RawBuilder, SelectQueryBuilder } from 'kysely';

import type { Context } from '#platform/context.ts';
import type { DB } from '#platform/database/schema.ts';
import { readCursor, writeCursor } from '#platform/page-cursor.ts';

import type { UnionFilter, UnionListQuery } from '../rules/union-inputs.ts';
import type { UnionPage } from '../rules/union-views.ts';
import type { PhoneCipher } from './phone-cipher.ts';
import { readUnionRows } from './read-union-rows.ts';

type Filtered = SelectQueryBuilder<DB & { u: DB['unions'] }, 'u', object>;

/**
 * Codes from the top down: in order of bytes a union comes right before all below it, because a blank
 * sorts before every sign of a code.
 */
const TREE_ORDER = sql<string>`(select string_agg(above.code, ' ' order by c.depth desc)
  from union_closure c join unions above on above.id = c.ancestor_id
  where c.descendant_id = u.id) collate "C"`;

const SORT_KEYS: Readonly<Record<UnionListQuery['sort'], RawBuilder<string>>> = {
  tree: TREE_ORDER,
  name: sql<string>`u.name collate "C"`,
  code: sql<string>`u.code collate "C"`,
};

export async function listUnions(
  context: Context,
  cipher: PhoneCipher,
  query: UnionListQuery,
): Promise<UnionPage> {
  const key = SORT_KEYS[query.sort];
  const after = query.after === undefined ? undefined : readCursor(query.after);
  const found = await filterUnions(context, query)
    .select('u.id')
    .select(key.as('key'))
    .$if(after !== undefined, (select) =>
      select.where(sql<boolean>`(${key}, u.id) > (${after?.key ?? ''}, ${after?.id ?? 0})`),
    )
    .orderBy(key)
    .orderBy('u.id')
    .limit(query.limit + 1)
    .execute();
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await readUnionRows(
      context,
      cipher,
      page.map(({ id }) => id),
    ),
    next: found.length > query.limit && last !== undefined ? writeCursor(last) : null,
    total: await countUnions(context, query),
  };
}

export async function countUnions(context: Context, filter: UnionFilter): Promise<number> {
  const row = await filterUnions(context, filter)
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
}

/** Ids of all unions of a filter in the order of the tree. */
export async function listUnionIds(
  context: Context,
  filter: UnionFilter,
): Promise<readonly number[]> {
  const rows = await filterUnions(context, filter).select('u.id').orderBy(TREE_ORDER).execute();
  return rows.map(({ id }) => id);
}

function filterUnions({ transaction }: Context, filter: UnionFilter): Filtered {
  const { search = '', level, below, state } = filter;
  return transaction
    .selectFrom('unions as u')
    .$if(search !== '', (select) =>
      select.where(
        sql<boolean>`(strpos(lower(u.name), lower(${search})) > 0
          or strpos(lower(u.code), lower(${search})) > 0)`,
      ),
    )
    .$if(level !== undefined, (select) => select.where('u.level', '=', level ?? ''))
    .$if(state === 'open', (select) => select.where('u.closedOn', 'is', null))
    .$if(state === 'closed', (select) => select.where('u.closedOn', 'is not', null))
    .$if(below !== undefined, (select) =>
      select.where('u.id', 'in', (inner) =>
        inner
          .selectFrom('unionClosure')
          .select('descendantId')
          .where('ancestorId', '=', below ?? 0),
      ),
    );
}
