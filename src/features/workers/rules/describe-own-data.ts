import { fen, formatYuanShort } from '#core/money.ts';
import type { ApplicationState } from '#features/applications/rules/states.ts';
import type { HouseholdForm } from '#features/households/rules/household-form.ts';
import * as names from '#features/households/rules/word-names.ts';
import type { AidType } from '#features/policies/rules/policy-version.ts';

import { DATA_LABELS as L, DATA_PURPOSES, DATA_TITLES } from './own-data-texts.ts';
import { OWN_STATE_TEXTS } from './own-texts.ts';
import type { OwnCorrection, OwnData } from './own-views.ts';

export { SECRET_LABELS } from './own-data-texts.ts';

type Part = OwnData['parts'][number];
type Field = Part['fields'][number];

export interface OwnDataGround {
  readonly name: string;
  readonly username: string;
  readonly registeredOn: string | null;
  readonly memberNumber: string | null;
  readonly fileNumber: string | null;
  readonly personId: number | null;
  readonly form: HouseholdForm | null;
  readonly applications: readonly {
    readonly number: string;
    readonly aidType: AidType;
    readonly state: ApplicationState;
    readonly requestedFen: number | null;
    readonly approvedFen: number | null;
    readonly appliedOn: string | null;
    readonly decidedOn: string | null;
    readonly consentCount: number;
    readonly paperCount: number;
  }[];
  readonly corrections: readonly OwnCorrection[];
}

/** What is kept of a person, in words; secrets stand beside it, masked. */
export function describeOwnData(ground: OwnDataGround): Part[] {
  return [
    part('account', listAccount(ground)),
    part('family', listFamily(ground)),
    part('money', listMoney(ground.form)),
    part('applications', ground.applications.flatMap(toCase)),
    part('corrections', ground.corrections.map(toCorrection)),
  ].filter(({ fields }) => fields.length > 0);
}

function part(key: keyof typeof DATA_TITLES, fields: readonly Field[]): Part {
  return { title: DATA_TITLES[key], purpose: DATA_PURPOSES[key], fields: [...fields] };
}

function field(label: string, value: string | null): Field[] {
  return value === null || value === '' ? [] : [{ label, value }];
}

function listAccount({ name, username, registeredOn, memberNumber }: OwnDataGround): Field[] {
  return [
    ...field(L.name, name),
    ...field(L.username, username),
    ...field(L.memberNumber, memberNumber),
    ...field(L.registeredOn, registeredOn),
  ];
}

/** Of the others of the family no more than who they are to the head. */
function listFamily({ form, fileNumber, personId }: OwnDataGround): Field[] {
  if (form === null) return [];
  const own = form.people.find(({ id }) => id === personId);
  const others = form.people
    .filter(({ id }) => id !== personId)
    .map(({ name, relation }) => `${name}（${names.RELATION_NAMES[relation]}）`);
  return [
    ...field(L.fileNumber, fileNumber),
    ...(own === undefined ? [] : listPerson(own)),
    ...field(L.others, others.join('、')),
    ...field(L.cause, form.mainCause === null ? null : names.CAUSE_NAMES[form.mainCause]),
    ...field(L.causeText, form.causeText),
    ...field(L.bank, [form.bankName, form.bankBranch].filter((text) => text !== null).join(' ')),
  ];
}

function listPerson(person: HouseholdForm['people'][number]): Field[] {
  const { relation, sex, bornOn, employer, workState, health, illness, insurance } = person;
  return [
    ...field(L.relation, names.RELATION_NAMES[relation]),
    ...field(L.sex, sex === null ? null : names.SEX_NAMES[sex]),
    ...field(L.bornOn, bornOn),
    ...field(L.employer, employer),
    ...field(L.workState, workState === null ? null : names.WORK_STATE_NAMES[workState]),
    ...field(L.health, health === null ? null : names.HEALTH_NAMES[health]),
    ...field(L.illness, illness),
    ...field(L.insurance, insurance === null ? null : names.INSURANCE_NAMES[insurance]),
  ];
}

function listMoney(form: HouseholdForm | null): Field[] {
  if (form === null) return [];
  return [
    ...form.income.map(({ person, kind, yearly }) => ({
      label: `${L.income}：${form.people[person]?.name ?? ''}${names.INCOME_KIND_NAMES[kind]}`,
      value: L.yuan(formatYuanShort(yearly)),
    })),
    ...form.spending.map(({ kind, yearly, reimbursed }) => ({
      label: `${L.spending}：${names.SPENDING_KIND_NAMES[kind]}`,
      value: L.spent(formatYuanShort(yearly), formatYuanShort(reimbursed)),
    })),
  ];
}

function toCase(row: OwnDataGround['applications'][number]): Field[] {
  const { number, aidType, state, approvedFen, appliedOn, consentCount, paperCount } = row;
  const said = [
    aidType,
    OWN_STATE_TEXTS[state],
    ...(appliedOn === null ? [] : [L.appliedOn(appliedOn)]),
    ...(approvedFen === null ? [] : [L.granted(formatYuanShort(fen(approvedFen)))]),
    L.enclosed(consentCount, paperCount),
  ];
  return [{ label: number, value: said.join('，') }];
}

function toCorrection({ askedOn, topicName, wish, stateText, answer }: OwnCorrection): Field {
  const answered = answer === null ? stateText : `${stateText}：${answer}`;
  return { label: `${askedOn} ${topicName}`, value: `${wish}（${answered}）` };
}
