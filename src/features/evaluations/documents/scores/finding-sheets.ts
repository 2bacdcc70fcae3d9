import type { YearRecords } from '#features/fund-years/rules/year-records.ts';

import { VIOLATION_TITLES } from '../../messages.ts';
import type { Evaluation } from '../../rules/evaluation.ts';
import { groupFindings, titleOf } from '../../rules/findings/group-findings.ts';
import type { CellValue, TableSheet } from './add-table-sheet.ts';

/** 违规明细: all of them; with the records, the facts of the row except who the person is. */
export function violationsSheet(evaluation: Evaluation, records?: YearRecords): TableSheet {
  const rows = new Map(records?.aid.map((row) => [row.application, row]));
  return {
    name: '违规明细',
    title: `与规定不符的情形（共${evaluation.violations.length}项）`,
    columns: [
      { header: '序号', width: 8, align: 'center' },
      { header: '申请编号', width: 18 },
      { header: '镇街或系统', width: 20 },
      { header: '类别', width: 8, align: 'center' },
      { header: '核准金额（元）', width: 14, format: '#,##0.00', align: 'right' },
      { header: '情形', width: 22 },
      { header: '规定', width: 28 },
      { header: '事实', width: 40 },
      { header: '依据', width: 44 },
    ],
    rows: evaluation.violations.map((violation, index): CellValue[] => {
      const row = violation.application === null ? undefined : rows.get(violation.application);
      return [
        index + 1,
        violation.application,
        row?.townUnion ?? null,
        row?.aidClass ?? null,
        row === undefined ? null : row.amountFen / 100,
        VIOLATION_TITLES[violation.code],
        violation.rule,
        violation.detail,
        violation.citation,
      ];
    }),
  };
}

const SEVERITIES = { error: '须整改', warn: '需改进', info: '说明事项' } as const;

/** 问题与建议: numbered as in the report, each with its suggestion. */
export function findingsSheet({ findings }: Evaluation): TableSheet {
  const { problems, matters } = groupFindings(findings);
  const listed = [
    ...problems.flatMap((group) =>
      group.findings.map(({ finding }) => ({ finding, theme: group.titles.problem })),
    ),
    ...matters.map((finding) => ({ finding, theme: '需要说明的事项' })),
  ];
  return {
    name: '问题与建议',
    title: '问题与建议',
    columns: [
      { header: '序号', width: 7, align: 'center' },
      { header: '类别', width: 20 },
      { header: '程度', width: 10, align: 'center' },
      { header: '问题', width: 24 },
      { header: '事实', width: 54 },
      { header: '涉及指标', width: 20 },
      { header: '数据口径', width: 14 },
      { header: '涉及记录数', width: 10, format: '#,##0' },
      { header: '建议', width: 50 },
    ],
    rows: listed.map(({ finding, theme }, index): CellValue[] => [
      index + 1,
      theme,
      SEVERITIES[finding.severity],
      titleOf(finding),
      finding.statement,
      finding.indicator ?? null,
      finding.metric ?? null,
      finding.records?.length ?? null,
      finding.suggestion,
    ]),
  };
}

/** 数据来源 */
export function sourcesSheet(evaluation: Evaluation, records?: YearRecords): TableSheet {
  const counts: readonly CellValue[][] =
    records === undefined
      ? []
      : [
          ['预算记录数', records.budget.length],
          ['救助台账记录数', records.aid.length],
          ['问卷份数', records.survey.length],
          ['宣传记录数', records.publicity.length],
          ['培训记录数', records.training.length],
          ['政策转发记录数', records.forwarding.length],
          ['监督检查记录数', records.inspections.length],
          ['回访记录数', records.visits.length],
          ['投诉记录数', records.grievances.length],
        ];
  return {
    name: '数据来源',
    title: '数据来源和核验信息',
    columns: [
      { header: '项目', width: 28 },
      { header: '内容', width: 72, format: '#,##0', align: 'left' },
    ],
    rows: [
      ['项目名称', evaluation.fund.name],
      ['单位', evaluation.fund.organization],
      ['年度', String(evaluation.fund.year)],
      ['评价截止日', evaluation.fund.cutoff],
      ['数据文件摘要（SHA-256）', evaluation.workbookSha256],
      ['救助制度版本', evaluation.policyVersion],
      ['指标体系版本', evaluation.frameworkVersion],
      ...counts,
    ],
  };
}
