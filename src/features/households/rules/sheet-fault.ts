import type { HouseholdValues, MemberValues } from './household-sheets.ts';

interface FaultFacts {
  readonly rowNumber: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly severity: 'error' | 'notice';
}

/** What is wrong with a cell of an imported list, or worth a notice. */
export type SheetFault = FaultFacts &
  (
    | { readonly sheet: 'heads'; readonly column: keyof HouseholdValues }
    | { readonly sheet: 'members'; readonly column: keyof MemberValues }
  );

type Params = FaultFacts['params'];

export function headFault(
  rowNumber: number,
  column: keyof HouseholdValues,
  code: string,
  params: Params = {},
): SheetFault {
  return { sheet: 'heads', rowNumber, column, code, params, severity: 'error' };
}

export function memberFault(
  rowNumber: number,
  column: keyof MemberValues,
  code: string,
  params: Params = {},
): SheetFault {
  return { sheet: 'members', rowNumber, column, code, params, severity: 'error' };
}
