import { toPersonKey } from '#core/identity-number.ts';
import { maskIdentityNumber } from '#core/mask-personal.ts';

import type { PersonForm } from './household-form.ts';
import type { MemberSheetRow } from './household-sheets.ts';
import { isMasked } from './masked-values.ts';

/** Place in the form of the person a row is about; `new` for somebody who is not in it yet. */
export type PersonMatch =
  | { readonly kind: 'known'; readonly place: number }
  | { readonly kind: 'new' }
  | { readonly kind: 'fault'; readonly code: string };

/**
 * Finds who of a file a row of the sheet 家庭成员 is about: by the number, in an exported list by the mask
 * and the name, without a number by the name alone.
 */
export function matchPerson(people: readonly PersonForm[], row: MemberSheetRow): PersonMatch {
  const { identityNumber, name } = row;
  const members = [...people.entries()].filter(([, { role }]) => role !== 'head');
  const pick = (test: (person: PersonForm) => boolean): number[] =>
    members.filter(([, person]) => test(person)).map(([place]) => place);
  const isNamesake = (person: PersonForm): boolean => person.name === name;
  if (identityNumber === null) return oneOf(pick(isNamesake), { kind: 'new' });
  if (isMasked(identityNumber)) {
    const alike = pick(
      (person) =>
        person.identityNumber !== null &&
        maskIdentityNumber(person.identityNumber) === identityNumber,
    );
    const namesakes = alike.filter((place) => people[place]?.name === name);
    const found = namesakes.length > 0 ? namesakes : alike;
    return oneOf(found, { kind: 'fault', code: 'household.masked_unknown' });
  }
  const key = toPersonKey(identityNumber);
  const [same] = pick((person) => keyOf(person) === key);
  if (same !== undefined) return { kind: 'known', place: same };
  const numberless = pick((person) => isNamesake(person) && person.identityNumber === null);
  return oneOf(numberless, { kind: 'new' });
}

function oneOf(places: readonly number[], none: PersonMatch): PersonMatch {
  const [place] = places;
  if (place === undefined) return none;
  if (places.length > 1) return { kind: 'fault', code: 'household.member_ambiguous' };
  return { kind: 'known', place };
}

function keyOf({ identityNumber }: PersonForm): string | null {
  return identityNumber === null ? null : toPersonKey(identityNumber);
}
