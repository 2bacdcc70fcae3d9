import { SAMPLE_UNIONS, sampleGrassrootsUnion } from '#features/fund-years/rules/sample-unions.ts';

import { DISTRICT } from './sample-people.ts';

const GRASSROOTS_PER_TOWN = 6;

export interface SampleUnion {
  readonly code: string;
  readonly name: string;
  readonly level: 'town_or_system' | 'grassroots';
  readonly parentCode: string;
  /** Of its like below the same parent, from 0. */
  readonly place: number;
}

/** Unions below the district, each after its parent: towns and systems of the sample year, invented grassroots unions. */
export const SAMPLE_TREE: readonly SampleUnion[] = SAMPLE_UNIONS.flatMap(({ name }, place) => {
  const code = `${DISTRICT}-${twoPlaces(place + 1)}`;
  const town = { code, name, level: 'town_or_system', parentCode: DISTRICT, place } as const;
  return [town, ...listGrassroots(name, code)];
});

function listGrassroots(townName: string, parentCode: string): SampleUnion[] {
  return Array.from({ length: GRASSROOTS_PER_TOWN }, (_none, place) => ({
    code: `${parentCode}-${twoPlaces(place + 1)}`,
    name: sampleGrassrootsUnion(townName, place),
    level: 'grassroots' as const,
    parentCode,
    place,
  }));
}

export function twoPlaces(value: number): string {
  return String(value).padStart(2, '0');
}
