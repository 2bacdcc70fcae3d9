import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideMergeUndo } from '../../rules/decide-merge.ts';
import type { HouseholdForm } from '../../rules/household-form.ts';
import { withoutPeople } from '../../rules/reshape-form.ts';
import { openFacts } from '../facts.ts';
import { addEvents } from '../history.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { assertAllowed, getHousehold, lockHouseholds } from '../household-row.ts';
import type { StoredHousehold } from '../household-row.ts';
import { listPeopleElsewhere } from '../people-elsewhere.ts';
import { saveForm } from '../save-form.ts';
import { writeAndComparePeople } from '../write-people.ts';

/**
 * Takes a merge back: of a merged file its own, of the file that stayed the last one. The merged file is
 * again as it was; the other loses who came from it, and all of the merge when nothing changed since.
 * @throws AppError `not_found`, `conflict` with the reasons against it.
 */
export async function undoMerge(
  context: Context,
  keys: HouseholdKeys,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<void> {
  const { household, other, mergedVersion } = await getMerged(context, keys, id);
  const besides = [household.id, other.id];
  const wish = { form: other.form, besides };
  const peopleElsewhere = await listPeopleElsewhere(context, keys, wish);
  assertAllowed(decideMergeUndo({ household, other, peopleElsewhere }));
  const today = toChinaDay(context.now);
  const form = await formWithout(context, keys, { household, other, mergedVersion });
  const saved = await saveForm(context, keys, household, {
    form,
    source: 'merge',
    reason,
    validOn: today,
  });
  await reopen(context, keys, other);
  await refreshKnownEligible(context, household.id);
  const common = { kind: 'merge_undone', happenedOn: today, reason } as const;
  const [mine, theirs] = [
    { householdId: household.id, unionId: household.unionId },
    { householdId: other.id, unionId: other.unionId },
  ];
  await addEvents(context, [
    { ...common, ...mine, otherHouseholdId: other.id, versionNumber: saved.number },
    { ...common, ...theirs, otherHouseholdId: household.id },
  ]);
  await context.record({
    subjectId: household.id,
    unionId: household.unionId,
    reason,
    before: { version: household.version, memberCount: household.form.people.length },
    after: { version: saved.number, memberCount: form.people.length, otherId: other.id },
  });
  const [before, after] = [{ state: other.state, mergedIntoId: household.id }, { state: 'open' }];
  await context.record({ subjectId: other.id, unionId: other.unionId, reason, before, after });
}

interface Merged {
  /** The file that stayed. */
  readonly household: StoredHousehold;
  /** The file that ended in it. */
  readonly other: StoredHousehold;
  /** The version of the file that stayed which the merge wrote. */
  readonly mergedVersion: number;
}

async function getMerged(context: Context, keys: HouseholdKeys, id: number): Promise<Merged> {
  const named = await getHousehold(context, keys, id);
  let query = context.transaction
    .selectFrom('householdEvents as e')
    .innerJoin('households as o', (join) =>
      join.onRef('o.id', '=', 'e.otherHouseholdId').onRef('o.mergedIntoId', '=', 'e.householdId'),
    )
    .select(['e.householdId', 'o.id as otherId', 'e.versionNumber'])
    .where('e.kind', '=', 'merged_in')
    .orderBy('e.id', 'desc')
    .limit(1);
  query =
    named.mergedIntoId === null
      ? query.where('e.householdId', '=', id)
      : query.where('e.householdId', '=', named.mergedIntoId).where('o.id', '=', id);
  const found = await query.executeTakeFirst();
  if (found === undefined) throw new AppError('conflict', 'household.not_merged_here');
  const { householdId, otherId, versionNumber } = found;
  await lockHouseholds(context, [householdId, otherId]);
  return {
    household: await getHousehold(context, keys, householdId),
    other: await getHousehold(context, keys, otherId),
    mergedVersion: versionNumber ?? 0,
  };
}

/** @throws AppError `conflict` `household.head_stays` when who came with the merge is head by now. */
async function formWithout(
  context: Context,
  keys: HouseholdKeys,
  { household, other, mergedVersion }: Merged,
): Promise<HouseholdForm> {
  const { transaction } = context;
  if (household.version === mergedVersion) {
    const before = await transaction
      .selectFrom('householdVersions')
      .select(['id', 'factsSecret'])
      .where('householdId', '=', household.id)
      .where('number', '=', mergedVersion - 1)
      .executeTakeFirstOrThrow();
    return openFacts(keys, before);
  }
  const came = await transaction
    .selectFrom('householdPeople as p')
    .innerJoin('householdPeople as o', 'o.id', 'p.cameFromId')
    .select('p.id')
    .where('p.householdId', '=', household.id)
    .where('o.householdId', '=', other.id)
    .execute();
  const leaving = new Set(came.map(({ id }) => id));
  const head = household.form.people.find(({ role }) => role === 'head');
  if (head !== undefined && head.id !== null && leaving.has(head.id)) {
    throw new AppError('conflict', 'household.head_stays', { name: head.name });
  }
  return withoutPeople(household.form, leaving);
}

async function reopen(
  context: Context,
  keys: HouseholdKeys,
  { id, unionId, form }: StoredHousehold,
): Promise<void> {
  await context.transaction
    .updateTable('households')
    .set({ state: 'open', mergedIntoId: null })
    .where('id', '=', id)
    .execute();
  await writeAndComparePeople(context, keys, [{ householdId: id, unionId, form }]);
}

/** The mark may have come with the other file's people. */
async function refreshKnownEligible({ transaction }: Context, id: number): Promise<void> {
  await sql`update households h set is_known_eligible = exists (
      select from civil_affairs_entries c join household_people p on p.identity_index = c.identity_index
      where p.household_id = h.id and p.left_on is null)
    where h.id = ${id} and h.is_known_eligible`.execute(transaction);
}
