import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { AidClass, AidType } from '#features/policies/rules/policy-version.ts';

import type { SamplePerson } from './sample-people.ts';
import type { FundSource } from './year-records.ts';

/** What one application is about, before the three tiers have worked on it. */
export interface SampleCase {
  readonly person: SamplePerson;
  readonly household: string;
  readonly grassrootsUnion: string;
  readonly townUnion: string;
  readonly aidType: AidType;
  readonly aidClass: AidClass;
  readonly quarter: number | null;
  readonly appliedOn: PlainDate;
  readonly amountFen: Fen;
  readonly source: FundSource;
  readonly event: string | null;
  readonly specialReason: string | null;
  /** What the district decided, in the words of the approval form. */
  readonly decision: string;
  readonly refused: boolean;
}

export function sampleHousehold(number: number): string {
  return `ZCH${String(number).padStart(4, '0')}`;
}
