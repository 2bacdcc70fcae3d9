import { workingDaysBetween } from '#features/policies/rules/working-days.ts';

import { lowerTierDays } from '../../../rules/findings/detect-reviews.ts';
import { medianText } from '../../../rules/findings/figures.ts';
import { isBy } from '../../../rules/metrics/year-view.ts';
import type { ReportContext } from '../report-context.ts';
import { chart, numberOf, paragraph } from '../section.ts';
import type { SectionChild } from '../section.ts';

/** How many working days the district took, day by day up to the limit, then in steps. */
export function timelinessChart(context: ReportContext): readonly SectionChild[] {
  const limit = context.policy.districtReview.workingDays;
  const days = context.records.aid.flatMap((row) =>
    row.receivedOn !== null &&
    isBy(row.district.date, context.view.cutoff) &&
    row.district.date >= row.receivedOn
      ? [workingDaysBetween(row.receivedOn, row.district.date)]
      : [],
  );
  if (days.length === 0) return [];
  const bins = binsFor(limit).map((bin) => ({
    name: bin.name,
    count: days.filter((value) => value >= bin.from && value <= bin.to).length,
  }));
  const late = days.filter((value) => value > limit).length;
  return [
    paragraph(
      `区级审核用时的中位数为${medianText(days)}个工作日，${days.length}件${late === 0 ? `均未超过${limit}个工作日的时限` : `中有${late}件超过${limit}个工作日的时限`}，分布见${numberOf('timeliness')}。${lowerTiersSentence(context)}`,
    ),
    chart({
      id: 'timeliness',
      caption: `区级审核用时分布（时限${limit}个工作日）`,
      alternative: `已审批且受理日期齐全的申请${days.length}件，按工作日计：${bins
        .filter((bin) => bin.count > 0)
        .map((bin) => `${bin.name}的${bin.count}件`)
        .join('，')}；超过时限的${late}件。`,
      figure: {
        form: 'grouped',
        orientation: 'vertical',
        axisTitle: '件',
        categories: bins.map((bin) => bin.name),
        series: [{ name: '申请件数', values: bins.map((bin) => bin.count) }],
        decimals: 0,
      },
    }),
  ];
}

function lowerTiersSentence(context: ReportContext): string {
  const tiers = lowerTierDays(context.records.aid);
  const lower = [
    { name: '基层工会', values: tiers.grassroots },
    { name: '镇街（系统）工会', values: tiers.town },
  ]
    .filter(({ values }) => values.length > 0)
    .map(({ name, values }) => `${name}${medianText(values)}个工作日`);
  return lower.length === 0 ? '' : `前两级审核用时的中位数分别为${lower.join('、')}。`;
}

interface Bin {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function binsFor(limit: number): readonly Bin[] {
  const within = Array.from({ length: limit }, (_, index) => {
    const value = index + 1;
    return index === 0
      ? { name: '1日及以内', from: 0, to: 1 }
      : { name: `${value}日`, from: value, to: value };
  });
  return [
    ...within,
    { name: `${limit + 1}至${limit * 2}日`, from: limit + 1, to: limit * 2 },
    { name: `${limit * 2}日以上`, from: limit * 2 + 1, to: Number.MAX_SAFE_INTEGER },
  ];
}
