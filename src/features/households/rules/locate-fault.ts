import type { HouseholdForm } from './household-form.ts';
import { HOUSEHOLD_SHEET, MEMBER_SHEET } from './household-sheets.ts';
import type { HouseholdValues, MemberValues } from './household-sheets.ts';
import type { SheetFault } from './sheet-fault.ts';

/** Which rows a form was made from. */
export interface FormOrigin {
  readonly headRow: number;
  /** All its rows of 家庭成员. */
  readonly members: readonly number[];
  /** Row of 家庭成员 by place in the form; people whom the file does not name have none. */
  readonly memberRows: ReadonlyMap<number, number>;
}

type Cell =
  | { readonly sheet: 'heads'; readonly rowNumber: number; readonly column: keyof HouseholdValues }
  | { readonly sheet: 'members'; readonly rowNumber: number; readonly column: keyof MemberValues };

/** The cell that a path of the form, such as `people.1.phone`, was read from. */
export function cellOfPath(path: string, form: HouseholdForm, origin: FormOrigin): Cell {
  const [part = '', index = '', field = ''] = path.split('.');
  switch (part) {
    case 'people':
      return personCell(Number(index), field, origin);
    case 'income': {
      const row = form.income[Number(index)];
      return personCell(row?.person ?? 0, `income_${row?.kind ?? ''}`, origin);
    }
    case 'spending': {
      const kind = form.spending[Number(index)]?.kind ?? '';
      return headCell(`${field === 'reimbursed' ? 'reimbursed' : 'spending'}_${kind}`, origin);
    }
    case 'head':
      return headCell(index, origin);
    case 'property':
      return headCell(index === 'other' ? 'otherProperty' : index, origin);
    case 'exclusions':
      return headCell(`exclusion_${index}`, origin);
    case 'accident':
      return headCell(ACCIDENT_COLUMNS[index] ?? 'accidentKind', origin);
    default:
      return headCell(part, origin);
  }
}

const ACCIDENT_COLUMNS: Readonly<Record<string, string>> = {
  kind: 'accidentKind',
  happenedOn: 'accidentOn',
  netCost: 'accidentCost',
  note: 'accidentNote',
};

function personCell(place: number, field: string, origin: FormOrigin): Cell {
  const rowNumber = origin.memberRows.get(place);
  if (rowNumber === undefined) return headCell(field, origin);
  const column = isMemberColumn(field) ? field : 'name';
  return { sheet: 'members', rowNumber, column };
}

/** What has no column of its own stands at the name. */
function headCell(field: string, { headRow }: FormOrigin): Cell {
  return { sheet: 'heads', rowNumber: headRow, column: isHeadColumn(field) ? field : 'name' };
}

function isHeadColumn(field: string): field is keyof HouseholdValues {
  return Object.hasOwn(HOUSEHOLD_SHEET.columns, field);
}

function isMemberColumn(field: string): field is keyof MemberValues {
  return Object.hasOwn(MEMBER_SHEET.columns, field);
}

export function faultAtPath(
  fault: Pick<SheetFault, 'code' | 'params' | 'severity'> & { readonly path: string },
  form: HouseholdForm,
  origin: FormOrigin,
): SheetFault {
  const { path, ...rest } = fault;
  return { ...rest, ...cellOfPath(path, form, origin) };
}
