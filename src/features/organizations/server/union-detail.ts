import { sql } from 'kysely';

import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { isSoundCreditCode } from '../rules/credit-code.ts';
import { decideClosure } from '../rules/decide-closure.ts';
import { findUnlikelyCounts } from '../rules/judge-membership.ts';
import type { UnionReason } from '../rules/union-reasons.ts';
import type { UnionDetail } from '../rules/union-views.ts';
import { findClosureFacts } from './closure-facts.ts';
import type { PhoneCipher } from './phone-cipher.ts';
import { readUnionRows } from './read-union-rows.ts';
import { getUnion } from './union-row.ts';
import type { StoredUnion } from './union-row.ts';

/** @throws AppError `not_found` `union.unknown`, also for a union outside the actor's scope. */
export async function getUnionDetail(
  context: Context,
  cipher: PhoneCipher,
  id: number,
): Promise<UnionDetail> {
  const union = await getUnion(context, id);
  const [row] = await readUnionRows(context, cipher, [id]);
  if (row === undefined) throw new Error('a union that was just read has no row');
  const memberships = await listMemberships(context, id);
  return {
    ...row,
    version: union.version,
    ancestors: await listAncestors(context, id),
    subtree: await sumSubtree(context, id),
    memberships,
    placements: await listPlacements(context, id),
    warnings: [
      ...judgeCreditCode(union),
      ...findUnlikelyCounts(memberships, union.level === 'grassroots'),
    ],
    closureObstacles: await listClosureObstacles(context, union),
  };
}

function judgeCreditCode({ creditCode }: StoredUnion): UnionReason[] {
  if (creditCode === null || isSoundCreditCode(creditCode)) return [];
  return [{ code: 'union.credit_code_check', params: { creditCode } }];
}

async function listClosureObstacles(context: Context, union: StoredUnion): Promise<UnionReason[]> {
  const today = toChinaDay(context.now);
  const facts = await findClosureFacts(context, union.id);
  const decision = decideClosure({ union, closedOn: today, ...facts }, today);
  return decision.ok ? [] : [...decision.reasons];
}

function listMemberships(
  { transaction }: Context,
  id: number,
): Promise<UnionDetail['memberships']> {
  return transaction
    .selectFrom('unionMemberships')
    .select(['year', 'memberCount', 'workerCount', 'source'])
    .where('unionId', '=', id)
    .orderBy('year', 'desc')
    .execute();
}

function listAncestors({ transaction }: Context, id: number): Promise<UnionDetail['ancestors']> {
  return transaction
    .selectFrom('unionClosure as c')
    .innerJoin('unions as a', 'a.id', 'c.ancestorId')
    .select(['a.id', 'a.name'])
    .where('c.descendantId', '=', id)
    .where('c.depth', '>', 0)
    .orderBy('c.depth', 'desc')
    .execute();
}

function sumSubtree({ transaction }: Context, id: number): Promise<UnionDetail['subtree']> {
  const newest = sql<number>`(select m.member_count from union_memberships m
    where m.union_id = u.id order by m.year desc limit 1)`;
  return transaction
    .selectFrom('unionClosure as c')
    .innerJoin('unions as u', 'u.id', 'c.descendantId')
    .select((all) => all.fn.countAll<number>().as('unionCount'))
    .select(sql<number>`coalesce(sum(${newest}), 0)::bigint`.as('memberCount'))
    .where('c.ancestorId', '=', id)
    .where('u.closedOn', 'is', null)
    .executeTakeFirstOrThrow();
}

async function listPlacements(
  { transaction }: Context,
  id: number,
): Promise<UnionDetail['placements']> {
  const rows = await transaction
    .selectFrom('unionPlacements as h')
    .leftJoin('unions as p', 'p.id', 'h.parentId')
    .leftJoin('accounts as a', 'a.id', 'h.recordedBy')
    .select([
      'h.id',
      'p.id as parentId',
      'p.name as parentName',
      'h.name',
      'h.validFrom',
      'h.validTo',
    ])
    .select([
      'h.reason',
      'h.document',
      'h.endReason',
      'h.recordedAt',
      'a.displayName as recordedBy',
    ])
    .where('h.unionId', '=', id)
    .orderBy('h.id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}
