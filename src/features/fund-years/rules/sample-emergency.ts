import { formatYuanShort, yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { AidClass } from '#features/policies/rules/policy-version.ts';

import { sampleHousehold } from './sample-case.ts';
import type { SampleCase } from './sample-case.ts';
import { samplePerson } from './sample-people.ts';
import type { QuarterlyApplicant } from './sample-quarterly.ts';
import { sampleGrassrootsUnion } from './sample-unions.ts';

type EmergencyData = readonly [
  appliedOn: string,
  town: string,
  aidClass: AidClass,
  amountYuan: number,
  cause: string,
  /** Required above 3,000 yuan per person and time. */
  specialReason?: '特别困难' | '重大事故' | '突发意外' | '其他特殊群体',
];

/** 39 payments of 126,000 yuan in all; only the knee operation lies outside its class range. */
const EMERGENCIES: readonly EmergencyData[] = [
  ['2023-01-05', '荔城街', 'E3', 5000, '突发脑出血住院手术', '特别困难'],
  ['2023-01-10', '新塘镇', 'E3', 3000, '急性阑尾炎穿孔住院手术'],
  ['2023-01-17', '石滩镇', 'E1c', 4000, '住房火灾致家人重伤', '重大事故'],
  ['2023-02-06', '小楼镇', 'E3', 3000, '急性心肌梗死住院手术'],
  ['2023-02-13', '荔城街', 'E3', 3000, '消化道穿孔住院手术'],
  ['2023-02-20', '新塘镇', 'E3', 5000, '恶性肿瘤住院手术', '特别困难'],
  ['2023-02-27', '增江街', 'E1b', 1500, '住房漏电起火，家具电器损毁'],
  ['2023-03-06', '永宁街', 'E3', 3000, '工余跌伤骨折住院手术'],
  ['2023-03-14', '中新镇', 'E3', 5000, '主动脉夹层住院手术', '特别困难'],
  ['2023-03-21', '正果镇', 'E1b', 2000, '强风掀开屋顶，住房部分损坏'],
  ['2023-03-28', '荔湖街', 'E3', 3500, '颅脑外伤住院手术', '突发意外'],
  ['2023-04-06', '派潭镇', 'E1a', 2000, '山洪冲毁住房'],
  ['2023-04-12', '荔城街', 'E3', 1000, '膝关节手术住院，自付费用较低'],
  ['2023-04-19', '新塘镇', 'E1c', 5000, '交通事故致家人重伤', '重大事故'],
  ['2023-04-26', '朱村街', 'E3', 3000, '胆囊急症住院手术'],
  ['2023-05-08', '石滩镇', 'E3', 5000, '急性白血病住院治疗及手术', '特别困难'],
  ['2023-05-15', '宁西街', 'E1c', 3000, '家中燃气意外致烧伤'],
  ['2023-05-22', '荔城街', 'E2', 4000, '制止行凶时受伤', '其他特殊群体'],
  ['2023-05-29', '新塘镇', 'E3', 3000, '肠梗阻住院手术'],
  ['2023-06-05', '增江街', 'E3', 5000, '心脏瓣膜置换手术', '特别困难'],
  ['2023-06-12', '派潭镇', 'E1c', 3500, '暴雨塌方致家人重伤', '突发意外'],
  ['2023-06-19', '永宁街', 'E1b', 1000, '暴雨进水，家中财物受损'],
  ['2023-06-27', '仙村镇', 'E3', 3000, '高处坠落骨折住院手术'],
  ['2023-07-05', '中新镇', 'E1a', 2000, '火灾烧毁住房'],
  ['2023-07-12', '荔城街', 'E3', 5000, '冠状动脉旁路移植手术', '特别困难'],
  ['2023-07-19', '新塘镇', 'E1c', 2500, '溺水抢救致重症'],
  ['2023-07-26', '石滩镇', 'E3', 2500, '疝气嵌顿住院手术'],
  ['2023-08-03', '朱村街', 'E1c', 3000, '触电致家人重伤'],
  ['2023-08-11', '荔湖街', 'E2', 3000, '救助落水儿童时受伤'],
  ['2023-08-18', '新塘镇', 'E3', 5000, '脑肿瘤住院手术', '特别困难'],
  ['2023-08-28', '荔城街', 'E1b', 2000, '台风损坏门窗和家电'],
  ['2023-09-06', '增江街', 'E3', 3000, '急性胆管炎住院手术'],
  ['2023-09-13', '石滩镇', 'E1a', 2000, '台风暴雨冲毁住房'],
  ['2023-09-20', '永宁街', 'E3', 3500, '肝破裂住院手术', '突发意外'],
  ['2023-09-26', '中新镇', 'E3', 2000, '肾结石住院手术'],
  ['2023-10-11', '新塘镇', 'E3', 5000, '重症胰腺炎住院手术', '特别困难'],
  ['2023-10-18', '区直机关', 'E3', 3000, '甲状腺肿瘤住院手术'],
  ['2023-10-25', '朱村街', 'E3', 3000, '股骨颈骨折住院手术'],
  ['2023-11-01', '荔城街', 'E1c', 3000, '高空坠物致重伤'],
];

/** The one payment from fiscal money: its 2,000 yuan are the whole fiscal budget after adjustment. */
const PAID_FROM_FISCAL_MONEY = '火灾烧毁住房';
/** Towns whose first emergency of the second half befell a worker with quarterly aid that year. */
const TOWNS_WITH_A_KNOWN_WORKER = ['荔城街', '增江街', '永宁街', '新塘镇', '石滩镇', '中新镇'];

/** `known` are this year's quarterly applicants; new people are numbered from `nextPerson`. */
export function emergencyCases(
  known: readonly QuarterlyApplicant[],
  nextPerson: number,
): readonly SampleCase[] {
  const townsWaiting = new Set(TOWNS_WITH_A_KNOWN_WORKER);
  return EMERGENCIES.map(([appliedOn, town, aidClass, amount, cause, specialReason], index) => {
    const townUnion = town === '区直机关' ? '区直机关系统工会' : `${town}总工会`;
    const number = nextPerson + index;
    const worker =
      appliedOn >= '2023-07-01' && townsWaiting.delete(town)
        ? known.find((person) => person.townUnion === townUnion && person.quarters.length === 1)
        : undefined;
    return {
      person: worker?.person ?? samplePerson(number),
      household: worker?.household ?? sampleHousehold(number + 1),
      grassrootsUnion: worker?.grassrootsUnion ?? sampleGrassrootsUnion(townUnion, number),
      townUnion,
      aidType: '紧急救助',
      aidClass,
      quarter: null,
      appliedOn: day(appliedOn),
      amountFen: yuan(amount),
      source: cause === PAID_FROM_FISCAL_MONEY ? '财政预算资金' : '工会经费',
      event: `SJ2023-${String(index + 1).padStart(3, '0')}`,
      specialReason: specialReason ?? null,
      decision: `${cause}，同意紧急救助${formatYuanShort(yuan(amount))}元`,
      refused: false,
    };
  });
}
