import type { PlainDate } from '#core/plain-date.ts';
import type { UnionLevel } from '#features/accounts/rules/roles.ts';

import type { UnionSheetRow } from './union-sheet.ts';

/** A union that is there before the import, in the form of its row. */
export interface ExistingUnion {
  readonly id: number;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly level: UnionLevel;
  /** Null for a root, or a parent outside what the importing person may see. */
  readonly parentCode: string | null;
  readonly regionCode: string | null;
  readonly creditCode: string | null;
  readonly foundedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  /** By year. */
  readonly counts: ReadonlyMap<
    number,
    { readonly memberCount: number; readonly workerCount: number | null }
  >;
}

const KEPT_WHEN_BLANK = [
  'parentCode',
  'regionCode',
  'creditCode',
  'foundedOn',
  'contactName',
  'contactPhone',
] as const;

/** Whether a row says anything new of a union; a blank cell says nothing. */
export function isChange(row: UnionSheetRow, existing: ExistingUnion | undefined): boolean {
  if (existing === undefined) return true;
  return (
    row.name !== existing.name ||
    KEPT_WHEN_BLANK.some((key) => row[key] !== null && row[key] !== existing[key]) ||
    isNewCount(row, existing)
  );
}

export function isNewCount(row: UnionSheetRow, existing: ExistingUnion | undefined): boolean {
  if (row.memberCount === null || row.year === null) return false;
  const known = existing?.counts.get(row.year);
  if (known === undefined || known.memberCount !== row.memberCount) return true;
  return row.workerCount !== null && row.workerCount !== known.workerCount;
}
