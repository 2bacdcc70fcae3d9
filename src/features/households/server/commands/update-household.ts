import { AppError } from '#core/app-error.ts';
import { toDecision } from '#core/decision.ts';
import type { Context } from '#platform/context.ts';

import { judgeLastCheck, judgeOpenFile } from '../../rules/act-conditions.ts';
import { compareForms } from '../../rules/compare-forms.ts';
import type { HouseholdForm } from '../../rules/household-form.ts';
import type { HouseholdChange } from '../../rules/household-inputs.ts';
import { keepMasked } from '../../rules/mask-form.ts';
import { noteSaving } from '../audit-notes.ts';
import type { SavedChange } from '../audit-notes.ts';
import { assertDay, assertSound } from '../check-form.ts';
import { addEvents } from '../history.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { assertAllowed, getForChange } from '../household-row.ts';
import { saveForm } from '../save-form.ts';

/**
 * Saves a changed form as a new version; masked values leave those on file. People who are not in it any
 * more have left on the day the form describes. As a recheck it also moves the day of the last one.
 * @throws AppError `not_found`, `conflict` (changed meanwhile, not open, a person in another file),
 *   `invalid` (faults of the form, a mask of nothing, nothing changed).
 */
export async function updateHousehold(
  context: Context,
  keys: HouseholdKeys,
  { id, change }: { readonly id: number; readonly change: HouseholdChange },
): Promise<void> {
  const { version, validOn, source, reason } = change;
  const household = await getForChange(context, keys, { id, version });
  const isRecheck = source === 'recheck';
  assertAllowed(
    toDecision([
      ...judgeOpenFile(household),
      ...(isRecheck ? judgeLastCheck(validOn, household.checkedOn) : []),
    ]),
  );
  assertDay(context, validOn, household.openedOn);
  const form = keepMasked(change.form, household.form);
  assertKnownPeople(form, household.form);
  assertSound(context, form);
  const changed = compareForms(household.form, form);
  if (changed.length === 0 && !isRecheck)
    throw new AppError('invalid', 'household.nothing_changed');
  const saved = await saveForm(context, keys, household, {
    form,
    source,
    reason,
    validOn,
    ...(isRecheck ? { checkedOn: validOn } : {}),
  });
  await noteChange(context, { household, change, saved, changed });
}

async function noteChange(context: Context, done: SavedChange): Promise<void> {
  const { household, change, saved } = done;
  const { id: householdId, unionId } = household;
  const { validOn: happenedOn, source, reason } = change;
  const kind = source === 'recheck' ? 'rechecked' : 'changed';
  const versionNumber = saved.number;
  await addEvents(context, [{ householdId, unionId, kind, happenedOn, reason, versionNumber }]);
  await context.record(noteSaving(done));
}

/** @throws AppError `conflict` `household.person_not_here` for a row that is not of this file. */
function assertKnownPeople(form: HouseholdForm, stored: HouseholdForm): void {
  const known = new Set(stored.people.map(({ id }) => id));
  const ids = form.people.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size === ids.length && ids.every((id) => known.has(id))) return;
  throw new AppError('conflict', 'household.person_not_here');
}
