import { doubtBankCard } from '#core/bank-card.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { checkPeople } from './check-people.ts';
import { faultAt, warningAt } from './form-fault.ts';
import type { FormFault } from './form-fault.ts';
import type { HouseholdForm } from './household-form.ts';
import { isMasked } from './masked-values.ts';
import type { Cause } from './words.ts';

export type { FormFault } from './form-fault.ts';

/**
 * All that is wrong with a form, in the order of the page. Errors keep it from being saved, warnings do
 * not. A masked value stands for what is on file and is not looked at.
 */
export function checkHouseholdForm(form: HouseholdForm, today: PlainDate): FormFault[] {
  return [
    ...checkPeople(form.people, today),
    ...checkHead(form, today),
    ...checkIncome(form),
    ...checkSpending(form),
    ...checkDay('accident.happenedOn', form.accident?.happenedOn ?? null, today),
    ...checkCauses(form),
    ...checkCard(form),
    ...checkScheme(form),
  ];
}

function checkHead({ head }: HouseholdForm, today: PlainDate): FormFault[] {
  const { contractFrom, contractTo } = head;
  const faults = [
    ...checkDay('head.workingSince', head.workingSince, today),
    ...checkDay('head.contractFrom', contractFrom, today),
    ...checkDay('head.memberSince', head.memberSince, today),
  ];
  if (contractFrom !== null && contractTo !== null && contractFrom > contractTo) {
    const params = { from: contractFrom, to: contractTo };
    faults.push(faultAt('head.contractTo', { code: 'household.contract_order', params }));
  }
  return faults;
}

function checkIncome({ income, people }: HouseholdForm): FormFault[] {
  const seen = new Set<string>();
  return income.flatMap(({ person, kind }, index) => {
    const name = people[person]?.name;
    if (name === undefined) {
      const reason = { code: 'household.income_of_nobody', params: {} } as const;
      return [faultAt(`income.${index}.person`, reason)];
    }
    const key = `${person} ${kind}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const reason = { code: 'household.income_repeated', params: { name, kind } } as const;
    return [faultAt(`income.${index}.kind`, reason)];
  });
}

function checkSpending({ spending }: HouseholdForm): FormFault[] {
  return spending.flatMap(({ yearly, reimbursed }, index) => {
    if (reimbursed <= yearly) return [];
    const params = { yearlyFen: yearly, reimbursedFen: reimbursed };
    const reason = { code: 'household.reimbursed_more', params } as const;
    return [faultAt(`spending.${index}.reimbursed`, reason)];
  });
}

function checkDay(path: string, day: PlainDate | null, today: PlainDate): FormFault[] {
  if (day === null || day <= today) return [];
  return [faultAt(path, { code: 'household.form_day_in_future', params: { day, today } })];
}

function checkCauses({ mainCause, otherCauses }: HouseholdForm): FormFault[] {
  const seen = new Set<Cause>(mainCause === null ? [] : [mainCause]);
  return otherCauses.flatMap((cause, index) => {
    if (!seen.has(cause)) {
      seen.add(cause);
      return [];
    }
    const reason = { code: 'household.cause_repeated', params: { cause } } as const;
    return [faultAt(`otherCauses.${index}`, reason)];
  });
}

function checkCard({ cardNumber }: HouseholdForm): FormFault[] {
  if (cardNumber === null || isMasked(cardNumber)) return [];
  switch (doubtBankCard(cardNumber)) {
    case 'characters':
      return [faultAt('cardNumber', { code: 'household.card_characters', params: {} })];
    case 'length': {
      const params = { length: cardNumber.replace(/\D/g, '').length };
      return [warningAt('cardNumber', { code: 'household.card_length', params })];
    }
    case 'check':
      return [warningAt('cardNumber', { code: 'household.card_check', params: {} })];
    case null:
      return [];
  }
}

function checkScheme({ scheme, oldClass }: HouseholdForm): FormFault[] {
  if (scheme === 'old' || oldClass === null) return [];
  return [faultAt('oldClass', { code: 'household.old_class_on_current', params: {} })];
}
