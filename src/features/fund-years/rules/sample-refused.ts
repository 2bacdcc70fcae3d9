import { yuan } from '#core/money.ts';
import { day, quarterOf } from '#core/plain-date.ts';

import { sampleHousehold } from './sample-case.ts';
import type { SampleCase } from './sample-case.ts';
import { samplePerson } from './sample-people.ts';
import { sampleGrassrootsUnion } from './sample-unions.ts';

/** The one application the district refused: the ledger keeps it, with nothing approved. */
export function refusedCase(personIndex: number): SampleCase {
  const appliedOn = day('2023-10-12');
  const townUnion = '新塘镇总工会';
  return {
    person: samplePerson(personIndex),
    household: sampleHousehold(personIndex + 1),
    grassrootsUnion: sampleGrassrootsUnion(townUnion, personIndex),
    townUnion,
    aidType: '季度救助',
    aidClass: 'Q1',
    quarter: quarterOf(appliedOn),
    appliedOn,
    amountFen: yuan(0),
    source: '工会经费',
    event: null,
    specialReason: null,
    decision: '家庭人均收入高于规定标准，不予救助',
    refused: true,
  };
}
