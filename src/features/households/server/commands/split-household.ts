import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideSplit } from '../../rules/decide-split.ts';
import type { HouseholdSplit } from '../../rules/household-inputs.ts';
import { splitOff, withoutPeople } from '../../rules/reshape-form.ts';
import { addEvents } from '../history.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { assertAllowed, getForChange } from '../household-row.ts';
import type { StoredHousehold } from '../household-row.ts';
import { peopleOnFile } from '../people-on-file.ts';
import { saveForm } from '../save-form.ts';
import { openHouseholds } from './open-households.ts';
import type { OpenedFile } from './open-households.ts';

/**
 * Gives some of a household a file of their own (分户); returns its id.
 * @throws AppError `not_found`, `conflict` with the reasons against it.
 */
export async function splitHousehold(
  context: Context,
  keys: HouseholdKeys,
  { id, split }: { readonly id: number; readonly split: HouseholdSplit },
): Promise<number> {
  const { version, personIds, headId, splitOn, reason, document = null } = split;
  const household = await getForChange(context, keys, { id, version });
  const { form, unionId } = household;
  const wish = { household, people: peopleOnFile(form), personIds, headId, splitOn };
  assertAllowed(decideSplit(wish, toChinaDay(context.now)));
  const leaving = new Set(personIds);
  // They have left the old file before the new one takes them in.
  const saved = await saveForm(context, keys, household, {
    form: withoutPeople(form, leaving),
    source: 'split',
    reason,
    validOn: splitOn,
  });
  const newForm = splitOff(form, leaving, headId);
  const people = newForm.people.map((person) => ({ ...person, id: null }));
  const [opened] = await openHouseholds(context, keys, [
    {
      unionId,
      form: { ...newForm, people },
      openedOn: splitOn,
      source: 'split',
      reason,
      document,
      splitFrom: { id, personIds: newForm.people.map((person) => person.id) },
      isSample: household.isSample,
    },
  ]);
  if (opened === undefined) throw new Error('one file was opened and none came back');
  const event = { householdId: id, unionId, happenedOn: splitOn, reason, document };
  await addEvents(context, [
    { ...event, kind: 'split_off', otherHouseholdId: opened.id, versionNumber: saved.number },
  ]);
  await recordSplit(context, { household, split, opened, version: saved.number });
  return opened.id;
}

interface Done {
  readonly household: StoredHousehold;
  readonly split: HouseholdSplit;
  readonly opened: OpenedFile;
  readonly version: number;
}

/** One entry for each of the two files. */
async function recordSplit(
  context: Context,
  { household, split, opened, version }: Done,
): Promise<void> {
  const { id, unionId, form } = household;
  const { reason, personIds, splitOn, document = null } = split;
  await context.record({
    subjectId: id,
    unionId,
    reason,
    before: { version: household.version, memberCount: form.people.length },
    after: {
      version,
      memberCount: form.people.length - personIds.length,
      splitOn,
      newHouseholdId: opened.id,
      document,
    },
  });
  const { fileNumber } = opened;
  const { hardshipClass } = opened.class;
  await context.record({
    action: 'household.opened',
    subjectId: opened.id,
    unionId,
    reason,
    after: { fileNumber, splitFromId: id, memberCount: personIds.length, hardshipClass },
  });
}
