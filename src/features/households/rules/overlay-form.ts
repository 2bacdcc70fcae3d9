import { fen, sumFen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { squeeze } from '#features/fund-years/rules/normalise-text.ts';

import type {
  AccidentForm,
  HouseholdForm,
  IncomeRow,
  PersonForm,
  SpendingRow,
} from './household-form.ts';
import type { HouseholdValues, MemberSheetRow, PersonFacts } from './household-sheets.ts';
import { emptyHead } from './reshape-form.ts';
import { INCOME_KINDS, SPENDING_KINDS } from './words.ts';
import type { Exclusion } from './words.ts';

type PersonBase = Pick<PersonForm, 'id' | 'role' | 'relation'>;

/** A form of which nothing is known yet but that it has a head. */
export function blankForm(): HouseholdForm {
  return {
    people: [blankPerson({ id: null, role: 'head', relation: 'head' })],
    head: emptyHead(),
    income: [],
    spending: [],
    property: {
      homeCount: null,
      homeAreaSquareMetres: null,
      vehicles: null,
      shops: null,
      other: null,
    },
    exclusions: mapExclusions(() => null),
    accident: null,
    mainCause: null,
    otherCauses: [],
    causeText: null,
    bankName: null,
    bankBranch: null,
    cardNumber: null,
    scheme: 'current',
    tier: 'district',
    oldClass: null,
  };
}

export function blankPerson({ id, role, relation }: PersonBase): PersonForm {
  return {
    id,
    role,
    relation,
    name: '',
    identityNumber: null,
    sex: null,
    bornOn: null,
    phone: null,
    isUnionMember: false,
    workState: null,
    employer: null,
    health: null,
    illness: null,
    insurance: null,
  };
}

/** The form with what a row of 困难家庭 says; a blank cell says nothing, and neither does what is shown. */
export function overlayHousehold(shown: HouseholdForm, row: HouseholdValues): HouseholdForm {
  const { property } = shown;
  const place = shown.people.findIndex(({ role }) => role === 'head');
  return {
    people: shown.people.map((person, at) => (at === place ? overlayPerson(person, row) : person)),
    head: overlayHead(shown.head, row),
    income: overlayIncome(shown.income, place, row),
    spending: overlaySpending(shown.spending, row),
    property: {
      homeCount: row.homeCount ?? property.homeCount,
      homeAreaSquareMetres: row.homeAreaSquareMetres ?? property.homeAreaSquareMetres,
      vehicles: said(row.vehicles, property.vehicles),
      shops: said(row.shops, property.shops),
      other: said(row.otherProperty, property.other),
    },
    exclusions: mapExclusions(
      (ground) => row[`exclusion_${ground}` as const] ?? shown.exclusions[ground],
    ),
    accident: overlayAccident(shown.accident, row),
    mainCause: row.mainCause ?? shown.mainCause,
    otherCauses: [...(row.otherCauses ?? shown.otherCauses)],
    causeText: said(row.causeText, shown.causeText),
    bankName: said(row.bankName, shown.bankName),
    bankBranch: said(row.bankBranch, shown.bankBranch),
    cardNumber: said(row.cardNumber, shown.cardNumber),
    scheme: row.scheme ?? shown.scheme,
    tier: row.tier ?? shown.tier,
    oldClass: row.oldClass ?? shown.oldClass,
  };
}

/** The form with what a row of 家庭成员 says of the person at that place, or of a new one behind the others. */
export function overlayMember(
  shown: HouseholdForm,
  row: MemberSheetRow,
  place: number | undefined,
): HouseholdForm {
  const at = place ?? shown.people.length;
  const base = shown.people[at] ?? blankPerson({ id: null, role: 'member', relation: 'other' });
  const person = {
    ...overlayPerson(base, row),
    role: row.role ?? base.role,
    relation: row.relation,
  };
  const people = [...shown.people];
  people[at] = person;
  return { ...shown, people, income: overlayIncome(shown.income, at, row) };
}

function overlayPerson(shown: PersonForm, row: PersonFacts): PersonForm {
  return {
    id: shown.id,
    role: shown.role,
    relation: shown.relation,
    name: row.name,
    identityNumber: said(row.identityNumber, shown.identityNumber),
    sex: row.sex ?? shown.sex,
    bornOn: row.bornOn ?? shown.bornOn,
    phone: said(row.phone, shown.phone),
    isUnionMember: row.isUnionMember ?? shown.isUnionMember,
    workState: row.workState ?? shown.workState,
    employer: said(row.employer, shown.employer),
    health: row.health ?? shown.health,
    illness: said(row.illness, shown.illness),
    insurance: row.insurance ?? shown.insurance,
  };
}

function overlayHead(shown: HouseholdForm['head'], row: HouseholdValues): HouseholdForm['head'] {
  return {
    ethnicity: said(row.ethnicity, shown.ethnicity),
    political: row.political ?? shown.political,
    marital: row.marital ?? shown.marital,
    registration: row.registration ?? shown.registration,
    registeredAt: said(row.registeredAt, shown.registeredAt),
    address: said(row.address, shown.address),
    otherContact: said(row.otherContact, shown.otherContact),
    employerNature: said(row.employerNature, shown.employerNature),
    employerState: said(row.employerState, shown.employerState),
    industry: said(row.industry, shown.industry),
    workingSince: row.workingSince ?? shown.workingSince,
    contractFrom: row.contractFrom ?? shown.contractFrom,
    contractTo: row.contractTo ?? shown.contractTo,
    modelWorker: row.modelWorker ?? shown.modelWorker,
    memberNumber: said(row.memberNumber, shown.memberNumber),
    memberSince: row.memberSince ?? shown.memberSince,
    paysDues: row.paysDues ?? shown.paysDues,
    housing: row.housing ?? shown.housing,
    housingAreaSquareMetres: row.housingAreaSquareMetres ?? shown.housingAreaSquareMetres,
    isSingleParent: row.isSingleParent ?? shown.isSingleParent,
    isWithoutEarner: row.isWithoutEarner ?? shown.isWithoutEarner,
    canHelpItself: row.canHelpItself ?? shown.canHelpItself,
  };
}

/** A text that differs from what is shown by blanks alone is what is shown. */
function said(cell: string | null, shown: string | null): string | null {
  if (cell === null || cell === shown) return shown;
  return shown !== null && squeeze(cell) === squeeze(shown) ? shown : cell;
}

/** What is on file of one person and kind is one amount on the sheet. */
function overlayIncome(shown: readonly IncomeRow[], person: number, row: PersonFacts): IncomeRow[] {
  const income = [...shown];
  for (const kind of INCOME_KINDS) {
    const yearly = row[`income_${kind}` as const];
    if (yearly === null) continue;
    const at = income.findIndex((one) => one.person === person && one.kind === kind);
    if (at < 0) income.push({ person, kind, yearly });
    else income[at] = { person, kind, yearly };
  }
  return income;
}

/** Several rows of one kind stay as long as their sums do. */
function overlaySpending(shown: readonly SpendingRow[], row: HouseholdValues): SpendingRow[] {
  let spending = [...shown];
  for (const kind of SPENDING_KINDS) {
    const known = spending.filter((one) => one.kind === kind);
    const sums = sumSpending(known);
    const yearly = row[`spending_${kind}` as const] ?? sums.yearly;
    const reimbursed = row[`reimbursed_${kind}` as const] ?? sums.reimbursed;
    if (yearly === sums.yearly && reimbursed === sums.reimbursed) continue;
    if (yearly === null && reimbursed === null) continue;
    const note = known.find((one) => one.note !== null)?.note ?? null;
    const changed = { kind, yearly: yearly ?? fen(0), reimbursed: reimbursed ?? fen(0), note };
    spending = [...spending.filter((one) => one.kind !== kind), changed];
  }
  return spending;
}

/** Null where nothing is on file. */
export function sumSpending(rows: readonly SpendingRow[]): {
  readonly yearly: Fen | null;
  readonly reimbursed: Fen | null;
} {
  if (rows.length === 0) return { yearly: null, reimbursed: null };
  return {
    yearly: sumFen(rows.map(({ yearly }) => yearly)),
    reimbursed: sumFen(rows.map(({ reimbursed }) => reimbursed)),
  };
}

function overlayAccident(shown: AccidentForm | null, row: HouseholdValues): AccidentForm | null {
  const kind = row.accidentKind ?? shown?.kind;
  const happenedOn = row.accidentOn ?? shown?.happenedOn;
  const netCost = row.accidentCost ?? shown?.netCost;
  if (kind === undefined || happenedOn === undefined || netCost === undefined) return shown;
  return { kind, happenedOn, netCost, note: said(row.accidentNote, shown?.note ?? null) };
}

function mapExclusions(
  answerOf: (ground: Exclusion) => boolean | null,
): HouseholdForm['exclusions'] {
  return {
    high_fee_school: answerOf('high_fee_school'),
    controls_company: answerOf('controls_company'),
    two_homes: answerOf('two_homes'),
    motor_vehicle: answerOf('motor_vehicle'),
    shop_or_hired_labour: answerOf('shop_or_hired_labour'),
    refuses_checks: answerOf('refuses_checks'),
    refuses_work: answerOf('refuses_work'),
  };
}
