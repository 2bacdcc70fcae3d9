import { groupBy } from '#core/group-by.ts';
import { toPersonKey } from '#core/identity-number.ts';
import { quarterOf, yearOf } from '#core/plain-date.ts';

import { when } from './detector.ts';
import type { Detector, FindingDraft } from './detector.ts';
import { isBelow, listNames, metricPercent, percentText, yuanText } from './figures.ts';
import type { FindingContext } from './finding-context.ts';
import { metricOf } from './finding-context.ts';

const COVERAGE_TARGET_PERCENT = 80;
/** From here on a plan was set too low, or the work was not the planned one. */
const FAR_ABOVE_PLAN_PERCENT = 130;
/** One quarter with more than half of the money of a year of four. */
const UNEVEN_QUARTER_PERCENT = 50;

export const targetingDetectors: readonly Detector[] = [
  {
    code: 'unions_without_applications',
    theme: 'targeting',
    title: '部分镇街（系统）全年零申请',
    severity: 'warn',
    isContext: true,
    detect: detectZeroUnions,
  },
  {
    code: 'unions_silent',
    theme: 'targeting',
    title: '部分镇街（系统）连续两个季度无申请',
    severity: 'warn',
    isContext: true,
    detect: detectSilentUnions,
  },
  {
    code: 'coverage_unknown',
    theme: 'targeting',
    title: '应救助人数底数不清',
    severity: 'warn',
    detect: (year) =>
      when(year.records.fund.eligiblePersons === null, () => ({
        metric: '救助覆盖率',
        statement: `项目资料未列明应救助人数，已救助${year.aid.persons}人占应救助对象的比例无法计算。`,
        suggestion:
          '以困难职工档案为基础，与民政部门的低保、低收入名单定期比对，形成应救助人数底数。',
      })),
  },
  {
    code: 'coverage_low',
    theme: 'targeting',
    title: '救助覆盖率偏低',
    severity: 'warn',
    detect: detectLowCoverage,
  },
  {
    code: 'plan_short',
    theme: 'targeting',
    title: '未完成计划救助人次',
    severity: 'warn',
    detect: (year) =>
      when(isBelow(metricOf(year, '计划完成率'), 100), () => ({
        metric: '计划完成率',
        statement: `计划救助${year.records.fund.plannedRows}人次，实际发放${year.paid.length}人次，完成率为${metricPercent(metricOf(year, '计划完成率')) ?? ''}。`,
        suggestion:
          '分析未完成的救助类型和镇街分布，主动摸排符合条件而未申请的职工，必要时按程序调整计划。',
      })),
  },
  {
    code: 'plan_exceeded',
    theme: 'targeting',
    title: '计划救助人次明显偏低',
    severity: 'warn',
    detect: detectFarAbovePlan,
  },
  {
    code: 'pace_uneven',
    theme: 'targeting',
    title: '救助发放的季度进度不均衡',
    severity: 'warn',
    isContext: true,
    detect: detectUnevenPace,
  },
  {
    code: 'repeated_persons',
    theme: 'targeting',
    title: '人次与人数的口径',
    severity: 'info',
    detect: detectRepeatedPersons,
  },
];

/** Unions that the year knows of: told to forward policy, inspected, or seen in the ledger. */
function detectZeroUnions(year: FindingContext): readonly FindingDraft[] {
  const known = new Set([
    ...year.records.forwarding.map((row) => row.union),
    ...year.records.inspections.map((row) => row.townUnion),
  ]);
  const applying = new Set(year.records.aid.flatMap((row) => [row.townUnion, row.grassrootsUnion]));
  const silent = [...known].filter((union) => !applying.has(union));
  return when(silent.length > 0, () => ({
    statement: `纳入政策转发或监督检查范围的${known.size}家镇街（系统）工会中，有${silent.length}家全年没有救助申请：${listNames(silent, '家')}。`,
    suggestion:
      '对零申请的镇街（系统）开展需求摸排，核实是确无困难职工还是未宣传、未受理，结果书面记录。',
    metric: '救助覆盖率',
  }));
}

function detectSilentUnions(year: FindingContext): readonly FindingDraft[] {
  const lastQuarter = yearOf(year.cutoff) > year.records.fund.year ? 4 : quarterOf(year.cutoff);
  const byUnion = groupBy(year.records.aid, (row) => row.townUnion);
  const silent = [...byUnion].flatMap(([union, rows]) => {
    const active = new Set(
      rows
        .filter((row) => yearOf(row.appliedOn) === year.records.fund.year)
        .map((row) => quarterOf(row.appliedOn)),
    );
    const pair = [1, 2, 3].find(
      (quarter) => quarter < lastQuarter && !active.has(quarter) && !active.has(quarter + 1),
    );
    return pair === undefined ? [] : [`${union}（第${QUARTERS[pair - 1]}、${QUARTERS[pair]}季度）`];
  });
  return when(silent.length > 0, () => ({
    statement: `有申请记录的${byUnion.size}家镇街（系统）工会中，${silent.length}家连续两个季度没有新的申请：${listNames(silent, '家')}，不排除存在应报未报的情况。`,
    suggestion:
      '对连续两个季度没有申请的镇街（系统）发出提示，由区总工会抽查其受理登记并走访部分企业核实需求。',
    metric: '救助覆盖率',
  }));
}

const QUARTERS = ['一', '二', '三', '四'] as const;

function detectLowCoverage(year: FindingContext): readonly FindingDraft[] {
  const metric = metricOf(year, '救助覆盖率');
  return when(isBelow(metric, COVERAGE_TARGET_PERCENT), () => ({
    metric: '救助覆盖率',
    statement: `应救助${metric?.denominator ?? 0}人，实际救助${metric?.numerator ?? 0}人，覆盖率为${metricPercent(metric) ?? ''}，低于${COVERAGE_TARGET_PERCENT}%。`,
    suggestion: '对照应救助名单逐户联系尚未申请的职工，由基层工会协助准备材料，做到应救尽救。',
  }));
}

function detectFarAbovePlan(year: FindingContext): readonly FindingDraft[] {
  const { plannedRows } = year.records.fund;
  const isFar = plannedRows > 0 && year.paid.length * 100 >= plannedRows * FAR_ABOVE_PLAN_PERCENT;
  return when(isFar, () => ({
    metric: '计划完成率',
    statement: `计划救助${plannedRows}人次，实际发放${year.paid.length}人次，完成率达${percentText(year.paid.length, plannedRows)}，计划数与实际需求相差较大。`,
    suggestion: '参照近年实际救助人次确定下一年度计划，并说明本年度大幅超过计划的原因。',
  }));
}

function detectUnevenPace(year: FindingContext): readonly FindingDraft[] {
  const dated = year.paid.filter((row) => row.paidOn !== null);
  const total = dated.reduce((sum, row) => sum + row.amountFen, 0);
  const byQuarter = groupBy(dated, (row) => (row.paidOn === null ? 0 : quarterOf(row.paidOn)));
  const amounts = [1, 2, 3, 4].map((quarter) =>
    (byQuarter.get(quarter) ?? []).reduce((sum, row) => sum + row.amountFen, 0),
  );
  const peak = amounts.reduce((most, amount) => Math.max(most, amount), 0);
  const isUneven = dated.length >= 8 && peak * 100 > total * UNEVEN_QUARTER_PERCENT;
  return when(isUneven, () => ({
    statement: `按发放日期统计，第${QUARTERS[amounts.indexOf(peak)] ?? ''}季度发放${yuanText(peak)}，占全年已登记日期发放金额的${percentText(peak, total)}，进度明显不均衡。`,
    suggestion: '按季度分解救助计划，季度救助当季申报、当季发放，减少集中发放。',
    metric: '支出率',
  }));
}

function detectRepeatedPersons(year: FindingContext): readonly FindingDraft[] {
  const byPerson = groupBy(year.paid, (row) => toPersonKey(row.identityNumber));
  const repeated = [...byPerson.values()].filter((rows) => rows.length > 1).length;
  return when(repeated > 0, () => ({
    statement: `全年发放${year.paid.length}人次，涉及职工${byPerson.size}人，其中${repeated}人获得两次及以上救助；报告中的人次按发放笔数统计，人数按身份证号去重统计。`,
    suggestion: '对外公布和编报绩效目标时分别列明人次和人数，避免重复计算受益职工。',
    metric: '救助人数',
  }));
}
