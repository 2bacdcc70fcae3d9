/** A union at town level with the quarterly aid it handled in the sample year. */
export interface SampleUnion {
  readonly name: string;
  /** Rows paid in the rounds of quarters 1 to 4. */
  readonly rounds: readonly [number, number, number, number];
  /** How many of its people were aided twice: in quarters 1 and 3, 1 and 4, 2 and 4. */
  readonly repeats: readonly [number, number, number];
}

type UnionData = readonly [
  name: string,
  rounds: SampleUnion['rounds'],
  repeats: SampleUnion['repeats'],
];

/*
 * 正果镇 and 小楼镇 stop applying after the second quarter: an inspection should ask why.
 * The rounds add to 56 + 61 + 57 + 59 = 233 rows.
 */
const DATA: readonly UnionData[] = [
  ['荔城街总工会', [8, 9, 9, 9], [3, 2, 2]],
  ['增江街总工会', [4, 4, 4, 5], [1, 1, 1]],
  ['朱村街总工会', [3, 3, 4, 4], [1, 0, 1]],
  ['永宁街总工会', [4, 5, 5, 5], [1, 1, 1]],
  ['荔湖街总工会', [3, 3, 4, 4], [1, 1, 1]],
  ['宁西街总工会', [2, 3, 3, 3], [1, 0, 1]],
  ['新塘镇总工会', [9, 10, 10, 10], [3, 2, 3]],
  ['石滩镇总工会', [6, 6, 6, 6], [2, 1, 1]],
  ['中新镇总工会', [4, 4, 4, 4], [1, 1, 1]],
  ['正果镇总工会', [3, 2, 0, 0], [0, 0, 0]],
  ['派潭镇总工会', [3, 4, 3, 4], [1, 1, 1]],
  ['仙村镇总工会', [2, 3, 2, 2], [0, 0, 0]],
  ['小楼镇总工会', [2, 2, 0, 0], [0, 0, 0]],
  ['区直机关系统工会', [3, 3, 3, 3], [1, 0, 1]],
];

export const SAMPLE_UNIONS: readonly SampleUnion[] = DATA.map(([name, rounds, repeats]) => ({
  name,
  rounds,
  repeats,
}));

const WORKPLACES = ['服装企业', '电子企业', '物业服务企业', '汽车配件企业', '环卫单位', '餐饮企业'];

/** Grassroots unions are invented; the name says so. `index` chooses one of six of the town. */
export function sampleGrassrootsUnion(townUnion: string, index: number): string {
  const town = townUnion.replace(/(总工会|机关系统工会)$/, '');
  return `${town}样例${WORKPLACES[index % WORKPLACES.length]}工会`;
}
