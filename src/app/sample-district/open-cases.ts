import type { CaseAct } from '#features/accounts/rules/decide-second-act.ts';
import type { Action } from '#features/applications/rules/transitions.ts';

/** One act of an open case: who did it, and how many days before today. */
export interface OpenStep {
  readonly action: Action;
  readonly by: keyof typeof SIGNERS;
  readonly daysAgo: number;
}

/** Sample persons by their desk. */
export const SIGNERS = {
  filing: { username: 'jiceng', duty: 'file_on_behalf' },
  chair: { username: 'zhuxi', duty: 'grassroots_opinion' },
  town: { username: 'zhenshen', duty: 'town_review' },
  district: { username: 'quban', duty: 'district_review' },
  approver: { username: 'qushenpi', duty: 'district_approval' },
} as const satisfies Record<string, { readonly username: string; readonly duty: CaseAct }>;

type Told = readonly [action: Action, by: OpenStep['by'], daysAgo: number];

const SUBMIT: Told = ['submit', 'filing', 6];
const AT_GRASSROOTS: readonly Told[] = [SUBMIT, ['accept', 'chair', 5]];
const AT_TOWN: readonly Told[] = [...AT_GRASSROOTS, ['pass_grassroots', 'chair', 4]];
const AT_DISTRICT: readonly Told[] = [...AT_TOWN, ['pass_town', 'town', 2]];
const AT_APPROVAL: readonly Told[] = [...AT_DISTRICT, ['pass_district', 'district', 1]];

/** Cases of emergency aid on every desk, and some that rest or have ended; each of a family of its own. */
const WAYS: readonly (readonly Told[])[] = [
  [],
  [SUBMIT],
  AT_GRASSROOTS,
  [...AT_GRASSROOTS, ['start_visit', 'chair', 3]],
  [...AT_GRASSROOTS, ['ask_supplement', 'chair', 3]],
  AT_TOWN,
  AT_DISTRICT,
  [...AT_DISTRICT, ['start_check', 'district', 1]],
  AT_APPROVAL,
  AT_APPROVAL,
  [...AT_TOWN, ['refuse', 'town', 2]],
  [...AT_GRASSROOTS, ['withdraw', 'filing', 2]],
];

export const OPEN_WAYS: readonly (readonly OpenStep[])[] = WAYS.map((way) =>
  way.map(([action, by, daysAgo]) => ({ action, by, daysAgo })),
);
