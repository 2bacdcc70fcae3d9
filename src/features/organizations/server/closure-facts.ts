import type { PlainDate } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { findLastChange } from './placements.ts';

export interface ClosureFacts {
  readonly openChildren: readonly string[];
  readonly roleHolders: readonly string[];
  readonly lastChange: PlainDate | null;
}

/** What the closing of a union is judged by. */
export async function findClosureFacts(context: Context, id: number): Promise<ClosureFacts> {
  const { transaction, now } = context;
  const children = await transaction
    .selectFrom('unions')
    .select('name')
    .where('parentId', '=', id)
    .where('closedOn', 'is', null)
    .orderBy('code')
    .execute();
  const holders = await transaction
    .selectFrom('roleAssignments as r')
    .innerJoin('accounts as a', 'a.id', 'r.accountId')
    .select('a.displayName')
    .distinct()
    .where('r.unionId', '=', id)
    .where((on) => on.or([on('r.validTo', 'is', null), on('r.validTo', '>=', toChinaDay(now))]))
    .orderBy('a.displayName')
    .execute();
  return {
    openChildren: children.map(({ name }) => name),
    roleHolders: holders.map(({ displayName }) => displayName),
    lastChange: await findLastChange(context, id),
  };
}
