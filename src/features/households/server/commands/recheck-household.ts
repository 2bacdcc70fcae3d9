import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { HouseholdRecheck } from '../../rules/household-inputs.ts';
import { decideRecheck } from '../../rules/next-check.ts';
import { addEvents } from '../history.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { assertAllowed, getForChange } from '../household-row.ts';

/**
 * Notes a yearly recheck that found nothing to change; the form stays at its version.
 * @throws AppError `not_found`, `conflict` with the reasons against it.
 */
export async function recheckHousehold(
  context: Context,
  keys: HouseholdKeys,
  { id, recheck }: { readonly id: number; readonly recheck: HouseholdRecheck },
): Promise<void> {
  const { version, checkedOn, reason, document = null } = recheck;
  const household = await getForChange(context, keys, { id, version });
  assertAllowed(decideRecheck({ household, checkedOn }, toChinaDay(context.now)));
  await context.transaction
    .updateTable('households')
    .set({ checkedOn })
    .where('id', '=', id)
    .execute();
  const { unionId } = household;
  await addEvents(context, [
    { householdId: id, unionId, kind: 'rechecked', happenedOn: checkedOn, reason, document },
  ]);
  await context.record({
    ...ENTRY,
    subjectId: id,
    unionId,
    reason,
    before: { checkedOn: household.checkedOn },
    after: { checkedOn, document },
  });
}

/** Named here as well: sample files are rechecked outside any route. */
const ENTRY = { action: 'household.rechecked', subject: 'household' };
