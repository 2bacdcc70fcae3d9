import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import { COMPARED_FIELDS } from '../rules/duplicate-views.ts';
import type { ComparedPerson, DuplicateDetail } from '../rules/duplicate-views.ts';
import type { HouseholdForm } from '../rules/household-form.ts';
import { maskForm } from '../rules/mask-form.ts';
import type { HouseholdKeys } from './household-keys.ts';
import { findHouseholds } from './household-row.ts';
import type { StoredHousehold } from './household-row.ts';
import { findPair, toRow } from './list-duplicates.ts';

type Facts = Omit<ComparedPerson, 'personId' | 'fileNumber' | 'unionName'>;

/**
 * Both people side by side, masked; what differs is told from what is stored.
 * @throws AppError `not_found` `duplicate.unknown`, also when one side is out of the actor's scope.
 */
export async function getDuplicateDetail(
  context: Context,
  keys: HouseholdKeys,
  id: number,
): Promise<DuplicateDetail> {
  const pair = await findPair(context, id);
  if (pair === undefined) throw new AppError('not_found', 'duplicate.unknown');
  const row = toRow(keys, pair);
  const ids = [row.first.householdId, row.second.householdId];
  const households = await findHouseholds(context, keys, ids);
  const [first, second] = [row.first, row.second].map(({ householdId, personId, name }) => {
    const household = households.find((one) => one.id === householdId);
    if (household === undefined) throw new AppError('not_found', 'duplicate.unknown');
    const of = { personId, name, household };
    return { stored: toFacts(household.form, of), shown: toFacts(maskForm(household.form), of) };
  });
  if (first === undefined || second === undefined) throw new Error('a pair has two sides');
  return {
    ...row,
    first: { ...row.first, ...first.shown },
    second: { ...row.second, ...second.shown },
    differing: COMPARED_FIELDS.filter(
      (field) => JSON.stringify(first.stored[field]) !== JSON.stringify(second.stored[field]),
    ),
    factsDigest: pair.factsDigest,
    verdictReason: pair.verdictReason,
    verdictByName: pair.verdictByName,
    verdictAt: pair.verdictAt?.toISOString() ?? null,
  };
}

interface Whose {
  readonly personId: number;
  readonly name: string;
  readonly household: StoredHousehold;
}

/** The card is the head's. */
function toFacts(form: HouseholdForm, { personId, name, household }: Whose): Facts {
  const person = form.people.find(({ id }) => id === personId);
  return {
    householdId: household.id,
    householdState: household.state,
    householdVersion: household.version,
    openedOn: household.openedOn,
    name: person?.name ?? name,
    relation: person?.relation ?? 'other',
    identityNumber: person?.identityNumber ?? null,
    sex: person?.sex ?? null,
    bornOn: person?.bornOn ?? null,
    phone: person?.phone ?? null,
    cardNumber: person?.role === 'head' ? form.cardNumber : null,
    address: form.head.address,
    employer: person?.employer ?? null,
    otherMembers: form.people.filter(({ id }) => id !== personId).map((other) => other.name),
  };
}
