import type { UnionLevel } from '#features/accounts/rules/roles.ts';

import type { TierAtWork } from './states.ts';

const TIER_OF_LEVEL: Readonly<Record<UnionLevel, TierAtWork | null>> = {
  grassroots: 'grassroots',
  town_or_system: 'town',
  district: 'district',
  city: null,
};

/**
 * Tiers that review a union's cases, from below, by the levels of the union and of those above it. A
 * city with a fund of its own and no district above the union decides as the district does.
 */
export function findTiers(levels: readonly UnionLevel[]): readonly [TierAtWork, ...TierAtWork[]] {
  const tiers = levels.flatMap((level) => TIER_OF_LEVEL[level] ?? []);
  const below = tiers.filter((tier) => tier !== 'district');
  const [first, ...rest] = below;
  return first === undefined ? ['district'] : [first, ...rest, 'district'];
}
