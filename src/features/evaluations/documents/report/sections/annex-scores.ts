import { VIOLATION_TITLES } from '../../../messages.ts';
import type { Indicator } from '../../../rules/evaluation.ts';
import type { ReportContext } from '../report-context.ts';
import { column, numberOf, paragraph, section, table } from '../section.ts';
import type { Section } from '../section.ts';

/** All rows with value, score, reasons and evidence. */
export function scoreAnnex(context: ReportContext): Section {
  const { indicators, totals } = context.evaluation;
  return section('绩效评价指标评分明细', [
    table({
      id: 'annex-scores',
      caption: '指标评分明细',
      columns: [
        column('一级指标', 'center', 1.2),
        column('二级指标', 'center', 1.4),
        column('三级指标', 'left', 2),
        column('分值', 'right', 1.3),
        column('得分', 'right', 1.3),
        column('指标值', 'right', 1.9),
        column('评分理由', 'left', 4.8),
        column('依据', 'left', 4.4),
      ],
      rows: [
        ...indicators.map((row) => [
          row.level1,
          row.level2,
          row.level3,
          row.weight,
          row.score ?? '不适用',
          row.value ?? '—',
          row.reasons.join('；'),
          evidenceOf(row),
        ]),
        ['合计', '', '', totals.weight, totals.score, '', `评价等级：${totals.grade}`, ''],
      ],
      mergedColumns: 2,
      hasTotalRow: true,
    }),
  ]);
}

function evidenceOf(row: Indicator): string {
  return row.evidence.length === 0 ? '—' : [...new Set(row.evidence)].join('；');
}

/** A printed list that runs on for pages is read by nobody; the workbook of scores holds all. */
const MOST_VIOLATIONS = 50;

export function violationAnnex(context: ReportContext): Section {
  const { violations } = context.evaluation;
  if (violations.length === 0) {
    return section('与规定不符的情形', [
      paragraph(
        '对救助台账逐件核对后，未发现金额、频次、限额、审批先后和身份证号等方面与规定不符的情形。',
      ),
    ]);
  }
  const shown = violations.slice(0, MOST_VIOLATIONS);
  const rest =
    violations.length > shown.length
      ? `共${violations.length}项，本表列出前${shown.length}项，其余见评分明细工作簿（scores.xlsx）“违规明细”表。`
      : `共${violations.length}项，全部列出。`;
  return section('与规定不符的情形', [
    paragraph(
      `核对救助台账和资金记录，发现与规定不符的情形${violations.length}项，逐项列于${numberOf('annex-violations')}。`,
    ),
    table({
      id: 'annex-violations',
      caption: '与规定不符的情形',
      columns: [
        column('序号', 'center', 0.8),
        column('申请编号', 'left', 2),
        column('情形', 'left', 2.2),
        column('事实', 'left', 3.6),
        column('依据', 'left', 4.4),
      ],
      rows: shown.map((violation, index) => [
        String(index + 1),
        violation.application ?? '—',
        VIOLATION_TITLES[violation.code],
        violation.detail,
        violation.citation,
      ]),
      note: rest,
    }),
  ]);
}
