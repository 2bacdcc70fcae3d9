import type { AidRow } from '#features/fund-years/rules/year-records.ts';

import type { ViolationCode } from '../evaluation.ts';
import { minimumLivingOf } from '../minimum-living.ts';
import { when } from './detector.ts';
import type { Detector, FindingDraft } from './detector.ts';
import { listApplications, percentText, yuanText } from './figures.ts';
import type { FindingContext } from './finding-context.ts';

/** Fewer payments than this say nothing about how amounts are graduated. */
const ENOUGH_PAYMENTS = 10;

interface ViolationWords {
  readonly code: Exclude<ViolationCode, 'range'>;
  readonly title: string;
  readonly severity: 'error' | 'warn';
  /** What the rows did, after `有3笔`. */
  readonly fault: string;
  readonly suggestion: string;
}

const VIOLATIONS: readonly ViolationWords[] = [
  {
    code: 'frequency',
    title: '超过年度申领次数',
    severity: 'error',
    fault: '季度救助超过同一职工每年可申领的次数',
    suggestion:
      '审批前按身份证号查询当年已发放记录，达到次数上限的不再受理，并向职工说明下一次可申请的时间。',
  },
  {
    code: 'adjacent_quarter',
    title: '相邻季度连续发放',
    severity: 'error',
    fault: '季度救助与同一职工上一次救助处于相邻季度，不符合间隔要求',
    suggestion: '按季度生成已救助人员名单供各级审核比对，间隔不足的申请顺延至下一个可申请季度。',
  },
  {
    code: 'person_cap',
    title: '超过每人每次原则限额',
    severity: 'warn',
    fault: '超过每人每次的原则限额，且未记录特殊原因',
    suggestion: '对确需超过原则限额的救助补充特殊原因和集体研究记录，今后未写明原因的不予审批。',
  },
  {
    code: 'household_cap',
    title: '超过每户每年原则限额',
    severity: 'warn',
    fault: '使同一家庭当年累计金额超过原则限额，且未记录特殊原因',
    suggestion: '审批时按户累计当年金额，超过原则限额的须写明特殊原因并经集体研究。',
  },
  {
    code: 'household_hard_cap',
    title: '突破每户每年最高限额',
    severity: 'error',
    fault: '使同一家庭当年累计金额突破最高限额',
    suggestion:
      '立即核查超限发放的原因并按规定处理，对接近最高限额的家庭在审批环节予以提示和拦截。',
  },
  {
    code: 'goods_cap',
    title: '实物慰问超过限额',
    severity: 'error',
    fault: '实物慰问金额超过每户每次的限额',
    suggestion: '核定实物慰问的采购单价，按户控制金额，超限部分说明原因并按规定处理。',
  },
  {
    code: 'same_event',
    title: '同一事件重复救助',
    severity: 'error',
    fault: '与此前已救助的事件编号相同',
    suggestion: '逐笔核实是否为同一事件，确属重复发放的予以追回，并在受理环节核对事件编号。',
  },
  {
    code: 'paid_before_approval',
    title: '先发放后审批',
    severity: 'error',
    fault: '发放日期早于区级审批日期或者缺少审批',
    suggestion:
      '严格执行先审批后发放，财务部门凭审批完毕的名册付款，对已发生的逐笔补正并说明情况。',
  },
  {
    code: 'identity_number',
    title: '身份证号校验未通过',
    severity: 'warn',
    fault: '登记的身份证号未通过校验',
    suggestion: '对照申请材料中的证件复印件逐笔核对并更正，核对结果由经办人签名确认。',
  },
  {
    code: 'class_unknown',
    title: '救助类别无对应标准',
    severity: 'error',
    fault: '救助类别与救助方式不对应，或在现行办法中没有相应标准',
    suggestion: '逐笔核实救助类别，按现行办法重新归类，无对应标准的不得列支。',
  },
];

export const paymentDetectors: readonly Detector[] = [
  {
    code: 'amount_out_of_range',
    theme: 'payments',
    title: '救助金额超出类别幅度',
    severity: 'error',
    detect: detectOutOfRange,
  },
  ...VIOLATIONS.map(violationDetector),
  {
    code: 'violation_overspent_source',
    theme: 'money',
    title: '支出超过预算',
    severity: 'error',
    detect: detectOverspentSources,
  },
  {
    code: 'uniform_amounts',
    theme: 'rules',
    title: '救助金额未体现困难程度差别',
    severity: 'warn',
    isContext: true,
    detect: detectUniformAmounts,
  },
  {
    code: 'special_reasons',
    theme: 'payments',
    title: '以特殊原因超过原则限额',
    severity: 'info',
    detect: detectSpecialReasons,
  },
  {
    code: 'minimum_living_missing',
    theme: 'payments',
    title: '最高限额缺少核对依据',
    severity: 'warn',
    isContext: true,
    detect: (year) =>
      when(minimumLivingOf(year.records) === null, () => ({
        statement: `项目资料未列明评价年度当地最低生活保障月标准，每户每年不超过${year.policy.householdYearHard.months}个月标准的最高限额无法核对。`,
        suggestion: '补充当年最低生活保障标准及其文号、执行日期，据此复核全部家庭的年度累计金额。',
        metric: '违规笔数',
      })),
  },
];

function violationDetector(words: ViolationWords): Detector {
  return {
    code: `violation_${words.code}`,
    theme: 'payments',
    title: words.title,
    severity: words.severity,
    detect: (year) => {
      const applications = violatingApplications(year, words.code);
      return when(applications.length > 0, () => ({
        metric: '违规笔数',
        statement: `有${applications.length}笔（${listApplications(applications)}）${words.fault}。`,
        suggestion: words.suggestion,
        records: applications,
      }));
    },
  };
}

function violatingApplications(year: FindingContext, code: ViolationCode): readonly string[] {
  const applications = year.violations
    .filter((violation) => violation.code === code)
    .flatMap(({ application }) => (application === null ? [] : [application]));
  return [...new Set(applications)];
}

function detectOutOfRange(year: FindingContext): readonly FindingDraft[] {
  const applications = violatingApplications(year, 'range');
  return when(applications.length > 0, () => {
    const rows = applications.flatMap((application) => year.byApplication.get(application) ?? []);
    const named = rows.slice(0, 3).map((row) => {
      const rule = year.policy.classes[row.aidClass];
      return `申请编号${row.application}按${row.aidClass}类发放${yuanText(row.amountFen)}，该类标准为${rangeText(rule.minFen, rule.maxFen)}`;
    });
    const rest = rows.length > 3 ? '；其余见附件' : '';
    return {
      metric: '超标准笔数',
      statement: `${year.paid.length}笔发放中有${applications.length}笔金额不在类别幅度内，占${percentText(applications.length, year.paid.length)}：${named.join('；')}${rest}。`,
      suggestion:
        '逐笔复核金额与类别是否对应，属于归类错误的予以更正，属于超出标准的说明理由并完善审批；今后金额超出幅度的退回重审。',
      records: applications,
    };
  });
}

function rangeText(minFen: number, maxFen: number): string {
  return minFen === maxFen ? yuanText(maxFen) : `${yuanText(minFen)}至${yuanText(maxFen)}`;
}

function detectOverspentSources(year: FindingContext): readonly FindingDraft[] {
  const overspent = year.budget.bySource.filter((source) => source.paidFen > source.adjustedFen);
  return when(overspent.length > 0, () => ({
    metric: '预算控制',
    statement: `${overspent
      .map(
        (source) =>
          `${source.source}调整后预算${yuanText(source.adjustedFen)}，实际支出${yuanText(source.paidFen)}，超支${yuanText(source.paidFen - source.adjustedFen)}`,
      )
      .join('；')}。`,
    suggestion:
      '核实超支来源的列支渠道，属于误列的及时调账，确需追加的履行预算调整程序；发放前核对各来源余额。',
  }));
}

/** F12: a mean equal to the top of the range means that nobody received less than the most. */
function detectUniformAmounts(year: FindingContext): readonly FindingDraft[] {
  const kinds = ['季度救助', '紧急救助'] as const;
  return kinds.flatMap((aidType) => {
    const rows = year.paid.filter((row) => row.aidType === aidType);
    const isUniform = rows.length >= ENOUGH_PAYMENTS && rows.every((row) => isAtTop(year, row));
    return when(isUniform, () => ({
      statement: `${aidType}${rows.length}笔均按类别幅度上限发放，平均金额与上限相等，未根据家庭收入和支出状况拉开档次。`,
      suggestion: '依据家庭人均收入、刚性支出等因素细化金额档次，审核时写明所适用的档次和理由。',
      metric: '标准符合率',
      records: rows.map((row) => row.application),
    }));
  });
}

function isAtTop(year: FindingContext, row: AidRow): boolean {
  const rule = year.policy.classes[row.aidClass];
  return rule.minFen < rule.maxFen && row.amountFen === rule.maxFen;
}

function detectSpecialReasons(year: FindingContext): readonly FindingDraft[] {
  const { limitFen } = year.policy.personPerTime;
  const excused = year.paid.filter((row) => row.specialReason !== null);
  const overPerson = excused.filter((row) => row.amountFen > limitFen).length;
  return when(excused.length > 0, () => ({
    statement: `有${excused.length}笔发放登记了特殊原因，${overPerson === excused.length ? '均' : `其中${overPerson}笔`}超过每人每次${yuanText(limitFen)}的原则限额，占全部发放笔数的${percentText(overPerson, year.paid.length)}。`,
    suggestion: '对以特殊原因提高标准的救助建立专门目录，集体研究记录与申请材料一并归档。',
    metric: '违规笔数',
    records: excused.map((row) => row.application),
  }));
}
