import { checkIdentityNumber } from '#core/identity-number.ts';
import type { InputProblem } from '#core/input-problem.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { EXAMPLE_MEMBER } from './roster-sheet.ts';
import type { RosterRow, RosterValues } from './roster-sheet.ts';

/** A member who is on the roster before the import. */
export interface KnownMember {
  readonly id: number;
  readonly unionId: number;
  /** In a union that the importer may see. */
  readonly isInSight: boolean;
  readonly name: string;
  readonly phone: string | null;
  readonly identityNumber: string | null;
}

export interface RosterGround {
  readonly today: PlainDate;
  /** Where a row names no union: the importer's own, if workers belong to it. */
  readonly homeUnionId: number | null;
  /** Grassroots unions in sight by name; null where several have the name. */
  readonly unions: ReadonlyMap<string, number | null>;
  /** By membership number, those who have not left. */
  readonly members: ReadonlyMap<string, KnownMember>;
}

export interface PlannedMember {
  readonly row: RosterRow;
  readonly memberNumber: string;
  readonly unionId: number;
  readonly existing: KnownMember | undefined;
}

export interface RosterFault {
  readonly rowNumber: number;
  readonly column: keyof RosterValues;
  readonly code: string;
  readonly params: InputProblem['params'];
}

export interface RosterPlan {
  readonly changes: readonly PlannedMember[];
  readonly unchangedCount: number;
  readonly faultyCount: number;
  readonly faults: readonly RosterFault[];
}

export function toMemberNumber(text: string): string {
  return text.replaceAll(/\s/g, '').toUpperCase();
}

/** What an import of a roster writes. */
export function planRoster(rows: readonly RosterRow[], ground: RosterGround): RosterPlan {
  const faults: RosterFault[] = [];
  const planned: PlannedMember[] = [];
  const firstRows = new Map<string, number>();
  for (const row of rows) {
    const found = judgeRow(row, ground);
    const memberNumber = toMemberNumber(row.memberNumber);
    const other = firstRows.get(memberNumber);
    if (other === undefined) firstRows.set(memberNumber, row.rowNumber);
    else found.push(faultOf(row, 'memberNumber', 'member.row_twice', { other }));
    faults.push(...found);
    const existing = ground.members.get(memberNumber);
    const unionId = findUnion(row, ground) ?? existing?.unionId;
    if (found.length > 0 || unionId === undefined) continue;
    planned.push({ row, memberNumber, unionId, existing });
  }
  const changes = planned.filter(isChange);
  return {
    changes,
    unchangedCount: planned.length - changes.length,
    faultyCount: rows.length - planned.length,
    faults,
  };
}

function findUnion({ unionName }: RosterRow, ground: RosterGround): number | undefined {
  if (unionName === null) return ground.homeUnionId ?? undefined;
  return ground.unions.get(unionName) ?? undefined;
}

const NUMBER = /^[0-9A-Z-]{4,40}$/;
const MOBILE = /^1[3-9]\d{9}$/;

function judgeRow(row: RosterRow, ground: RosterGround): RosterFault[] {
  const { phone, identityNumber, leftOn } = row;
  if (row.memberNumber === EXAMPLE_MEMBER.memberNumber) {
    return [faultOf(row, 'memberNumber', 'member.example_row')];
  }
  const memberNumber = toMemberNumber(row.memberNumber);
  const known = ground.members.get(memberNumber);
  const faults = judgeUnion(row, ground);
  if (!NUMBER.test(memberNumber)) faults.push(faultOf(row, 'memberNumber', 'member.number_wrong'));
  if (phone !== null && !MOBILE.test(phone)) {
    faults.push(faultOf(row, 'phone', 'member.phone_wrong'));
  }
  if (identityNumber !== null && !checkIdentityNumber(identityNumber, ground.today).valid) {
    faults.push(faultOf(row, 'identityNumber', 'member.identity_wrong'));
  }
  if (leftOn !== null && leftOn > ground.today) {
    faults.push(faultOf(row, 'leftOn', 'member.left_in_future', { today: ground.today }));
  }
  const unionId = findUnion(row, ground) ?? known?.unionId;
  // Who changes unions leaves the old roster first: a number is never in two.
  if (known !== undefined && (!known.isInSight || known.unionId !== unionId)) {
    faults.push(faultOf(row, 'memberNumber', 'member.number_elsewhere'));
  }
  return faults;
}

function judgeUnion(row: RosterRow, { unions, homeUnionId }: RosterGround): RosterFault[] {
  const { unionName } = row;
  if (unionName === null) {
    return homeUnionId === null ? [faultOf(row, 'unionName', 'member.union_missing')] : [];
  }
  if ((unions.get(unionName) ?? null) !== null) return [];
  const code = unions.has(unionName) ? 'member.union_twice' : 'member.union_unknown';
  return [faultOf(row, 'unionName', code)];
}

/** What is left blank stays as it is. */
function isChange({ row, existing }: PlannedMember): boolean {
  if (existing === undefined) return true;
  const { name, phone, identityNumber, leftOn } = row;
  return (
    name !== existing.name ||
    leftOn !== null ||
    (phone !== null && phone !== existing.phone) ||
    (identityNumber !== null && identityNumber !== existing.identityNumber)
  );
}

function faultOf(
  { rowNumber }: RosterRow,
  column: keyof RosterValues,
  code: string,
  params: RosterFault['params'] = {},
): RosterFault {
  return { rowNumber, column, code, params };
}
