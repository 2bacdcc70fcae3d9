import type { PlainDate } from '#core/plain-date.ts';

export const POLICY_STATES = ['draft', 'active', 'withdrawn'] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

/** Where an active version stands today. */
export type PolicyPhase = 'draft' | 'withdrawn' | 'coming' | 'in_force' | 'over';

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
