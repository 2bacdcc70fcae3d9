import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideExit } from '../../rules/decide-exit.ts';
import type { HouseholdExit } from '../../rules/household-inputs.ts';
import { addEvents } from '../history.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { assertAllowed, getForChange } from '../household-row.ts';
import { endPeople } from '../write-people.ts';

/**
 * Ends a file (退出): its people may be in another one from then on.
 * @throws AppError `not_found`, `conflict` with the reasons against it.
 */
export async function exitHousehold(
  context: Context,
  keys: HouseholdKeys,
  { id, exit }: { readonly id: number; readonly exit: HouseholdExit },
): Promise<void> {
  const { version, exitedOn, kind: exitKind, reason, document = null } = exit;
  const household = await getForChange(context, keys, { id, version });
  assertAllowed(decideExit({ household, kind: exitKind, exitedOn }, toChinaDay(context.now)));
  await context.transaction
    .updateTable('households')
    .set({ state: 'exited', exitedOn, exitKind, exitReason: reason })
    .where('id', '=', id)
    .execute();
  await endPeople(context, id, { stay: [], leftOn: exitedOn });
  const { unionId, state } = household;
  await addEvents(context, [
    { householdId: id, unionId, kind: 'exited', happenedOn: exitedOn, reason, document },
  ]);
  await context.record({
    subjectId: id,
    unionId,
    reason,
    before: { state },
    after: { state: 'exited', exitedOn, exitKind, document },
  });
}
