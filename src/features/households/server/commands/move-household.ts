import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { addNotices } from '#features/notices/server/commands.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { HOUSEHOLD_NOTICE_TEXTS } from '../../messages.ts';
import { decideMove } from '../../rules/decide-move.ts';
import type { HouseholdMove } from '../../rules/household-inputs.ts';
import { addEvents } from '../history.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { assertAllowed, getForChange } from '../household-row.ts';

/**
 * Gives a file to another union (转移) with all that was told of it, and tells the officers of both.
 * @throws AppError `not_found`, `conflict` with the reasons against it.
 */
export async function moveHousehold(
  context: Context,
  keys: HouseholdKeys,
  { id, move }: { readonly id: number; readonly move: HouseholdMove },
): Promise<void> {
  const { version, unionId: toId, movedOn, reason, document = null } = move;
  const household = await getForChange(context, keys, { id, version });
  const [from, to] = [await getUnion(context, household.unionId), await getUnion(context, toId)];
  const openCases = await listOpenCases(context, id);
  assertAllowed(decideMove({ household, to, movedOn, openCases }, toChinaDay(context.now)));
  await sql`select move_household(${id}::bigint, ${toId}::int)`.execute(context.transaction);
  await addEvents(context, [
    { householdId: id, unionId: toId, kind: 'moved', happenedOn: movedOn, reason, document },
  ]);
  const entry = { subjectId: id, reason };
  const after = { unionId: toId, unionName: to.name, movedOn, document };
  await context.record({ ...entry, unionId: from.id, before: { unionName: from.name }, after });
  await context.record({ ...entry, unionId: toId, before: { unionName: from.name }, after });
  const { fileNumber } = household;
  const params = { fileNumber, from: from.name, to: to.name };
  const link = `/households/${id}`;
  await addNotices(context, HOUSEHOLD_NOTICE_TEXTS, [
    ...(await listOfficers(context, from.id)).map((accountId) => ({
      accountId,
      code: 'household.moved_out' as const,
      params,
    })),
    ...(await listOfficers(context, toId)).map((accountId) => ({
      accountId,
      code: 'household.moved_in' as const,
      params,
      link,
    })),
  ]);
}

async function getUnion({ transaction }: Context, id: number) {
  const union = await transaction
    .selectFrom('unions')
    .select(['id', 'name', 'closedOn'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (union === undefined) throw new AppError('not_found', 'household.union_unknown');
  return { id: union.id, name: union.name, isClosed: union.closedOn !== null };
}

async function listOpenCases({ transaction }: Context, id: number): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select list_open_cases(${id}::bigint) as number`.execute(transaction);
  return rows.map(({ number }) => number);
}

/** Of the union itself; whoever moved the file knows. */
async function listOfficers(
  { transaction, now, actor }: Context,
  unionId: number,
): Promise<number[]> {
  const today = toChinaDay(now);
  const rows = await transaction
    .selectFrom('roleAssignments as r')
    .innerJoin('accounts as a', 'a.id', 'r.accountId')
    .select('a.id')
    .distinct()
    .where('r.role', 'in', ['grassroots_officer', 'town_officer', 'district_officer'])
    .where('r.unionId', '=', unionId)
    .where('a.disabledAt', 'is', null)
    .where('r.validFrom', '<=', today)
    .where((where) => where.or([where('r.validTo', 'is', null), where('r.validTo', '>=', today)]))
    .execute();
  return rows.map(({ id }) => id).filter((id) => id !== actor.accountId);
}
