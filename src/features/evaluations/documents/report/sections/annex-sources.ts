import { toChineseDate } from '#core/plain-date.ts';

import type { ReportContext } from '../report-context.ts';
import { column, paragraph, section, table } from '../section.ts';
import type { Section } from '../section.ts';

/** What was counted, in which version of which rule, and the digest that proves it unchanged. */
export function sourceAnnex(context: ReportContext): Section {
  const { evaluation, records } = context;
  const facts: readonly (readonly [string, string])[] = [
    ['评价截止日', toChineseDate(records.fund.cutoff)],
    ['数据文件摘要（SHA-256）', evaluation.workbookSha256],
    ['适用的救助制度版本', `${context.policy.title}（${evaluation.policyVersion}）`],
    ['适用的指标体系版本', `${context.framework.title}（${evaluation.frameworkVersion}）`],
  ];
  const sheets: readonly (readonly [string, number])[] = [
    ['预算', records.budget.length],
    ['救助台账', records.aid.length],
    ['问卷', records.survey.length],
    ['宣传', records.publicity.length],
    ['培训', records.training.length],
    ['政策转发', records.forwarding.length],
    ['监督检查', records.inspections.length],
    ['回访', records.visits.length],
    ['投诉', records.grievances.length],
    ['要素', records.elements.length],
    ['评分', records.reviewScores.length],
  ];
  return section('数据来源和核验信息', [
    paragraph(
      '本报告的数据均由下列记录计算得出。以数据文件摘要核对原始文件，可以确认评价所用的数据未被更改。',
    ),
    table({
      id: 'annex-facts',
      caption: '核验信息',
      columns: [column('项目', 'left', 2), column('内容', 'left', 5)],
      rows: facts,
    }),
    table({
      id: 'annex-sheets',
      caption: '数据记录数',
      unit: '单位：条',
      columns: [column('记录类别', 'left', 3), column('记录数', 'right', 2)],
      rows: sheets.map(([name, count]) => [name, String(count)]),
    }),
  ]);
}
