import { AppError } from '#core/app-error.ts';
import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import type {
  AidClass,
  AidType,
  Citation,
  ClassRule,
  PaperRule,
  PolicyVersion,
} from './policy-version.ts';

const CITY_RULE = '《广州市工会送温暖资金使用管理实施细则（试行）》';
const DISTRICT_RULE = '《增城区总工会帮扶救助困难职工实施办法》';

/*
 * Article numbers of the two documents are not public, so a clause is cited by its subject. Neither
 * document states its validity either: the version runs from 2010 on without an end, which lets any
 * year of the ledgers be evaluated. That is a reading, to be replaced when the dates are known.
 */

function city(subject: string): Citation {
  return { document: CITY_RULE, clause: `关于${subject}的规定` };
}

function district(subject: string): Citation {
  return { document: DISTRICT_RULE, clause: `关于${subject}的规定` };
}

/** What neither document settles and a district may change: stands in the version, marked as its own. */
function ownSetting(subject: string): Citation {
  return { document: '区总工会工作安排（文件未作规定）', clause: `关于${subject}的规定` };
}

/** Class, what it covers, lowest and highest payment in yuan. */
type ClassLine = readonly [code: AidClass, name: string, min: number, max: number];

const QUARTERLY: readonly ClassLine[] = [
  ['Q1', '低保、低收入、特困职工家庭', 400, 600],
  ['Q2', '本人或直系亲属患指定重大疾病的因病致贫家庭', 400, 600],
  ['Q3', '子女就学负担重的单亲或丧偶家庭', 400, 600],
  ['Q4', '低收入且患重病的孤寡人员', 400, 600],
  ['Q5', '生活困难或因病致贫的劳模家庭', 400, 600],
  ['Q6', '遭受意外灾害、基本生活无保障的家庭', 400, 600],
  ['Q7', '特别困难的异地务工人员和被欠薪人员', 400, 600],
];

const EMERGENCY: readonly ClassLine[] = [
  ['E1a', '灾害致住房全部毁损', 2000, 2000],
  ['E1b', '灾害致住房部分毁损、家财严重受损或家人受伤', 1000, 2000],
  ['E1c', '灾害致损失或伤情特别严重', 2000, 5000],
  ['E2', '见义勇为或保护国家财产负伤且家庭收入不高', 2000, 5000],
  ['E3', '突发重病或意外伤害住院手术且家庭非常困难', 2000, 5000],
];

function toClassRule(aidType: AidType, [code, name, min, max]: ClassLine): ClassRule {
  const citation = district(`${aidType}${code}类（${name}）救助标准`);
  return { code, aidType, name, minFen: yuan(min), maxFen: yuan(max), citation };
}

const CLASS_RULES: readonly ClassRule[] = [
  ...QUARTERLY.map((line) => toClassRule('季度救助', line)),
  ...EMERGENCY.map((line) => toClassRule('紧急救助', line)),
];

function classRule(code: AidClass): ClassRule {
  const rule = CLASS_RULES.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new RangeError(`no rule for class ${code}`);
  return rule;
}

/** Code, name, classes it is asked of (all when none are named), whether it must be there. */
type PaperLine = readonly [
  code: string,
  name: string,
  classes: readonly AidClass[],
  isRequired: boolean,
];

const PAPERS: readonly PaperLine[] = [
  ['identity', '申请人及家庭成员身份证', [], true],
  ['household_register', '户口簿（全部页）', [], true],
  ['income_proof', '家庭收入证明（盖章）', ['Q1', 'Q3', 'Q4', 'Q5', 'Q7', 'E2', 'E3'], true],
  ['membership', '会员证或缴纳会费的证明', [], true],
  ['check_authorization', '家庭经济状况核对授权书（签名）', [], true],
  ['diagnosis', '医院诊断证明', ['Q2', 'Q4', 'E3'], true],
  ['medical_bills', '自付医疗费用票据', ['Q2', 'Q4', 'E3'], true],
  ['kinship', '结婚证或亲属关系证明', ['Q2', 'Q3'], false],
  ['school_fees', '子女就读证明或学费票据', ['Q3'], true],
  ['model_worker', '劳模证书', ['Q5'], true],
  ['disaster_proof', '灾害或意外事故证明、现场照片', ['Q6', 'E1a', 'E1b', 'E1c'], true],
  ['labour_contract', '劳动合同或欠薪证明', ['Q7'], true],
  ['bravery_proof', '见义勇为或保护国家财产的证明', ['E2'], true],
  ['surgery_proof', '住院手术记录或出院小结', ['E3'], true],
];

const BUILT_IN_PAPERS: readonly PaperRule[] = PAPERS.map(([code, name, classes, isRequired]) => ({
  code,
  name,
  classes,
  isRequired,
  citation: district('申请救助提交证明材料'),
}));

/** The district's rule under the city's limits, as the 2023 evaluation states them. */
const ZENGCHENG_2023: PolicyVersion = {
  id: 'zengcheng-2023',
  title: '增城区总工会困难职工帮扶救助制度',
  documents: [CITY_RULE, DISTRICT_RULE],
  validFrom: day('2010-01-01'),
  validTo: null,
  membership: district('救助对象为工会会员'),
  evidence: district('申请救助提交证明材料'),
  classes: {
    Q1: classRule('Q1'),
    Q2: classRule('Q2'),
    Q3: classRule('Q3'),
    Q4: classRule('Q4'),
    Q5: classRule('Q5'),
    Q6: classRule('Q6'),
    Q7: classRule('Q7'),
    E1a: classRule('E1a'),
    E1b: classRule('E1b'),
    E1c: classRule('E1c'),
    E2: classRule('E2'),
    E3: classRule('E3'),
  },
  quarterly: {
    maxPerPersonYear: 2,
    minQuarterDistance: 2,
    steps: [
      { belowPercent: 100, amountFen: yuan(600) },
      { belowPercent: 150, amountFen: yuan(500) },
      { belowPercent: 200, amountFen: yuan(400) },
    ],
    citation: district('季度救助全年次数和间隔季度'),
  },
  emergency: { onePaymentPerEvent: district('紧急救助一事一助') },
  personPerTime: { limitFen: yuan(3000), citation: city('慰问金每人每次原则限额') },
  householdYear: { limitFen: yuan(6000), citation: city('慰问金每户全年原则限额') },
  householdYearHard: { months: 10, citation: city('同级工会向一户发放慰问金全年最高限额') },
  goodsPerTime: { limitFen: yuan(500), citation: city('实物慰问品每户每次限额') },
  districtReview: { workingDays: 5, citation: district('业务部门收到材料后审核期限') },
  papers: BUILT_IN_PAPERS,
  clocks: {
    grassrootsDays: 3,
    townDays: 3,
    emergencyDays: 5,
    paymentDays: 5,
    supplementDays: 10,
    reexaminationRequestDays: 10,
    reexaminationDays: 10,
    citation: ownSetting('各级办理期限'),
  },
  notice: {
    grassrootsDays: 5,
    districtDays: 5,
    isAfterPaymentForEmergency: true,
    citation: ownSetting('公示期限'),
  },
  paymentAfterApproval: district('审核通过后发放救助金'),
  identityNumber: district('核实申请人身份和亲属关系'),
  fundSource: city('送温暖资金按预算和来源列支'),
};

/** All versions that ship with the product, oldest first. */
export const BUILT_IN_POLICIES: readonly PolicyVersion[] = [ZENGCHENG_2023];

/** The version in force on a day. @throws AppError `policy.none_in_force` before the first one. */
export function policyInForce(date: PlainDate): PolicyVersion {
  const policy = BUILT_IN_POLICIES.findLast(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
  );
  if (policy === undefined) throw new AppError('invalid', 'policy.none_in_force', { date });
  return policy;
}
