import type { AidRow, ReviewColumn } from '#features/fund-years/rules/year-records.ts';
import { workingDaysBetween } from '#features/policies/rules/working-days.ts';

import { when } from './detector.ts';
import type { Detector, FindingDraft } from './detector.ts';
import { compareToWhole, listApplications, medianText, percentText } from './figures.ts';
import type { FindingContext } from './finding-context.ts';
import { metricOf } from './finding-context.ts';

const TIMELINESS = '审批及时率';
const COMPLETENESS = '审核栏完整率';

export const reviewDetectors: readonly Detector[] = [
  {
    code: 'decisions_late',
    theme: 'reviews',
    title: '区级审批超出规定时限',
    severity: 'warn',
    detect: detectLateDecisions,
  },
  {
    code: 'receipt_date_missing',
    theme: 'reviews',
    title: '受理日期缺失',
    severity: 'warn',
    detect: (year) => {
      const rows = year.records.aid.filter((row) => row.receivedOn === null);
      return when(rows.length > 0, () => ({
        metric: TIMELINESS,
        statement: `${year.records.aid.length}件申请中有${rows.length}件没有区级受理日期（${listApplications(applications(rows))}），无法证明在时限内办结，均按超时计算。`,
        suggestion: '收到材料当日登记受理日期，由收件人签名；受理日期为空的申请不得进入审批环节。',
        records: applications(rows),
      }));
    },
  },
  {
    code: 'lower_tiers_slow',
    theme: 'reviews',
    title: '基层和镇街审核耗时较长',
    severity: 'warn',
    isContext: true,
    detect: detectSlowTiers,
  },
  {
    code: 'review_blank',
    theme: 'reviews',
    title: '审核栏填写不完整',
    severity: 'warn',
    detect: detectBlankColumns,
  },
  {
    code: 'dates_out_of_order',
    theme: 'reviews',
    title: '办理日期先后颠倒',
    severity: 'warn',
    detect: detectDateOrder,
  },
  {
    code: 'paid_without_date',
    theme: 'reviews',
    title: '发放日期未登记',
    severity: 'warn',
    detect: (year) => {
      const rows = year.paid.filter((row) => row.paidOn === null);
      return when(rows.length > 0, () => ({
        statement: `${year.paid.length}笔已发放记录中有${rows.length}笔未登记发放日期（${listApplications(applications(rows))}），无法核对发放与审批的先后。`,
        suggestion: '依据银行回单补登发放日期，今后以银行返回结果作为登记发放状态的依据。',
        records: applications(rows),
      }));
    },
  },
  {
    code: 'payment_failed',
    theme: 'reviews',
    title: '发放失败未处理',
    severity: 'warn',
    detect: (year) => {
      const rows = year.records.aid.filter((row) => row.status === '失败');
      return when(rows.length > 0, () => ({
        statement: `截至评价截止日有${rows.length}笔救助金发放失败（${listApplications(applications(rows))}），救助款未到达职工账户。`,
        suggestion: '联系职工核对收款账户，及时重新发放，并记录失败原因和处理结果。',
        records: applications(rows),
      }));
    },
  },
];

function detectLateDecisions(year: FindingContext): readonly FindingDraft[] {
  const metric = metricOf(year, TIMELINESS);
  const limit = year.policy.districtReview.workingDays;
  const late = (metric?.missed ?? [])
    .flatMap((application) => year.byApplication.get(application) ?? [])
    .flatMap((row) => (row.receivedOn === null ? [] : [{ row, days: daysTaken(row, year) }]));
  const worst = late.reduce((most, { days }) => Math.max(most, days), 0);
  const open = late.filter(({ row }) => !isDecided(row, year)).length;
  const due = metric?.denominator ?? 0;
  return when(late.length > 0 && due > 0, () => {
    const pending = open > 0 ? `，其中${open}件至评价截止日仍未审批` : '';
    return {
      metric: TIMELINESS,
      statement: `到期应办结的${due}件申请中，有${late.length}件自受理次日起超过${limit}个工作日${pending}，占${percentText(late.length, due)}；耗时最长的为${worst}个工作日。`,
      suggestion: `对区级审核实行到期提醒，受理后第${Math.max(1, limit - 2)}个工作日仍未办结的列入督办，逐月通报超时件数和原因。`,
      records: late.map(({ row }) => row.application),
    };
  });
}

function isDecided(row: AidRow, year: FindingContext): boolean {
  return row.district.date !== null && row.district.date <= year.cutoff;
}

function daysTaken(row: AidRow, year: FindingContext): number {
  const end = row.district.date !== null && isDecided(row, year) ? row.district.date : year.cutoff;
  return row.receivedOn === null ? 0 : workingDaysBetween(row.receivedOn, end);
}

/** Working days of the two lower tiers: from application to opinion, and from there to the next. */
export function lowerTierDays(rows: readonly AidRow[]): {
  readonly grassroots: readonly number[];
  readonly town: readonly number[];
} {
  const grassroots = rows.flatMap((row) => span(row.appliedOn, row.grassroots.date));
  const town = rows.flatMap((row) => span(row.grassroots.date, row.town.date));
  return { grassroots, town };
}

function span(from: AidRow['receivedOn'], to: AidRow['receivedOn']): readonly number[] {
  return from === null || to === null || to < from ? [] : [workingDaysBetween(from, to)];
}

function detectSlowTiers(year: FindingContext): readonly FindingDraft[] {
  const limit = year.policy.districtReview.workingDays;
  const days = lowerTierDays(year.records.aid);
  const slow = [
    { name: '基层工会', values: days.grassroots },
    { name: '镇街（系统）工会', values: days.town },
  ].filter(({ values }) => values.length > 0 && compareToWhole(values, limit) > 0);
  return when(slow.length > 0, () => ({
    metric: TIMELINESS,
    statement: `${slow
      .map(
        ({ name, values }) =>
          `${name}审核用时中位数为${medianText(values)}个工作日（${values.length}件），最长${values.reduce((most, value) => Math.max(most, value), 0)}个工作日`,
      )
      .join('；')}，长于区级${limit}个工作日的时限要求。`,
    suggestion:
      '明确基层和镇街（系统）两级的审核时限，实行同步收件、一次性告知，逐级登记收件和送出日期。',
  }));
}

function detectBlankColumns(year: FindingContext): readonly FindingDraft[] {
  const tiers: readonly (readonly [string, (row: AidRow) => ReviewColumn])[] = [
    ['基层工会', (row) => row.grassroots],
    ['镇街（系统）工会', (row) => row.town],
    ['区总工会', (row) => row.district],
  ];
  const gaps = tiers.flatMap(([name, columnOf]) => {
    const opinions = year.decided.filter((row) => columnOf(row).opinion === null).length;
    const dates = year.decided.filter((row) => columnOf(row).date === null).length;
    if (opinions + dates === 0) return [];
    return [
      `${name}${[
        ...(opinions > 0 ? [`缺意见${opinions}件`] : []),
        ...(dates > 0 ? [`缺日期${dates}件`] : []),
      ].join('、')}`,
    ];
  });
  const missed = metricOf(year, COMPLETENESS)?.missed ?? [];
  return when(gaps.length > 0 && year.decided.length > 0, () => ({
    metric: COMPLETENESS,
    statement: `已审批的${year.decided.length}件申请中，有${missed.length}件审核栏存在空项，占${percentText(missed.length, year.decided.length)}；其中${gaps.join('，')}。`,
    suggestion:
      '将意见、签名和日期作为各级审核的必填内容，空项的材料退回补正；对已形成的档案逐件补充说明。',
    records: missed,
  }));
}

function detectDateOrder(year: FindingContext): readonly FindingDraft[] {
  const rows = year.records.aid.filter((row) => {
    const steps = [
      row.appliedOn,
      row.grassroots.date,
      row.town.date,
      row.receivedOn,
      row.district.date,
    ].filter((date) => date !== null);
    return steps.some((date, index) => index > 0 && date < (steps[index - 1] ?? date));
  });
  return when(rows.length > 0, () => ({
    statement: `有${rows.length}件申请的办理日期前后颠倒（${listApplications(applications(rows))}），与逐级审核的顺序不符。`,
    suggestion: '对照纸质档案核实日期并更正，查明是登记差错还是越级办理。',
    records: applications(rows),
  }));
}

function applications(rows: readonly AidRow[]): string[] {
  return rows.map((row) => row.application);
}
