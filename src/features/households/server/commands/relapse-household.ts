import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideRelapse } from '../../rules/decide-relapse.ts';
import type { HouseholdRelapse } from '../../rules/household-inputs.ts';
import { addEvents } from '../history.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { assertAllowed, getForChange } from '../household-row.ts';
import { listPeopleElsewhere } from '../people-elsewhere.ts';
import { writeAndComparePeople } from '../write-people.ts';

/**
 * Takes an ended file up again (返困) with the people of its newest form. The day of the last recheck
 * stays: the facts are to be looked at anew.
 * @throws AppError `not_found`, `conflict` with the reasons against it.
 */
export async function relapseHousehold(
  context: Context,
  keys: HouseholdKeys,
  { id, relapse }: { readonly id: number; readonly relapse: HouseholdRelapse },
): Promise<void> {
  const { version, from, reason, document = null } = relapse;
  const household = await getForChange(context, keys, { id, version });
  const { form, unionId, state, exitedOn } = household;
  const peopleElsewhere = await listPeopleElsewhere(context, keys, { form, besides: [id] });
  assertAllowed(decideRelapse({ household, from, peopleElsewhere }, toChinaDay(context.now)));
  await context.transaction
    .updateTable('households')
    .set({ state: 'open', exitedOn: null, exitKind: null, exitReason: null })
    .where('id', '=', id)
    .execute();
  await writeAndComparePeople(context, keys, [{ householdId: id, unionId, form }]);
  await addEvents(context, [
    { householdId: id, unionId, kind: 'relapsed', happenedOn: from, reason, document },
  ]);
  await context.record({
    subjectId: id,
    unionId,
    reason,
    before: { state, exitedOn },
    after: { state: 'open', from, document },
  });
}
