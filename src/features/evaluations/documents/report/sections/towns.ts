import { groupBy } from '#core/group-by.ts';

import type { ReportContext } from '../report-context.ts';
import { column, numberOf, paragraph, table } from '../section.ts';
import type { SectionChild } from '../section.ts';
import { amount, meanAmount } from './table-cells.ts';

/** 按镇街（系统）比较: applications, money and delays side by side. */
export function townTable(context: ReportContext): readonly SectionChild[] {
  const ledger = context.records.aid;
  if (ledger.length === 0) return [paragraph('救助台账没有登记申请，不作分镇街（系统）比较。')];
  const late = new Set(context.evaluation.metrics['审批及时率']?.missed ?? []);
  const byTown = [...groupBy(ledger, (row) => row.townUnion)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const lines = byTown.map(([town, own]) => {
    const paid = context.view.paid.filter((row) => row.townUnion === town);
    return townLine(town, own.length, paid, own.filter((row) => late.has(row.application)).length);
  });
  return [
    paragraph(spreadSentence(byTown.map(([name, rows]) => ({ name, count: rows.length })))),
    table({
      id: 'towns',
      caption: '分镇街（系统）救助情况',
      unit: '金额单位：元',
      columns: [
        column('镇街（系统）工会', 'left', 3.2),
        column('申请件数', 'right', 1.4),
        column('发放笔数', 'right', 1.4),
        column('发放金额', 'right', 2),
        column('平均每笔', 'right', 1.6),
        column('区级超时件数', 'right', 1.8),
      ],
      rows: [...lines, townLine('合计', ledger.length, context.view.paid, late.size)],
      hasTotalRow: true,
      note: '注：超时件数包括缺少受理日期、无法证明按时办结的申请。',
    }),
  ];
}

interface TownCount {
  readonly name: string;
  readonly count: number;
}

function spreadSentence(towns: readonly TownCount[]): string {
  const most = towns[0];
  const least = towns.at(-1);
  if (most === undefined || least === undefined || towns.length === 1) {
    return `全部申请来自${most?.name ?? ''}一家，各项数据见${numberOf('towns')}。`;
  }
  const spread =
    most.count === least.count
      ? `各家均为${most.count}件`
      : `最多的是${most.name}（${most.count}件），最少的是${least.name}（${least.count}件）`;
  return `申请来自${towns.length}家镇街（系统）工会，按申请件数${spread}，各项数据见${numberOf('towns')}。`;
}

function townLine(
  name: string,
  applications: number,
  paid: ReportContext['view']['paid'],
  late: number,
): readonly string[] {
  const total = paid.reduce((sum, row) => sum + row.amountFen, 0);
  return [
    name,
    String(applications),
    String(paid.length),
    amount(total),
    meanAmount(total, paid.length),
    String(late),
  ];
}
