import type { UnionLevel } from '#features/accounts/rules/roles.ts';

/** A union of enterprises may itself have unions below it, so grassroots stand under any level. */
const PARENT_LEVELS: Readonly<Record<UnionLevel, readonly UnionLevel[]>> = {
  city: [],
  district: ['city'],
  town_or_system: ['city', 'district'],
  grassroots: ['city', 'district', 'town_or_system', 'grassroots'],
};

export function canStandUnder(level: UnionLevel, parentLevel: UnionLevel): boolean {
  return PARENT_LEVELS[level].includes(parentLevel);
}

/** Levels that may be founded below a union of the given one. */
export function listLevelsBelow(parentLevel: UnionLevel): readonly UnionLevel[] {
  const levels: readonly UnionLevel[] = ['district', 'town_or_system', 'grassroots'];
  return levels.filter((level) => canStandUnder(level, parentLevel));
}
