import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import type { NewHousehold } from '../../rules/household-inputs.ts';
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
  const [opened] = await openHouseholds(context, keys, [
    { unionId, form: newForm, openedOn, source, reason },
  ]);
  if (opened === undefined) throw new Error('one file was opened and none came back');
  const { id, fileNumber, class: judged } = opened;
  const { hardshipClass } = judged;
  const { scheme, tier, people } = newForm;
  const after = { fileNumber, unionId, openedOn, source, hardshipClass, scheme, tier };
  await context.record({
    subjectId: id,
    unionId,
    reason,
    after: { ...after, memberCount: people.length },
  });
  return id;
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
