import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideHeadChange } from '../../rules/decide-head-change.ts';
import type { HeadChange } from '../../rules/household-inputs.ts';
import { giveHead } from '../../rules/reshape-form.ts';
import { addEvents } from '../history.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { assertAllowed, getForChange } from '../household-row.ts';
import { peopleOnFile } from '../people-on-file.ts';
import { saveForm } from '../save-form.ts';

/**
 * Makes another of the family its head; what the form asks of the head alone is asked anew.
 * @throws AppError `not_found`, `conflict` with the reasons against it.
 */
export async function changeHead(
  context: Context,
  keys: HouseholdKeys,
  { id, change }: { readonly id: number; readonly change: HeadChange },
): Promise<void> {
  const { version, personId, relations, reason, document = null } = change;
  const household = await getForChange(context, keys, { id, version });
  const today = toChinaDay(context.now);
  const people = peopleOnFile(household.form);
  assertAllowed(decideHeadChange({ household, people, personId, relations }, today));
  const relationOf = new Map(relations.map((row) => [row.personId, row.relation]));
  const form = giveHead(household.form, personId, relationOf);
  const { number } = await saveForm(context, keys, household, {
    form,
    source: 'correction',
    reason,
    validOn: today,
  });
  const { unionId } = household;
  const kind = 'head_changed';
  const event = { householdId: id, unionId, kind, happenedOn: today, reason, document } as const;
  await addEvents(context, [{ ...event, versionNumber: number }]);
  const headIdOf = people.find(({ role }) => role === 'head')?.id ?? null;
  await context.record({
    subjectId: id,
    unionId,
    reason,
    before: { version, headPersonId: headIdOf },
    after: { version: number, headPersonId: personId, document },
  });
}
