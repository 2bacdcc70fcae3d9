import { checkIdentityNumber, toPersonKey } from '#core/identity-number.ts';
import type { InputProblem } from '#core/input-problem.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { EXAMPLE_ENTRY } from './civil-affairs-sheet.ts';
import type { CivilAffairsSheetRow, CivilAffairsValues } from './civil-affairs-sheet.ts';
import type { CivilAffairsKind } from './civil-affairs-words.ts';

/** An entry that is there before the import. */
export interface ExistingEntry {
  readonly id: number;
  readonly name: string;
  readonly kind: CivilAffairsKind;
  readonly listOn: PlainDate;
  readonly unionId: number;
}

export interface CivilAffairsGround {
  readonly today: PlainDate;
  /** Who imports: of their union is what no other union is named for. */
  readonly homeUnionId: number;
  /** By name, those in sight; null where several have the name. */
  readonly unions: ReadonlyMap<string, number | null>;
  /** Open files in sight by the key of a person in them. */
  readonly files: ReadonlyMap<string, { readonly householdId: number; readonly unionId: number }>;
  /** By `entryKey`. */
  readonly entries: ReadonlyMap<string, ExistingEntry>;
}

export interface PlannedEntry {
  readonly row: CivilAffairsSheetRow;
  readonly personKey: string;
  readonly existing: ExistingEntry | undefined;
  readonly unionId: number;
  readonly householdId: number | null;
  readonly isMember: boolean | null;
}

export interface EntryFault {
  readonly rowNumber: number;
  readonly column: keyof CivilAffairsValues;
  readonly code: string;
  readonly params: InputProblem['params'];
}

export interface CivilAffairsPlan {
  readonly changes: readonly PlannedEntry[];
  readonly unchangedCount: number;
  readonly faultyCount: number;
  readonly faults: readonly EntryFault[];
  /** Files of people on the list. */
  readonly householdIds: readonly number[];
}

/** One person has one entry in one list. */
export function entryKey(listName: string, personKey: string): string {
  return `${listName}\n${personKey}`;
}

/** What an import of a low-income list writes. */
export function planCivilAffairs(
  rows: readonly CivilAffairsSheetRow[],
  ground: CivilAffairsGround,
): CivilAffairsPlan {
  const faults: EntryFault[] = [];
  const planned: PlannedEntry[] = [];
  const firstRows = new Map<string, number>();
  for (const row of rows) {
    const found = judgeRow(row, ground);
    const personKey = toPersonKey(row.identityNumber);
    const key = entryKey(row.listName, personKey);
    const other = firstRows.get(key);
    if (other === undefined) firstRows.set(key, row.rowNumber);
    else found.push(faultOf(row, 'identityNumber', 'civil_affairs.row_twice', { other }));
    faults.push(...found);
    if (found.length > 0) continue;
    planned.push(placeEntry(row, personKey, ground));
  }
  const changes = planned.filter(isChange);
  const householdIds = planned.flatMap(({ householdId }) => householdId ?? []);
  return {
    changes,
    unchangedCount: planned.length - changes.length,
    faultyCount: rows.length - planned.length,
    faults,
    householdIds: [...new Set(householdIds)],
  };
}

function judgeRow(row: CivilAffairsSheetRow, { today, unions }: CivilAffairsGround): EntryFault[] {
  const { identityNumber, listOn, unionName, listName } = row;
  if (listName === EXAMPLE_ENTRY.listName) {
    return [faultOf(row, 'listName', 'civil_affairs.example_row', {})];
  }
  const faults: EntryFault[] = [];
  if (!checkIdentityNumber(identityNumber, today).valid) {
    faults.push(faultOf(row, 'identityNumber', 'civil_affairs.identity_wrong', {}));
  }
  if (listOn > today) {
    faults.push(faultOf(row, 'listOn', 'civil_affairs.list_in_future', { today }));
  }
  if (unionName !== null && (unions.get(unionName) ?? null) === null) {
    const code = unions.has(unionName)
      ? 'civil_affairs.union_twice'
      : 'civil_affairs.union_unknown';
    faults.push(faultOf(row, 'unionName', code, {}));
  }
  return faults;
}

/** In a file: where the file is. Else where the list says, else with who brought the list in. */
function placeEntry(
  row: CivilAffairsSheetRow,
  personKey: string,
  { files, unions, entries, homeUnionId }: CivilAffairsGround,
): PlannedEntry {
  const file = files.get(personKey);
  const named = row.unionName === null ? undefined : (unions.get(row.unionName) ?? undefined);
  return {
    row,
    personKey,
    existing: entries.get(entryKey(row.listName, personKey)),
    unionId: file?.unionId ?? named ?? homeUnionId,
    householdId: file?.householdId ?? null,
    isMember: named === undefined ? null : true,
  };
}

function isChange({ row, existing, unionId }: PlannedEntry): boolean {
  return (
    existing === undefined ||
    existing.name !== row.name ||
    existing.kind !== row.kind ||
    existing.listOn !== row.listOn ||
    existing.unionId !== unionId
  );
}

function faultOf(
  { rowNumber }: CivilAffairsSheetRow,
  column: keyof CivilAffairsValues,
  code: string,
  params: EntryFault['params'],
): EntryFault {
  return { rowNumber, column, code, params };
}
