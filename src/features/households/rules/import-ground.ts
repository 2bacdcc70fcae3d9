import type { PlainDate } from '#core/plain-date.ts';

import type { HouseholdForm } from './household-form.ts';
import type { FormOrigin } from './locate-fault.ts';
import type { HouseholdState } from './words.ts';

/** A file that is there before the import. */
export interface ExistingHousehold {
  readonly id: number;
  readonly fileNumber: string;
  readonly unionCode: string;
  readonly state: HouseholdState;
  readonly openedOn: PlainDate;
  /** The day its newest form describes. */
  readonly validOn: PlainDate;
  readonly form: HouseholdForm;
}

/** What the import is judged by. */
export interface ImportGround<Existing extends ExistingHousehold> {
  readonly today: PlainDate;
  /** By code: the unions in sight. */
  readonly unions: ReadonlyMap<string, { readonly id: number; readonly isClosed: boolean }>;
  readonly byFileNumber: ReadonlyMap<string, Existing>;
  /** By the head's number as `toPersonKey` gives it. */
  readonly byHead: ReadonlyMap<string, Existing>;
  /** The open file each of the named people is in, in sight or not. */
  readonly filesOfPeople: ReadonlyMap<
    string,
    { readonly householdId: number; readonly unionName: string }
  >;
}

/** A household with what the import would write of it. */
export interface PlannedHousehold<Existing extends ExistingHousehold> {
  readonly origin: FormOrigin;
  readonly form: HouseholdForm;
  readonly existing: Existing | undefined;
  readonly unionId: number;
  readonly openedOn: PlainDate;
  readonly validOn: PlainDate;
  readonly isChange: boolean;
}
