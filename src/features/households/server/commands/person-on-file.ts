import type { Context } from '#platform/context.ts';

import type { HouseholdForm } from '../../rules/household-form.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { getHousehold } from '../household-row.ts';

export { assertSound as assertSoundForm } from '../check-form.ts';
export { classOn as classifyForm } from '../class-on.ts';
export { markIdentity, markPhone } from '../household-keys.ts';
export type { HouseholdKeys } from '../household-keys.ts';

export interface PersonOnFile {
  readonly personId: number;
  readonly householdId: number;
  readonly fileNumber: string;
  readonly identityIndex: string | null;
}

/**
 * The place of a person in an open file in sight: by the row, also where it was carried over to another
 * file, else by the identity number.
 */
export function findPersonOnFile(
  { transaction }: Context,
  {
    personId,
    identityIndex,
  }: Pick<PersonOnFile, 'identityIndex'> & { readonly personId: number | null },
): Promise<PersonOnFile | undefined> {
  return transaction
    .selectFrom('householdPeople as p')
    .innerJoin('households as h', 'h.id', 'p.householdId')
    .select(['p.id as personId', 'h.id as householdId', 'h.fileNumber', 'p.identityIndex'])
    .where('h.state', '=', 'open')
    .where('p.leftOn', 'is', null)
    .where((where) =>
      where.or([
        where('p.id', '=', personId),
        where('p.cameFromId', '=', personId),
        where('p.identityIndex', '=', identityIndex),
      ]),
    )
    .orderBy('p.id')
    .limit(1)
    .executeTakeFirst();
}

/** What the newest version of a file says, unmasked. @throws AppError `not_found` `household.unknown`. */
export async function readHouseholdForm(
  context: Context,
  keys: HouseholdKeys,
  id: number,
): Promise<HouseholdForm> {
  return (await getHousehold(context, keys, id)).form;
}
