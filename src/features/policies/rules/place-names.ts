/*
 * Names of the places of a version, for faults and differences: `classes.Q1.minFen` is
 * 类别Q1的最低金额. Parts that no table knows (codes, names of papers) stand for themselves.
 */

const FIRST: Readonly<Record<string, string>> = {
  title: '名称',
  validFrom: '生效日期',
  validTo: '失效日期',
  documents: '政策文件',
  membership: '救助对象',
  evidence: '证明材料要求',
  classes: '类别',
  quarterly: '季度救助',
  emergency: '紧急救助',
  personPerTime: '每人每次原则限额',
  householdYear: '每户全年原则限额',
  householdYearHard: '每户全年最高限额',
  goodsPerTime: '实物慰问每户每次限额',
  districtReview: '区级审核期限',
  papers: '申请材料',
  clocks: '办理期限',
  notice: '公示',
  paymentAfterApproval: '先审批后发放',
  identityNumber: '身份核实',
  fundSource: '资金来源',
};

const LATER: Readonly<Record<string, string>> = {
  name: '名称',
  code: '编号',
  aidType: '救助类型',
  minFen: '最低金额',
  maxFen: '最高金额',
  limitFen: '金额',
  months: '低保标准月数',
  citation: '依据',
  document: '依据文件',
  clause: '依据条款',
  classes: '适用类别',
  isRequired: '是否必交',
  maxPerPersonYear: '全年次数上限',
  minQuarterDistance: '间隔季度数',
  steps: '建议金额档次',
  belowPercent: '低保标准百分比',
  amountFen: '建议金额',
  onePaymentPerEvent: '一事一助',
  workingDays: '工作日',
  grassrootsDays: '基层工作日',
  townDays: '镇街（系统）工作日',
  districtDays: '区级工作日',
  emergencyDays: '紧急救助全程工作日',
  paymentDays: '发放工作日',
  supplementDays: '补正工作日',
  reexaminationRequestDays: '申请复核工作日',
  reexaminationDays: '复核工作日',
  isAfterPaymentForEmergency: '紧急救助先发放后公示',
};

/** A place in words: `['classes', 'Q1', 'minFen']` is 类别Q1的最低金额. */
export function placeName(parts: readonly string[]): string {
  const [first = '', ...rest] = parts;
  const names = rest.flatMap((part) => {
    // The clause says already that it is what the rule rests on.
    if (part === 'citation') return [];
    if (part.endsWith('%')) return [`低于低保标准${part}`];
    return [/^\d+$/.test(part) ? `第${Number(part) + 1}行` : (LATER[part] ?? part)];
  });
  const [code, ...fields] = names;
  const head = FIRST[first] ?? first;
  if (code === undefined) return head;
  if (first === 'classes') return [`${head}${code}`, ...fields].join('的');
  return [head, code, ...fields].join('：');
}

/** The same of a place with dots. */
export function placeNameOf(place: string): string {
  return placeName(place.split('.'));
}
