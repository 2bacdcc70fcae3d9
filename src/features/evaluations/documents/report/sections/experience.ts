import { compare, decimal, divide } from '#core/fraction.ts';

import type { Indicator } from '../../../rules/evaluation.ts';
import { hasLostPoints } from '../../../rules/findings/finding-context.ts';
import { toChineseNumber } from '../assemble-report.ts';
import type { ReportContext } from '../report-context.ts';
import { problemsOf } from '../report-context.ts';
import { paragraph } from '../section.ts';
import type { SectionChild } from '../section.ts';
import { elementPractice, metricPractice } from './practices.ts';

const MOST_METRICS = 5;

/**
 * 经验: rows at full score under branches that do not lie below the total, each with its figure.
 * A branch below the total is never praised (F29), nor a row that a problem touches.
 */
export function experience(context: ReportContext): readonly SectionChild[] {
  const rows = context.evaluation.indicators.filter((row) => isWorthTelling(context, row));
  const practices = [
    ...rows.flatMap((row) => metricPractice(context, row)).slice(0, MOST_METRICS),
    ...elementPractice(rows.filter((row) => row.kind === '要素')),
  ];
  if (practices.length === 0) {
    return [
      paragraph(
        '从本年度得分看，没有既得满分、所属类别得分率又不低于总得分率且不涉及问题的指标，现有记录尚不足以总结可以推广的做法。',
      ),
    ];
  }
  return practices.map(({ lead, fact }, index) =>
    paragraph(fact, `${toChineseNumber(index + 1)}是${lead}。`),
  );
}

function isWorthTelling(context: ReportContext, row: Indicator): boolean {
  const { totals } = context.evaluation;
  if (row.score === null || row.kind === '评审' || hasLostPoints(row)) return false;
  if (problemsOf(context, row.level3) !== '') return false;
  const branches = [
    totals.level1.find((branch) => branch.name === row.level1),
    totals.level2.find((branch) => branch.name === row.level2 && branch.level1 === row.level1),
  ];
  return branches.every((branch) => branch !== undefined && !isBelowTotal(branch, totals));
}

interface Scored {
  readonly score: string;
  readonly weight: string;
}

function isBelowTotal(branch: Scored, totals: Scored): boolean {
  if (Number(branch.weight) === 0 || Number(totals.weight) === 0) return true;
  const rate = divide(decimal(branch.score), decimal(branch.weight));
  return compare(rate, divide(decimal(totals.score), decimal(totals.weight))) < 0;
}
