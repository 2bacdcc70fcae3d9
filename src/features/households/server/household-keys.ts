import { toPersonKey } from '#core/identity-number.ts';
import type { BlindIndex } from '#platform/secrets/blind-index.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

import { sortedDigits } from '../rules/near-names.ts';

/** What secrets of households are sealed with, and what makes the marks by which they are found. */
export interface HouseholdKeys {
  readonly cipher: Pick<FieldCipher, 'encrypt' | 'decrypt'>;
  readonly blindIndex: BlindIndex;
}

/** For a long list: the same numbers are marked when it is checked, compared and written. */
export function rememberMarks(keys: HouseholdKeys): HouseholdKeys {
  const known = new Map<string, string>();
  return {
    ...keys,
    blindIndex: (purpose, value) => {
      const key = `${purpose} ${value}`;
      const mark = known.get(key) ?? keys.blindIndex(purpose, value);
      known.set(key, mark);
      return mark;
    },
  };
}

/** Numbers of 15 and 18 places of one person have one mark. */
export function markIdentity(blindIndex: BlindIndex, number: string): string {
  return blindIndex('people.identity', toPersonKey(number));
}

/** Numbers whose digits were transposed have one mark. */
export function markIdentityDigits(blindIndex: BlindIndex, number: string): string {
  return blindIndex('people.identity_digits', sortedDigits(toPersonKey(number)));
}

export function markPhone(blindIndex: BlindIndex, phone: string): string {
  return blindIndex('people.phone', digitsOf(phone));
}

export function markCard(blindIndex: BlindIndex, card: string): string {
  return blindIndex('people.card', digitsOf(card));
}

/** Blanks and signs do not tell addresses apart. */
export function markAddress(blindIndex: BlindIndex, address: string): string {
  const plain = address
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  return blindIndex('people.address', plain);
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/\D/g, '');
}
