import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { UnionLevel } from '#features/accounts/rules/roles.ts';
import { addBuiltInPolicy } from '#features/policies/server/commands/add-built-in-policy.ts';
import type { Context } from '#platform/context.ts';
import { findViolatedConstraint } from '#platform/database/database-errors.ts';
import { enterScope } from '#platform/database/transaction.ts';

import { addPlacement } from '../placements.ts';

export interface RootFounding {
  readonly code: string;
  readonly name: string;
  readonly level: UnionLevel;
  readonly reason: string;
  readonly isSample?: boolean;
}

/**
 * The first union of an empty installation, with the built-in rules in force; the transaction then sees
 * both. Returns its id.
 * @throws AppError `conflict` `union.tree_exists`.
 */
export async function foundRoot(
  context: Context,
  { code, name, level, reason, isSample = false }: RootFounding,
): Promise<number> {
  const { transaction, actor } = context;
  const id = await callFunction(context, { code, name, level });
  // Nobody has a role at the union yet: whoever founds it may see it until the transaction ends.
  await enterScope(transaction, { roots: [id], accountId: actor.accountId });
  if (isSample) {
    await transaction.updateTable('unions').set({ isSample }).where('id', '=', id).execute();
  }
  await addPlacement(context, { unionId: id, parentId: null, name, from: null, reason });
  const entry = { action: 'union.created', subject: 'union', subjectId: id, unionId: id };
  await context.record({ ...entry, reason, after: { code, name, level, parentId: null } });
  await addBuiltInPolicy(context);
  return id;
}

async function callFunction(
  { transaction }: Context,
  { code, name, level }: Pick<RootFounding, 'code' | 'name' | 'level'>,
): Promise<number> {
  try {
    const { rows } = await sql<{
      id: number;
    }>`select found_root_union(${code}, ${name}, ${level}) as id`.execute(transaction);
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('found_root_union gave no id');
    return id;
  } catch (error) {
    if (findViolatedConstraint(error) !== 'unions_one_root') throw error;
    throw new AppError('conflict', 'union.tree_exists', {}, error);
  }
}
