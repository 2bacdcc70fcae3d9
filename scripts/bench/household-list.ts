import { toPersonKey } from '#core/identity-number.ts';
import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import { toHouseholdValues, toMemberValues } from '#features/households/rules/form-to-rows.ts';
import type { HouseholdForm, PersonForm } from '#features/households/rules/household-form.ts';
import type {
  HouseholdSheetRow,
  MemberSheetRow,
} from '#features/households/rules/household-sheets.ts';
import { blankForm, blankPerson } from '#features/households/rules/overlay-form.ts';

import { makeRegistry } from './seeded-registry.ts';
import type { MadePerson } from './seeded-registry.ts';

export interface HouseholdList {
  readonly heads: readonly HouseholdSheetRow[];
  readonly members: readonly MemberSheetRow[];
}

/** So many families as an Excel list has them, some of which look like one another. */
export function makeHouseholdList(count: number): HouseholdList {
  const families = new Map<number, MadePerson[]>();
  for (const person of makeRegistry(count * 2 + 100).people) {
    const { householdId } = person;
    families.set(householdId, [...(families.get(householdId) ?? []), person]);
  }
  const numberOf = createNumbers();
  const heads: HouseholdSheetRow[] = [];
  const members: MemberSheetRow[] = [];
  for (const family of [...families.values()].slice(0, count)) {
    const at = heads.length;
    const file = {
      fileNumber: '',
      unionCode: `G-${1 + (at % 200)}`,
      openedOn: day('2026-01-12'),
      validOn: day('2026-01-12'),
      form: toForm(family, numberOf),
    };
    heads.push({ ...toHouseholdValues(file), fileNumber: null, rowNumber: at + 2 });
    for (const values of toMemberValues(file)) {
      members.push({ ...values, fileNumber: null, rowNumber: members.length + 2 });
    }
  }
  if (heads.length < count) throw new Error('the registry has too few families');
  return { heads, members };
}

type NumberOf = (person: MadePerson) => string | null;

/** A sound number each, of those born in the 1900s; other people's are left out. */
function createNumbers(): NumberOf {
  const serials = new Map<string, number>();
  return ({ bornOn, sex, isHead }) => {
    const birth = isHead || bornOn === null ? headBirth(bornOn) : bornOn;
    if (!birth.startsWith('19')) return null;
    const key = `${birth} ${sex}`;
    const serial = (serials.get(key) ?? 0) + 2;
    serials.set(key, serial);
    const place = String(serial - (sex === 'male' ? 1 : 0)).padStart(3, '0');
    return toPersonKey(`440118${birth.slice(2).replaceAll('-', '')}${place}`);
  };
}

/** Heads are grown up. */
function headBirth(bornOn: string | null): string {
  if (bornOn === null) return '1980-01-01';
  return bornOn.startsWith('19')
    ? bornOn
    : `19${70 + (Number(bornOn.slice(2, 4)) % 30)}${bornOn.slice(4)}`;
}

function toForm(family: readonly MadePerson[], numberOf: NumberOf): HouseholdForm {
  const [head] = family;
  const blank = blankForm();
  return {
    ...blank,
    people: family.map((person, at) => toPerson(person, at, numberOf)),
    head: {
      ...blank.head,
      ethnicity: '汉族',
      marital: 'married',
      registration: 'urban',
      address: head?.address ?? null,
      memberSince: day('2013-05-01'),
      housing: 'rented',
      housingAreaSquareMetres: 48,
      isSingleParent: false,
    },
    income: family.map((_, person) => ({ person, kind: 'wage' as const, yearly: yuan(14_000) })),
    spending: [{ kind: 'illness', yearly: yuan(50_000), reimbursed: yuan(28_000), note: null }],
    exclusions: {
      high_fee_school: false,
      controls_company: false,
      two_homes: false,
      motor_vehicle: false,
      shop_or_hired_labour: false,
      refuses_checks: false,
      refuses_work: false,
    },
    mainCause: 'own_illness',
    otherCauses: ['low_income'],
    causeText: '户主住院治疗，自付费用较高。',
    bankName: '样例银行',
    cardNumber: head?.card === undefined || head.card === null ? null : withCheckDigit(head.card),
  };
}

/** ISO/IEC 7812, so that the list has no doubtful cards. */
function withCheckDigit(card: string): string {
  const places = Array.from(card, Number).toReversed();
  const sum = places.reduce((total, digit, at) => {
    const weighed = at % 2 === 0 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return `${card}${(10 - (sum % 10)) % 10}`;
}

function toPerson(person: MadePerson, at: number, numberOf: NumberOf): PersonForm {
  const { name, sex, bornOn, phone } = person;
  const isHead = at === 0;
  const birth = isHead ? headBirth(bornOn) : bornOn;
  return {
    ...blankPerson({
      id: null,
      role: isHead ? 'head' : 'member',
      relation: isHead ? 'head' : 'sibling',
    }),
    name,
    identityNumber: numberOf(person),
    sex,
    bornOn: birth === null ? null : day(birth),
    phone,
    isUnionMember: isHead,
    workState: 'on_post',
    employer: '样例机械厂',
    health: isHead ? 'cancer' : 'good',
    illness: isHead ? '恶性肿瘤（样例）' : null,
    insurance: 'employee',
  };
}
