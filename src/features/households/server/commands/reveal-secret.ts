import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import type { SecretField } from '../../rules/household-inputs.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { getHousehold } from '../household-row.ts';

export interface SecretWish {
  readonly id: number;
  readonly personId: number;
  readonly field: SecretField;
  readonly reason: string;
}

/**
 * A secret of one of the household, also of who has left, in full; null when none is on file.
 * @throws AppError `not_found` `household.unknown` or `household.person_unknown`.
 */
export async function revealSecret(
  context: Context,
  keys: HouseholdKeys,
  { id, personId, field, reason }: SecretWish,
): Promise<string | null> {
  const { unionId, form } = await getHousehold(context, keys, id);
  const row = await context.transaction
    .selectFrom('householdPeople')
    .select(['identitySecret', 'phoneSecret', 'cardSecret'])
    .where('id', '=', personId)
    .where('householdId', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'household.person_unknown');
  await context.record({ subjectId: id, unionId, reason, after: { personId, field } });
  const open = (secret: string | null, purpose: string): string | null =>
    secret === null ? null : keys.cipher.decrypt(secret, `people.${purpose}:${personId}`);
  switch (field) {
    case 'identity':
      return open(row.identitySecret, 'identity');
    case 'phone':
      return open(row.phoneSecret, 'phone');
    case 'card':
      return open(row.cardSecret, 'card');
    case 'illness':
      return form.people.find((person) => person.id === personId)?.illness ?? null;
    case 'address':
      return form.head.address;
  }
}
