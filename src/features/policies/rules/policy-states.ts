import type { PlainDate } from '#core/plain-date.ts';

export const POLICY_STATES = ['draft', 'active', 'withdrawn'] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

/** Where a version stands today: an active one is to come, in force or over by its days. */
export const POLICY_PHASES = ['draft', 'withdrawn', 'coming', 'in_force', 'over'] as const;
export type PolicyPhase = (typeof POLICY_PHASES)[number];

export function phaseOf(
  version: {
    readonly state: PolicyState;
    readonly validFrom: string;
    readonly validTo: string | null;
  },
  today: PlainDate,
): PolicyPhase {
  const { state, validFrom, validTo } = version;
  if (state !== 'active') return state;
  if (validFrom > today) return 'coming';
  return validTo !== null && validTo < today ? 'over' : 'in_force';
}
