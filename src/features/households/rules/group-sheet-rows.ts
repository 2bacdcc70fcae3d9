import { toPersonKey } from '#core/identity-number.ts';

import type {
  HouseholdSheetRow,
  HouseholdValues,
  MemberSheetRow,
  MemberValues,
} from './household-sheets.ts';
import { isMasked } from './masked-values.ts';
import type { ReadHouseholds } from './read-household-sheets.ts';
import { headFault, memberFault } from './sheet-fault.ts';
import type { SheetFault } from './sheet-fault.ts';

/** What the file says of one household. */
export interface HouseholdRows {
  readonly head: HouseholdSheetRow;
  readonly members: readonly MemberSheetRow[];
}

export interface GroupedRows {
  readonly groups: readonly HouseholdRows[];
  readonly faults: readonly SheetFault[];
  /** Numbers of the rows of 家庭成员 that belong to no row of 困难家庭. */
  readonly strayRows: ReadonlySet<number>;
}

type Key = Pick<HouseholdValues, 'fileNumber' | 'identityNumber'>;

/** Puts the people of a file to their heads: by the number of the file, else by the head's own. */
export function groupSheetRows({ heads, members }: ReadHouseholds): GroupedRows {
  const faults: SheetFault[] = [];
  const rowByKey = new Map<string, number>();
  const note = (key: Partial<Key>, rowNumber: number): void => {
    for (const text of keysOf(key)) {
      const first = rowByKey.get(text);
      if (first === undefined) rowByKey.set(text, rowNumber);
      else if (first !== rowNumber) faults.push(...toTwice(text, [first, rowNumber]));
    }
  };
  for (const head of heads.records) note(head, head.rowNumber);
  for (const { values, rowNumber } of heads.unreadable) note(values, rowNumber);
  const sound = new Set(heads.records.map(({ rowNumber }) => rowNumber));
  const strayRows = new Set<number>();
  const byHead = new Map<number, MemberSheetRow[]>();
  const findHead = (values: Partial<MemberValues>): number | undefined => {
    const keys = keysOf({ ...values, identityNumber: values.headNumber ?? null });
    return keys.map((key) => rowByKey.get(key)).find((row) => row !== undefined);
  };
  for (const member of members.records) {
    const head = findHead(member);
    if (head !== undefined) byHead.set(head, [...(byHead.get(head) ?? []), member]);
    else {
      strayRows.add(member.rowNumber);
      faults.push(memberFault(member.rowNumber, 'headNumber', 'household.head_row_missing'));
    }
  }
  for (const { values, rowNumber } of members.unreadable) {
    const head = findHead(values);
    if (head === undefined) strayRows.add(rowNumber);
    else if (sound.has(head)) {
      faults.push(headFault(head, 'name', 'household.member_row_faulty', { other: rowNumber }));
    }
  }
  const groups = heads.records.map((head) => ({ head, members: byHead.get(head.rowNumber) ?? [] }));
  return { groups, faults, strayRows };
}

/** The number of the file counts before that of the person, which may have been corrected. */
function keysOf({ fileNumber, identityNumber }: Partial<Key>): string[] {
  const keys: string[] = [];
  if (fileNumber !== null && fileNumber !== undefined) keys.push(`file ${fileNumber}`);
  if (identityNumber !== null && identityNumber !== undefined && !isMasked(identityNumber)) {
    keys.push(`person ${toPersonKey(identityNumber)}`);
  }
  return keys;
}

function toTwice(key: string, [first, second]: readonly [number, number]): SheetFault[] {
  const column = key.startsWith('file') ? 'fileNumber' : 'identityNumber';
  return [
    headFault(first, column, 'household.row_twice', { other: second }),
    headFault(second, column, 'household.row_twice', { other: first }),
  ];
}
