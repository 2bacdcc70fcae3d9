import { yuan } from '#core/money.ts';
import { day, quarterOf } from '#core/plain-date.ts';
import type { AidClass } from '#features/policies/rules/policy-version.ts';

import { sampleHousehold } from './sample-case.ts';
import type { SampleCase } from './sample-case.ts';
import { samplePerson } from './sample-people.ts';
import { sampleGrassrootsUnion } from './sample-unions.ts';

const REFUSALS: readonly (readonly [string, string, AidClass, string])[] = [
  ['2023-01-12', '新塘镇总工会', 'Q1', '家庭人均收入高于规定标准，不予救助'],
  ['2023-02-16', '永宁街总工会', 'E3', '未达到住院手术条件，不予紧急救助'],
  ['2023-04-13', '荔城街总工会', 'Q2', '所患疾病不在规定病种范围，不予救助'],
  ['2023-04-20', '中新镇总工会', 'Q7', '被拖欠工资已全额追回，不予救助'],
  ['2023-07-11', '石滩镇总工会', 'Q3', '子女已停学就业，不符合申请条件，不予救助'],
  ['2023-08-23', '增江街总工会', 'E1b', '财物损失轻微且已获保险赔付，不予紧急救助'],
  ['2023-10-12', '新塘镇总工会', 'Q1', '名下另有经营性收入，不予救助'],
  ['2023-10-16', '派潭镇总工会', 'Q2', '补正期满仍缺诊断证明，不予救助'],
];

/** Applications the district refused: the ledger keeps them, with nothing approved. */
export function refusedCases(nextPerson: number): readonly SampleCase[] {
  return REFUSALS.map(([appliedOn, townUnion, aidClass, decision], index) => {
    const number = nextPerson + index;
    const isQuarterly = aidClass.startsWith('Q');
    return {
      person: samplePerson(number),
      household: sampleHousehold(number + 1),
      grassrootsUnion: sampleGrassrootsUnion(townUnion, number),
      townUnion,
      aidType: isQuarterly ? '季度救助' : '紧急救助',
      aidClass,
      quarter: isQuarterly ? quarterOf(day(appliedOn)) : null,
      appliedOn: day(appliedOn),
      amountFen: yuan(0),
      source: '工会经费',
      event: null,
      specialReason: null,
      decision,
      refused: true,
    };
  });
}
