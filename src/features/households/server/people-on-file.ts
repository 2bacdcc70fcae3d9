import type { FilePerson } from '../rules/decide-split.ts';
import type { HouseholdForm } from '../rules/household-form.ts';

/** The people of a stored form, who all have a row. */
export function peopleOnFile({ people }: HouseholdForm): FilePerson[] {
  return people.flatMap(({ id, name, role, bornOn }) =>
    id === null ? [] : [{ id, name, role, bornOn }],
  );
}
