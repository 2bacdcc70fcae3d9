import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import type { NewHousehold } from '../../rules/household-inputs.ts';
import { noteOpening } from '../audit-notes.ts';
import { assertDay, assertSound } from '../check-form.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { openHouseholds } from './open-households.ts';

/**
 * Opens a file of a household; returns its id.
 * @throws AppError `not_found` `household.union_unknown`, `conflict` (union closed, a person in another
 *   file), `invalid` with every fault of the form.
 */
export async function createHousehold(
  context: Context,
  keys: HouseholdKeys,
  { unionId, form, openedOn, source, reason }: NewHousehold,
): Promise<number> {
  await assertUnionOpen(context, unionId);
  assertDay(context, openedOn);
  // Nobody of a new file has a row yet, whatever the sender says.
  const newForm = { ...form, people: form.people.map((person) => ({ ...person, id: null })) };
  assertSound(context, newForm);
  const file = { unionId, form: newForm, openedOn, source, reason };
  const [opened] = await openHouseholds(context, keys, [file]);
  if (opened === undefined) throw new Error('one file was opened and none came back');
  await context.record(noteOpening(file, opened));
  return opened.id;
}

async function assertUnionOpen({ transaction }: Context, unionId: number): Promise<void> {
  const union = await transaction
    .selectFrom('unions')
    .select('closedOn')
    .where('id', '=', unionId)
    .executeTakeFirst();
  if (union === undefined) throw new AppError('not_found', 'household.union_unknown');
  if (union.closedOn !== null) throw new AppError('conflict', 'household.union_closed');
}
