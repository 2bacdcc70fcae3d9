import type { PlainDate } from '#core/plain-date.ts';
import { prefixedRecord } from '#core/prefixed-record.ts';

import type { HouseholdForm, PersonForm } from './household-form.ts';
import type {
  HouseholdValues,
  MemberRelation,
  MemberValues,
  PersonFacts,
} from './household-sheets.ts';
import { sumSpending } from './overlay-form.ts';
import { EXCLUSIONS, INCOME_KINDS, SPENDING_KINDS } from './words.ts';

/** A file as a list prints it; its form is masked already. */
export interface ListedFile {
  readonly fileNumber: string;
  readonly unionCode: string;
  readonly openedOn: PlainDate;
  readonly validOn: PlainDate;
  readonly form: HouseholdForm;
}

/** The row of 困难家庭 that the reader would read the form from. */
export function toHouseholdValues(file: ListedFile): HouseholdValues {
  const { fileNumber, unionCode, openedOn, validOn, form } = file;
  const { property, accident, head } = form;
  const place = form.people.findIndex(({ role }) => role === 'head');
  const person = form.people[place];
  if (person === undefined) throw new Error(`the file ${fileNumber} has no head`);
  const spending = (kind: string) => sumSpending(form.spending.filter((row) => row.kind === kind));
  return {
    fileNumber,
    unionCode,
    openedOn,
    validOn,
    ...toPersonFacts(form, person, place),
    ...head,
    ...prefixedRecord('spending', SPENDING_KINDS, (kind) => spending(kind).yearly),
    ...prefixedRecord('reimbursed', SPENDING_KINDS, (kind) => spending(kind).reimbursed),
    homeCount: property.homeCount,
    homeAreaSquareMetres: property.homeAreaSquareMetres,
    vehicles: property.vehicles,
    shops: property.shops,
    otherProperty: property.other,
    ...prefixedRecord('exclusion', EXCLUSIONS, (ground) => form.exclusions[ground]),
    accidentKind: accident?.kind ?? null,
    accidentOn: accident?.happenedOn ?? null,
    accidentCost: accident?.netCost ?? null,
    accidentNote: accident?.note ?? null,
    mainCause: form.mainCause,
    otherCauses: form.otherCauses.length === 0 ? null : form.otherCauses,
    causeText: form.causeText,
    bankName: form.bankName,
    bankBranch: form.bankBranch,
    cardNumber: form.cardNumber,
    scheme: form.scheme,
    tier: form.tier,
    oldClass: form.oldClass,
  };
}

/** The rows of 家庭成员 of a file. */
export function toMemberValues({ fileNumber, form }: ListedFile): MemberValues[] {
  const headNumber = form.people.find(({ role }) => role === 'head')?.identityNumber ?? null;
  return [...form.people.entries()].flatMap(([place, person]) => {
    const { role } = person;
    if (role === 'head') return [];
    const relation = toMemberRelation(person);
    return [{ headNumber, fileNumber, role, relation, ...toPersonFacts(form, person, place) }];
  });
}

function toPersonFacts(form: HouseholdForm, person: PersonForm, place: number): PersonFacts {
  const { id: _id, role: _role, relation: _relation, ...facts } = person;
  const amountOf = (kind: string) =>
    form.income.find((row) => row.person === place && row.kind === kind)?.yearly ?? null;
  return { ...facts, ...prefixedRecord('income', INCOME_KINDS, amountOf) };
}

function toMemberRelation({ relation }: PersonForm): MemberRelation {
  return relation === 'head' ? 'other' : relation;
}
