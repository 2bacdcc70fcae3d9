import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { Context } from '#platform/context.ts';

import type { UnionNode, UnionTree } from '../rules/union-views.ts';
import { toUnionLevel } from './union-row.ts';

export interface TreeWish {
  /** Whose children are wanted; undefined for the whole tree, or its tops where it is large. */
  readonly parentId?: number | undefined;
  readonly withClosed?: boolean | undefined;
}

/** Trees of so many unions are given whole; a page shows them without asking again. */
const WHOLE_TREE = 500;

export async function findUnionTree(context: Context, wish: TreeWish): Promise<UnionTree> {
  const { parentId, withClosed = false } = wish;
  const isShown = withClosed ? sql<boolean>`true` : sql<boolean>`u.closed_on is null`;
  if (parentId !== undefined) {
    const isChild = sql<boolean>`${isShown} and u.parent_id = ${parentId}`;
    return { nodes: await listNodes(context, isChild, withClosed), isWhole: false };
  }
  const { count } = await context.transaction
    .selectFrom('unions as u')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where(isShown)
    .executeTakeFirstOrThrow();
  if (count <= WHOLE_TREE) {
    return { nodes: await listNodes(context, isShown, withClosed), isWhole: true };
  }
  const isTop = sql<boolean>`${isShown}
    and not exists (select from unions parent where parent.id = u.parent_id)`;
  return { nodes: await listNodes(context, isTop, withClosed), isWhole: false };
}

async function listNodes(
  { transaction }: Context,
  condition: RawBuilder<boolean>,
  withClosed: boolean,
): Promise<UnionNode[]> {
  const open = withClosed ? sql`` : sql`and child.closed_on is null`;
  const childCount = sql<number>`(select count(*) from unions child
    where child.parent_id = u.id ${open})`;
  const rows = await transaction
    .selectFrom('unions as u')
    // A parent out of sight is none.
    .leftJoin('unions as p', 'p.id', 'u.parentId')
    .select(['u.id', 'u.code', 'u.name', 'u.level', 'u.closedOn', 'u.isSample'])
    .select(['p.id as parentId', childCount.as('childCount')])
    .where(condition)
    .orderBy(sql`u.code collate "C"`)
    .execute();
  return rows.map((row) => ({ ...row, level: toUnionLevel(row.level) }));
}
