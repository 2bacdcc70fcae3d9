import { checkIdentityNumber } from '#core/identity-number.ts';
import type { IdentityNumberCause, IdentityNumberCheck } from '#core/identity-number.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { isContactPhone } from '#features/organizations/rules/contact-phone.ts';

import { MIN_WORKING_AGE, ageOn, birthOf } from './ages.ts';
import { faultAt, warningAt } from './form-fault.ts';
import type { FormFault } from './form-fault.ts';
import type { PersonForm } from './household-form.ts';
import type { FormFaultReason } from './household-reasons.ts';
import { isMasked } from './masked-values.ts';

type Valid = Extract<IdentityNumberCheck, { valid: true }>;

/** Exactly one head, numbers that are right and fit the rest, nobody twice. */
export function checkPeople(people: readonly PersonForm[], today: PlainDate): FormFault[] {
  const nameByNumber = new Map<string, string>();
  const faults = checkHeadCount(people);
  for (const [index, person] of people.entries()) {
    const at = `people.${index}`;
    faults.push(...checkRelation(person, at), ...checkPhone(person, at));
    faults.push(...checkBirth(person, at, today));
    const number = person.identityNumber;
    if (number === null) faults.push(...checkMissingNumber(person, at));
    if (number === null || isMasked(number)) continue;
    const check = checkIdentityNumber(number, today);
    if (!check.valid) {
      faults.push(faultAt(`${at}.identityNumber`, toNumberFault(check.cause, person.name)));
      continue;
    }
    faults.push(...checkAgainstNumber(person, at, check));
    const otherName = nameByNumber.get(check.number);
    if (otherName === undefined) nameByNumber.set(check.number, person.name);
    else {
      const params = { name: person.name, otherName };
      const reason = { code: 'household.identity_repeated', params } as const;
      faults.push(faultAt(`${at}.identityNumber`, reason));
    }
  }
  return faults;
}

function checkHeadCount(people: readonly PersonForm[]): FormFault[] {
  const count = people.filter(({ role }) => role === 'head').length;
  if (count === 1) return [];
  return count === 0
    ? [faultAt('people', { code: 'household.no_head', params: {} })]
    : [faultAt('people', { code: 'household.several_heads', params: { count } })];
}

function checkRelation({ role, relation, name }: PersonForm, at: string): FormFault[] {
  if ((role === 'head') === (relation === 'head')) return [];
  const code = role === 'head' ? 'household.head_relation' : 'household.relation_not_head';
  return [faultAt(`${at}.relation`, { code, params: { name } })];
}

function checkPhone({ phone, name }: PersonForm, at: string): FormFault[] {
  if (phone === null || isMasked(phone) || isContactPhone(phone)) return [];
  return [faultAt(`${at}.phone`, { code: 'household.phone_form', params: { name } })];
}

function checkBirth(person: PersonForm, at: string, today: PlainDate): FormFault[] {
  const { bornOn, name } = person;
  if (bornOn !== null && bornOn > today) {
    const params = { day: bornOn, today };
    return [faultAt(`${at}.bornOn`, { code: 'household.form_day_in_future', params })];
  }
  const birth = birthOf(person);
  if (person.role !== 'head' || birth === null || birth > today) return [];
  const age = ageOn(birth, today);
  if (age >= MIN_WORKING_AGE) return [];
  const params = { name, age, minAge: MIN_WORKING_AGE };
  return [faultAt(`${at}.bornOn`, { code: 'household.head_too_young', params })];
}

/** Without a number nobody is ever found twice; for a child it may still be on its way. */
function checkMissingNumber({ name }: PersonForm, at: string): FormFault[] {
  const reason = { code: 'household.identity_missing', params: { name } } as const;
  return [warningAt(`${at}.identityNumber`, reason)];
}

function checkAgainstNumber({ name, bornOn, sex }: PersonForm, at: string, check: Valid) {
  const faults: FormFault[] = [];
  if (bornOn !== null && bornOn !== check.birth) {
    const params = { name, birth: check.birth };
    faults.push(faultAt(`${at}.bornOn`, { code: 'household.birth_differs', params }));
  }
  if (sex !== null && sex !== check.sex) {
    faults.push(faultAt(`${at}.sex`, { code: 'household.sex_differs', params: { name } }));
  }
  if (check.wasFifteen) {
    const reason = { code: 'household.identity_fifteen', params: { name } } as const;
    faults.push(warningAt(`${at}.identityNumber`, reason));
  }
  return faults;
}

function toNumberFault(cause: IdentityNumberCause, name: string): FormFaultReason {
  return { code: `household.identity_${cause}`, params: { name } };
}
