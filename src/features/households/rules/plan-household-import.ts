import { toPersonKey } from '#core/identity-number.ts';

import { groupSheetRows } from './group-sheet-rows.ts';
import type { ExistingHousehold, ImportGround, PlannedHousehold } from './import-ground.ts';
import { judgeHouseholdRows } from './judge-household-rows.ts';
import { cellOfPath } from './locate-fault.ts';
import { isMasked } from './masked-values.ts';
import type { ReadHouseholds } from './read-household-sheets.ts';
import type { SheetFault } from './sheet-fault.ts';

export interface HouseholdImportPlan<Existing extends ExistingHousehold> {
  /** Households that change something, in the order of the file. */
  readonly changes: readonly PlannedHousehold<Existing>[];
  readonly unchangedCount: number;
  /** Households, and people without one. */
  readonly rowCount: number;
  readonly faultyCount: number;
  readonly faults: readonly SheetFault[];
}

/** What an import does. A household is written whole or not at all. */
export function planHouseholdImport<Existing extends ExistingHousehold>(
  read: ReadHouseholds,
  ground: ImportGround<Existing>,
): HouseholdImportPlan<Existing> {
  const { groups, faults: groupFaults, strayRows } = groupSheetRows(read);
  const faults: SheetFault[] = [...groupFaults];
  const planned: PlannedHousehold<Existing>[] = [];
  for (const rows of groups) {
    const judged = judgeHouseholdRows(rows, ground);
    faults.push(...judged.faults);
    if (judged.planned !== undefined) planned.push(judged.planned);
  }
  // Rows of one household twice are named already.
  const twice = new Set(groupFaults.filter(isTwice).map(({ rowNumber }) => rowNumber));
  const single = planned.filter(({ origin }) => !twice.has(origin.headRow));
  faults.push(...judgePeople(single, ground));
  const faulty = new Set(faults.filter(isHeadError).map(({ rowNumber }) => rowNumber));
  const memberErrors = new Set(faults.filter(isMemberError).map(({ rowNumber }) => rowNumber));
  const isSound = ({ origin }: PlannedHousehold<Existing>): boolean =>
    !faulty.has(origin.headRow) && !origin.members.some((row) => memberErrors.has(row));
  const sound = planned.filter(isSound);
  const changes = sound.filter(({ isChange }) => isChange);
  const rowCount = groups.length + read.heads.unreadable.length + strayRows.size;
  return {
    changes,
    unchangedCount: sound.length - changes.length,
    rowCount,
    faultyCount: rowCount - sound.length,
    faults,
  };
}

function isTwice({ code }: SheetFault): boolean {
  return code === 'household.row_twice';
}

function isHeadError({ sheet, severity }: SheetFault): boolean {
  return sheet === 'heads' && severity === 'error';
}

function isMemberError({ sheet, severity }: SheetFault): boolean {
  return sheet === 'members' && severity === 'error';
}

/** Nobody stands in two files: neither in two of this list, nor in one here and another on record. */
function judgePeople<Existing extends ExistingHousehold>(
  planned: readonly PlannedHousehold<Existing>[],
  { filesOfPeople }: ImportGround<Existing>,
): readonly SheetFault[] {
  const faults: SheetFault[] = [];
  const seen = new Map<string, { readonly household: PlannedHousehold<Existing>; at: number }>();
  for (const household of planned) {
    for (const [at, { identityNumber, name }] of household.form.people.entries()) {
      if (identityNumber === null || isMasked(identityNumber)) continue;
      const key = toPersonKey(identityNumber);
      const file = filesOfPeople.get(key);
      if (file !== undefined && file.householdId !== household.existing?.id) {
        const { unionName } = file;
        faults.push(personFault(household, at, 'household.person_elsewhere', { name, unionName }));
      }
      const first = seen.get(key);
      if (first === undefined) seen.set(key, { household, at });
      else if (first.household !== household) {
        faults.push(...twoFaults([first.household, first.at], [household, at], name));
      }
    }
  }
  return faults;
}

type Place<Existing extends ExistingHousehold> = readonly [PlannedHousehold<Existing>, number];

function twoFaults<Existing extends ExistingHousehold>(
  one: Place<Existing>,
  other: Place<Existing>,
  name: string,
): SheetFault[] {
  const code = 'household.person_twice_in_file';
  return [
    personFault(...one, code, { name, other: other[0].origin.headRow }),
    personFault(...other, code, { name, other: one[0].origin.headRow }),
  ];
}

function personFault<Existing extends ExistingHousehold>(
  { form, origin }: PlannedHousehold<Existing>,
  at: number,
  code: string,
  params: SheetFault['params'],
): SheetFault {
  const cell = cellOfPath(`people.${at}.identityNumber`, form, origin);
  return { ...cell, code, params, severity: 'error' };
}
