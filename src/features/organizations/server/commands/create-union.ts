import { AppError } from '#core/app-error.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { UnionLevel } from '#features/accounts/rules/roles.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import { findViolatedConstraint } from '#platform/database/database-errors.ts';
import { enterScope } from '#platform/database/transaction.ts';

import { decideFounding } from '../../rules/decide-placement.ts';
import { sealPhone } from '../phone-cipher.ts';
import type { PhoneCipher } from '../phone-cipher.ts';
import { addPlacement } from '../placements.ts';
import { assertAllowed, getParent, lockTree } from '../union-row.ts';

export interface UnionFounding {
  readonly parentId: number;
  readonly code: string;
  readonly name: string;
  readonly level: UnionLevel;
  readonly regionCode?: string | null | undefined;
  readonly creditCode?: string | null | undefined;
  readonly foundedOn?: PlainDate | null | undefined;
  readonly contactName?: string | null | undefined;
  /** In full. */
  readonly contactPhone?: string | null | undefined;
  readonly reason: string;
  readonly document?: string | null | undefined;
  /** Of the sample district, which one command removes. */
  readonly isSample?: boolean;
}

/**
 * Founds a union below a visible one and widens the transaction's scope by it; returns its id.
 * @throws AppError `not_found` `union.parent_unknown`, `conflict` with a `UnionReason` or `union.code_taken`.
 */
export async function createUnion(
  context: Context,
  cipher: PhoneCipher,
  founding: UnionFounding,
): Promise<number> {
  const { parentId, code, name, level, foundedOn = null } = founding;
  const { regionCode = null, creditCode = null, contactName = null } = founding;
  await lockTree(context.transaction);
  const parent = await getParent(context, parentId);
  assertAllowed(decideFounding({ level, foundedOn }, parent, toChinaDay(context.now)));
  const { reason, document = null, isSample = false } = founding;
  const facts = { code, name, level, regionCode, creditCode, foundedOn, contactName };
  const id = await insertUnion(context, { ...facts, parentId, isSample });
  const { actor, transaction } = context;
  await enterScope(transaction, { roots: actor.scopeRoots, accountId: actor.accountId });
  const contactPhone = founding.contactPhone ?? null;
  if (contactPhone !== null) {
    const contactPhoneSecret = sealPhone(cipher, id, contactPhone);
    await transaction
      .updateTable('unions')
      .set({ contactPhoneSecret })
      .where('id', '=', id)
      .execute();
  }
  await addPlacement(context, { unionId: id, parentId, name, from: foundedOn, reason, document });
  const after = { ...facts, parentId, document, hasContactPhone: contactPhone !== null };
  await context.record({ ...ENTRY, subjectId: id, unionId: id, reason, after });
  return id;
}

/** Named here as well: the sample district is founded outside any route. */
const ENTRY = { action: 'union.created', subject: 'union' };

interface InsertedUnion {
  readonly parentId: number;
  readonly code: string;
  readonly name: string;
  readonly level: UnionLevel;
  readonly regionCode: string | null;
  readonly creditCode: string | null;
  readonly foundedOn: string | null;
  readonly contactName: string | null;
  readonly isSample: boolean;
}

async function insertUnion({ transaction }: Context, union: InsertedUnion): Promise<number> {
  try {
    const row = await transaction
      .insertInto('unions')
      .values(union)
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  } catch (error) {
    if (findViolatedConstraint(error) !== 'unions_code_key') throw error;
    throw new AppError('conflict', 'union.code_taken', { code: union.code }, error);
  }
}
