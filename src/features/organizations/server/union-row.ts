import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { Decision } from '#core/decision.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';
import type { UnionLevel } from '#features/accounts/rules/roles.ts';
import type { Context } from '#platform/context.ts';
import type { DatabaseTransaction } from '#platform/database/open-database.ts';

import type { PlacedUnion } from '../rules/decide-placement.ts';
import type { UnionReason } from '../rules/union-reasons.ts';

/** A union as its commands need it. */
export interface StoredUnion extends PlacedUnion {
  readonly code: string;
  readonly regionCode: string | null;
  readonly creditCode: string | null;
  readonly contactName: string | null;
  readonly contactPhoneSecret: string | null;
  readonly version: number;
}

export function toUnionLevel(text: string): UnionLevel {
  const level = UNION_LEVELS.find((one) => one === text);
  if (level === undefined) throw new RangeError(`not a union level: ${text}`);
  return level;
}

export function toDay(text: string | null): PlainDate | null {
  return text === null ? null : day(text);
}

/**
 * The structure is changed by one transaction at a time: what was judged of a union's neighbours still
 * holds when the change is written. Taken before any row is read.
 */
export async function lockTree(transaction: DatabaseTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('union_closure'))`.execute(transaction);
}

/** Undefined also for a union outside the actor's scope. */
export async function findUnion(
  { transaction }: Context,
  id: number,
): Promise<StoredUnion | undefined> {
  const row = await transaction
    .selectFrom('unions')
    .select(['id', 'code', 'name', 'level', 'parentId', 'regionCode', 'creditCode', 'version'])
    .select(['foundedOn', 'closedOn', 'contactName', 'contactPhoneSecret'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...row,
    level: toUnionLevel(row.level),
    foundedOn: toDay(row.foundedOn),
    closedOn: toDay(row.closedOn),
  };
}

/** @throws AppError `not_found` `union.unknown`. */
export async function getUnion(context: Context, id: number): Promise<StoredUnion> {
  const union = await findUnion(context, id);
  if (union === undefined) throw new AppError('not_found', 'union.unknown');
  return union;
}

/** @throws AppError `not_found` `union.parent_unknown`. */
export async function getParent(context: Context, id: number): Promise<StoredUnion> {
  const parent = await findUnion(context, id);
  if (parent === undefined) throw new AppError('not_found', 'union.parent_unknown');
  return parent;
}

/**
 * Writes changed columns and counts the version up.
 * @throws AppError `conflict` `union.changed_meanwhile` when the union is no longer at that version.
 */
export async function saveUnion(
  { transaction }: Context,
  { id, version }: { readonly id: number; readonly version: number },
  change: Partial<Omit<StoredUnion, 'id' | 'version'>>,
): Promise<void> {
  const result = await transaction
    .updateTable('unions')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new AppError('conflict', 'union.changed_meanwhile');
}

/** @throws AppError `conflict` with the first reason against it. */
export function assertAllowed(decision: Decision<UnionReason>): void {
  const reason = decision.ok ? undefined : decision.reasons[0];
  if (reason !== undefined) throw new AppError('conflict', reason.code, reason.params);
}
