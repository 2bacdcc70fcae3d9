import { checkIdentityNumber } from '#core/identity-number.ts';
import { monthOf, plainDate, yearOf } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import type { PersonForm } from './household-form.ts';

/** Nobody works, applies or heads a file younger (劳动法, art. 15). */
export const MIN_WORKING_AGE = 16;

/** Full years of age; a birthday counts, that of 29 February on 1 March in other years. */
export function ageOn(bornOn: PlainDate, on: PlainDate): number {
  const years = yearOf(on) - yearOf(bornOn);
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** The same day so many months later, or the last day of that month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  for (let dayOfMonth = Number(date.slice(8, 10)); dayOfMonth > 0; dayOfMonth -= 1) {
    const found = plainDate(year, (index % 12) + 1, dayOfMonth);
    if (found !== undefined) return found;
  }
  throw new RangeError(`beyond the calendar: ${date} and ${months} months`);
}

/** As written on the form, or else as the identity number has it. */
export function birthOf(person: Pick<PersonForm, 'bornOn' | 'identityNumber'>): PlainDate | null {
  if (person.bornOn !== null || person.identityNumber === null) return person.bornOn;
  const check = checkIdentityNumber(person.identityNumber);
  return check.valid ? check.birth : null;
}

export function sexOf(person: Pick<PersonForm, 'sex' | 'identityNumber'>): PersonForm['sex'] {
  if (person.sex !== null || person.identityNumber === null) return person.sex;
  const check = checkIdentityNumber(person.identityNumber);
  return check.valid ? check.sex : null;
}
