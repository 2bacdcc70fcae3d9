import { calendarCovers } from '#features/policies/rules/working-days.ts';

import { when } from './detector.ts';
import type { Detector, FindingDraft } from './detector.ts';
import type { FindingContext } from './finding-context.ts';

/** What limits the evaluation itself: matters a reader has to know, no faults of the fund. */
export const limitDetectors: readonly Detector[] = [
  {
    code: 'calendar_incomplete',
    theme: 'other',
    title: '工作日推算的限制',
    severity: 'info',
    detect: detectCalendar,
  },
  {
    code: 'indicators_left_out',
    theme: 'other',
    title: '不适用指标的处理',
    severity: 'info',
    detect: (year) => {
      const left = year.indicators.filter((row) => row.score === null);
      return when(left.length > 0, () => ({
        statement: `有${left.length}项指标不适用：${left.map((row) => `“${row.level3}”`).join('')}；其余指标的分值按比例折算为100分。`,
        suggestion: '下一年度评价前补齐上述指标所需的数据，或者调整指标设置。',
      }));
    },
  },
  {
    code: 'independence_unproven',
    theme: 'other',
    title: '评价组的独立性',
    severity: 'info',
    detect: (year) => {
      const reviewers = new Set(year.framework.reviewScores.map((score) => score.reviewer));
      const who = reviewers.size > 0 ? `评审评分由${reviewers.size}名评审人员作出，` : '';
      return [
        {
          statement: `${who}现有资料未载明评价组成员所在部门，评价人员与资金使用部门是否分离无法据此确认。`,
          suggestion:
            '组建评价组时登记成员部门和回避情况，资金使用部门人员不参与本部门指标的评分。',
        },
      ];
    },
  },
];

function detectCalendar(year: FindingContext): readonly FindingDraft[] {
  const rows = year.records.aid.filter((row) =>
    [row.receivedOn, row.district.date].some((date) => date !== null && !calendarCovers(date)),
  );
  return when(rows.length > 0, () => ({
    statement: `有${rows.length}件申请的日期超出已公布的放假安排范围，工作日仅按周一至周五推算，审批时限的判断可能有出入。`,
    suggestion: '放假安排公布后重新计算上述申请的办理时限。',
    metric: '审批及时率',
    records: rows.map((row) => row.application),
  }));
}
