import { sql } from 'kysely';

import type { Context } from '#platform/context.ts';

import type { HouseholdForm } from '../rules/household-form.ts';
import { markIdentity } from './household-keys.ts';
import type { HouseholdKeys } from './household-keys.ts';

/** Names of people of a form who are in open files other than the given ones. */
export async function listPeopleElsewhere(
  { transaction }: Context,
  { blindIndex }: HouseholdKeys,
  { form, besides }: { readonly form: HouseholdForm; readonly besides: readonly number[] },
): Promise<string[]> {
  const named = form.people.flatMap(({ name, identityNumber }) =>
    identityNumber === null ? [] : [{ name, mark: markIdentity(blindIndex, identityNumber) }],
  );
  const { rows } = await sql<{ mark: string }>`
    select own.mark from unnest(${sql.val(named.map(({ mark }) => mark))}::text[]) as own (mark)
    cross join lateral find_open_file(own.mark) as other
    where other.household_id <> all(${sql.val([...besides])}::bigint[])`.execute(transaction);
  const elsewhere = new Set(rows.map(({ mark }) => mark));
  return named.filter(({ mark }) => elsewhere.has(mark)).map(({ name }) => name);
}
