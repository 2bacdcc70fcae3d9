import { toPersonKey } from '#core/identity-number.ts';
import { issueText } from '#core/issue-text.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { checkHouseholdForm } from './check-household-form.ts';
import { compareForms } from './compare-forms.ts';
import type { HouseholdRows } from './group-sheet-rows.ts';
import { HouseholdForm } from './household-form.ts';
import type { MemberSheetRow } from './household-sheets.ts';
import type { ExistingHousehold, ImportGround, PlannedHousehold } from './import-ground.ts';
import { faultAtPath } from './locate-fault.ts';
import type { FormOrigin } from './locate-fault.ts';
import { keepMasked, maskForm } from './mask-form.ts';
import { isMasked } from './masked-values.ts';
import { blankForm, overlayHousehold, overlayMember } from './overlay-form.ts';
import { headFault, memberFault } from './sheet-fault.ts';
import type { SheetFault } from './sheet-fault.ts';
import { matchPerson } from './sheet-people.ts';

export interface JudgedRows<Existing extends ExistingHousehold> {
  readonly faults: readonly SheetFault[];
  /** Undefined when the rows do not even tell which file they are about. */
  readonly planned: PlannedHousehold<Existing> | undefined;
}

/** What the rows of one household would write, and what stands against it. */
export function judgeHouseholdRows<Existing extends ExistingHousehold>(
  rows: HouseholdRows,
  ground: ImportGround<Existing>,
): JudgedRows<Existing> {
  const { head } = rows;
  const found = findExisting(rows, ground);
  if (found.fault !== undefined) return { faults: [found.fault], planned: undefined };
  const { existing } = found;
  const faults: SheetFault[] = [];
  const { form, origin, unmatched } = makeForm(rows, existing);
  faults.push(...unmatched);
  const isChange = existing === undefined || compareForms(existing.form, form).length > 0;
  const union = ground.unions.get(head.unionCode);
  if (isChange) {
    faults.push(...judgeUnion(rows, existing, ground), ...judgeState(rows, existing));
    faults.push(...judgeForm(form, origin, ground), ...judgeDays(rows, existing, ground));
  }
  const validOn = validOnOf(rows, existing, ground);
  const openedOn = head.openedOn ?? validOn;
  const planned = { origin, form, existing, unionId: union?.id ?? 0, openedOn, validOn, isChange };
  return { faults, planned };
}

type Found<Existing> =
  | { readonly fault: SheetFault }
  | { readonly fault?: undefined; readonly existing: Existing | undefined };

function findExisting<Existing extends ExistingHousehold>(
  { head }: HouseholdRows,
  { byFileNumber, byHead }: ImportGround<Existing>,
): Found<Existing> {
  const { fileNumber, identityNumber, rowNumber } = head;
  const key = identityNumber === null || isMasked(identityNumber) ? null : identityNumber;
  if (fileNumber === null) {
    return { existing: key === null ? undefined : byHead.get(toPersonKey(key)) };
  }
  const existing = byFileNumber.get(fileNumber);
  if (existing === undefined) {
    return { fault: headFault(rowNumber, 'fileNumber', 'household.unknown_file') };
  }
  const known = existing.form.people.find(({ role }) => role === 'head')?.identityNumber ?? null;
  if (key !== null && known !== null && toPersonKey(key) !== toPersonKey(known)) {
    return { fault: headFault(rowNumber, 'identityNumber', 'household.other_head') };
  }
  return { existing };
}

interface MadeForm {
  readonly form: HouseholdForm;
  readonly origin: FormOrigin;
  readonly unmatched: readonly SheetFault[];
}

function makeForm(rows: HouseholdRows, existing: ExistingHousehold | undefined): MadeForm {
  const stored = existing?.form ?? blankForm();
  const unmatched: SheetFault[] = [];
  const memberRows = new Map<number, number>();
  // Of a new file nothing is on record that a mask could stand for.
  let shown = overlayHousehold(existing === undefined ? stored : maskForm(stored), rows.head);
  for (const row of rows.members) {
    const place = placeOf(stored, row, { memberRows, unmatched });
    if (place === null) continue;
    memberRows.set(place ?? shown.people.length, row.rowNumber);
    shown = overlayMember(shown, row, place);
  }
  const members = rows.members.map(({ rowNumber }) => rowNumber);
  const origin = { headRow: rows.head.rowNumber, members, memberRows };
  const form = existing === undefined ? shown : keepMasked(shown, stored);
  return { form, origin, unmatched };
}

interface Matching {
  readonly memberRows: ReadonlyMap<number, number>;
  readonly unmatched: SheetFault[];
}

/** Place of the person on file; undefined for a new one, null for a row that cannot be placed. */
function placeOf(
  stored: HouseholdForm,
  row: MemberSheetRow,
  { memberRows, unmatched }: Matching,
): number | undefined | null {
  const match = matchPerson(stored.people, row);
  if (match.kind === 'new') return undefined;
  if (match.kind === 'fault') {
    unmatched.push(memberFault(row.rowNumber, 'identityNumber', match.code));
    return null;
  }
  const other = memberRows.get(match.place);
  if (other === undefined) return match.place;
  unmatched.push(memberFault(row.rowNumber, 'name', 'household.member_twice', { other }));
  return null;
}

function judgeUnion<Existing extends ExistingHousehold>(
  { head: { rowNumber, unionCode } }: HouseholdRows,
  existing: Existing | undefined,
  { unions }: ImportGround<Existing>,
): SheetFault[] {
  if (existing !== undefined) {
    if (existing.unionCode === unionCode) return [];
    const params = { unionCode: existing.unionCode };
    return [headFault(rowNumber, 'unionCode', 'household.union_fixed', params)];
  }
  const union = unions.get(unionCode);
  if (union === undefined) return [headFault(rowNumber, 'unionCode', 'household.unknown_union')];
  return union.isClosed ? [headFault(rowNumber, 'unionCode', 'household.closed_union')] : [];
}

function judgeState(
  { head: { rowNumber } }: HouseholdRows,
  existing: ExistingHousehold | undefined,
): SheetFault[] {
  if (existing === undefined || existing.state === 'open') return [];
  return [headFault(rowNumber, 'name', 'household.file_ended', { state: existing.state })];
}

function judgeDays<Existing extends ExistingHousehold>(
  rows: HouseholdRows,
  existing: Existing | undefined,
  ground: ImportGround<Existing>,
): SheetFault[] {
  const { head } = rows;
  const { today } = ground;
  const faults = (['openedOn', 'validOn'] as const).flatMap((column) => {
    const day = head[column];
    if (day === null || day <= today) return [];
    return [headFault(head.rowNumber, column, 'household.form_day_in_future', { day, today })];
  });
  const day = validOnOf(rows, existing, ground);
  if (existing === undefined || day >= existing.openedOn) return faults;
  const params = { day, earlier: existing.openedOn };
  return [...faults, headFault(head.rowNumber, 'validOn', 'household.day_before_opening', params)];
}

/** The day of the form on file, as a list printed it, is not the day of what is changed in the list. */
function validOnOf<Existing extends ExistingHousehold>(
  { head }: HouseholdRows,
  existing: Existing | undefined,
  { today }: ImportGround<Existing>,
): PlainDate {
  return head.validOn === null || head.validOn === existing?.validOn ? today : head.validOn;
}

function judgeForm<Existing extends ExistingHousehold>(
  form: HouseholdForm,
  origin: FormOrigin,
  { today }: ImportGround<Existing>,
): SheetFault[] {
  const faults: SheetFault[] = [];
  const at = (path: string, code: string, params: SheetFault['params']): SheetFault =>
    faultAtPath({ path, code, params, severity: 'error' }, form, origin);
  for (const issue of HouseholdForm.safeParse(form).error?.issues ?? []) {
    faults.push(at(issue.path.join('.'), 'household.form_issue', { text: issueText(issue) }));
  }
  for (const path of listMasked(form)) faults.push(at(path, 'household.masked_unknown', {}));
  for (const { path, severity, reason } of checkHouseholdForm(form, today)) {
    const fault = at(path, reason.code, reason.params);
    faults.push(severity === 'error' ? fault : { ...fault, severity: 'notice' });
  }
  return faults;
}

/** Masks for which nothing is on file. */
function listMasked({ people, head, cardNumber }: HouseholdForm): string[] {
  const ofPeople = [...people.entries()].flatMap(([at, person]) =>
    (['identityNumber', 'phone', 'illness'] as const)
      .filter((field) => isMasked(person[field]))
      .map((field) => `people.${at}.${field}`),
  );
  const ofHead = (['registeredAt', 'address'] as const)
    .filter((field) => isMasked(head[field]))
    .map((field) => `head.${field}`);
  return [...ofPeople, ...ofHead, ...(isMasked(cardNumber) ? ['cardNumber'] : [])];
}
