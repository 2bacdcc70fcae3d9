import { AppError } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideMerge } from '../../rules/decide-merge.ts';
import { HouseholdForm } from '../../rules/household-form.ts';
import type { HouseholdMerge } from '../../rules/household-inputs.ts';
import { mergeForms } from '../../rules/reshape-form.ts';
import { addEvents } from '../history.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { assertAllowed, getForChange, getHousehold, lockHouseholds } from '../household-row.ts';
import type { StoredHousehold } from '../household-row.ts';
import { saveForm } from '../save-form.ts';
import type { SavedForm } from '../save-form.ts';
import { endPeople } from '../write-people.ts';

/**
 * Ends another file in this one (并户). The other file keeps its form, so that the merge can be undone.
 * @throws AppError `not_found` `household.unknown` or `household.other_unknown`, `conflict` with the
 *   reasons against it.
 */
export async function mergeHouseholds(
  context: Context,
  keys: HouseholdKeys,
  { id, merge }: { readonly id: number; readonly merge: HouseholdMerge },
): Promise<void> {
  const { version, otherId, otherVersion, mergedOn, reason } = merge;
  await lockHouseholds(context, [id, otherId]);
  const household = await getForChange(context, keys, { id, version });
  const other = await getOther(context, keys, { id: otherId, version: otherVersion });
  const { form, cameFrom } = mergeForms(household.form, other.form);
  const wish = { household, other, mergedOn, peopleCount: form.people.length };
  assertAllowed(decideMerge(wish, toChinaDay(context.now)));
  await closeInto(context, { other, household, mergedOn });
  const saved = await saveForm(context, keys, household, {
    form: HouseholdForm.parse(form),
    source: 'merge',
    reason,
    validOn: mergedOn,
    cameFrom,
  });
  await noteMerge(context, { household, other, merge, saved });
}

interface Done {
  readonly household: StoredHousehold;
  readonly other: StoredHousehold;
  readonly merge: HouseholdMerge;
  readonly saved: SavedForm;
}

/** In the life of both files, and in the log for the auditors of both unions. */
async function noteMerge(
  context: Context,
  { household, other, merge, saved }: Done,
): Promise<void> {
  const { id, unionId } = household;
  const { version, otherId, mergedOn, reason, document = null } = merge;
  const { number: versionNumber, form } = saved;
  const common = { happenedOn: mergedOn, reason, document };
  await addEvents(context, [
    {
      ...common,
      householdId: id,
      unionId,
      kind: 'merged_in',
      otherHouseholdId: otherId,
      versionNumber,
    },
    {
      ...common,
      householdId: otherId,
      unionId: other.unionId,
      kind: 'merged_away',
      otherHouseholdId: id,
    },
  ]);
  await context.record({
    subjectId: id,
    unionId,
    reason,
    before: { version, memberCount: household.form.people.length },
    after: { version: versionNumber, memberCount: form.people.length, otherId, mergedOn, document },
  });
  const before = { state: other.state };
  const after = { state: 'merged', mergedIntoId: id, mergedOn, document };
  await context.record({ subjectId: otherId, unionId: other.unionId, reason, before, after });
}

async function getOther(
  context: Context,
  keys: HouseholdKeys,
  { id, version }: { readonly id: number; readonly version: number },
): Promise<StoredHousehold> {
  const other = await getHousehold(context, keys, id).catch((cause: unknown) => {
    throw new AppError('not_found', 'household.other_unknown', {}, cause);
  });
  if (other.version !== version) throw new AppError('conflict', 'household.changed_meanwhile');
  return other;
}

interface Closing {
  readonly household: StoredHousehold;
  readonly other: StoredHousehold;
  readonly mergedOn: StoredHousehold['openedOn'];
}

async function closeInto(context: Context, { household, other, mergedOn }: Closing): Promise<void> {
  const { transaction } = context;
  await endPeople(context, other.id, { stay: [], leftOn: mergedOn });
  const gone = await transaction
    .updateTable('households')
    .set({ state: 'merged', mergedIntoId: household.id })
    .where('id', '=', other.id)
    .returning('isKnownEligible')
    .executeTakeFirstOrThrow();
  if (!gone.isKnownEligible) return;
  await transaction
    .updateTable('households')
    .set({ isKnownEligible: true })
    .where('id', '=', household.id)
    .execute();
}
