import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

import type { HouseholdClass } from '../rules/classify-household.ts';
import type { HouseholdForm } from '../rules/household-form.ts';
import type { FactSource } from '../rules/words.ts';
import { classOn } from './class-on.ts';
import { addVersions } from './history.ts';
import type { HouseholdKeys } from './household-keys.ts';
import type { StoredHousehold } from './household-row.ts';
import { endPeople, giveIds, writePeople } from './write-people.ts';

export interface FormChange {
  readonly form: HouseholdForm;
  readonly source: FactSource;
  readonly reason: string;
  readonly validOn: PlainDate;
  /** Of each person of the form, the row in the file they came from. */
  readonly cameFrom?: readonly (number | null)[];
  readonly checkedOn?: PlainDate;
}

export interface SavedForm {
  readonly form: HouseholdForm;
  readonly number: number;
  readonly class: HouseholdClass;
}

/**
 * Makes the form the newest version of an open file: people, class and what lists show follow it.
 * @throws AppError `conflict` `household.person_in_other_file`.
 */
export async function saveForm(
  context: Context,
  keys: HouseholdKeys,
  household: StoredHousehold,
  change: FormChange,
): Promise<SavedForm> {
  const { id: householdId, unionId } = household;
  const { source, reason, validOn, cameFrom, checkedOn = household.checkedOn } = change;
  const [form = change.form] = await giveIds(context, [change.form]);
  const stay = form.people.flatMap(({ id }) => id ?? []);
  if (household.form.people.some(({ id }) => id !== null && !stay.includes(id))) {
    await endPeople(context, householdId, { stay, leftOn: validOn });
  }
  await writePeople(context, keys, [{ householdId, unionId, form, cameFrom }]);
  const judged = await classOn(context, form, validOn);
  const { hardshipClass } = judged;
  const number = household.version + 1;
  await addVersions(context, keys, [
    { householdId, unionId, number, form, hardshipClass, source, reason, validOn },
  ]);
  await context.transaction
    .updateTable('households')
    .set({ ...toListFacts(form, judged), checkedOn, version: number })
    .where('id', '=', householdId)
    .execute();
  return { form, number, class: judged };
}

/** What lists show and filter by. */
export function toListFacts(form: HouseholdForm, { hardshipClass, netMonthlyFen }: HouseholdClass) {
  const { scheme, tier, mainCause } = form;
  return { hardshipClass, netMonthlyFen, scheme, tier, mainCause, memberCount: form.people.length };
}
