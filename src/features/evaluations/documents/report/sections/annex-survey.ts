import {
  AWARENESS_ANSWERS,
  RELIEF_ANSWERS,
  SATISFACTION_ANSWERS,
} from '#features/fund-years/rules/year-records.ts';
import type { SurveyAnswer } from '#features/fund-years/rules/year-records.ts';

import { metricPercent, rateText } from '../../../rules/findings/figures.ts';
import type { ReportContext } from '../report-context.ts';
import { column, numberOf, paragraph, section, table } from '../section.ts';
import type { Section, SectionChild } from '../section.ts';
import { share } from './table-cells.ts';

/** Every option with its count, and each rate with n, base, interval and margin (Q1_SAMPLE). */
export function surveyAnnex(context: ReportContext): Section {
  const { survey, fund } = context.records;
  if (survey.length === 0) {
    return section('问卷调查结果', [
      paragraph('评价期内没有回收的问卷，知晓率、缓解率和满意度无数据可列。'),
    ]);
  }
  const recipients = survey.filter((row) => row.respondent === '受助职工').length;
  const sent =
    fund.questionnairesSent === null
      ? '发放份数未登记'
      : `发放${fund.questionnairesSent}份，回收率${share(survey.length, fund.questionnairesSent)}`;
  return section('问卷调查结果', [
    paragraph(
      `共回收问卷${survey.length}份（${sent}），其中受助职工${recipients}份、一般会员${survey.length - recipients}份。各题选项计数见${numberOf('annex-options')}，各项比率的置信区间和误差见${numberOf('annex-rates')}。`,
    ),
    optionTable(survey),
    rateTable(context),
  ]);
}

interface Question {
  readonly title: string;
  readonly options: readonly string[];
  readonly answerOf: (row: SurveyAnswer) => string | null;
}

const QUESTIONS: readonly Question[] = [
  { title: '是否知晓救助政策', options: AWARENESS_ANSWERS, answerOf: (row) => row.awareness },
  { title: '救助对缓解生活压力的作用', options: RELIEF_ANSWERS, answerOf: (row) => row.relief },
  {
    title: '对救助工作的满意程度',
    options: SATISFACTION_ANSWERS,
    answerOf: (row) => row.satisfaction,
  },
];

function optionTable(survey: readonly SurveyAnswer[]): SectionChild {
  return table({
    id: 'annex-options',
    caption: '问卷选项计数',
    unit: '单位：份',
    columns: [
      column('题目', 'left', 3),
      column('选项', 'left', 2),
      column('受助职工', 'right', 1.3),
      column('一般会员', 'right', 1.3),
      column('合计', 'right', 1.2),
      column('占作答比例', 'right', 1.5),
    ],
    rows: QUESTIONS.flatMap((question) => questionRows(question, survey)),
    mergedColumns: 1,
    note: '注：占作答比例以该题实际作答份数为基数，未作答的不计入基数。',
  });
}

function questionRows(
  { title, options, answerOf }: Question,
  survey: readonly SurveyAnswer[],
): readonly (readonly string[])[] {
  const answered = survey.filter((row) => answerOf(row) !== null).length;
  const line = (name: string, rows: readonly SurveyAnswer[], rate: string): readonly string[] => {
    const recipients = rows.filter((row) => row.respondent === '受助职工').length;
    const counts = [recipients, rows.length - recipients, rows.length];
    return [title, name, ...counts.map(String), rate];
  };
  const unanswered = survey.filter((row) => answerOf(row) === null);
  return [
    ...options.map((option) => {
      const rows = survey.filter((row) => answerOf(row) === option);
      return line(option, rows, share(rows.length, answered));
    }),
    ...(unanswered.length === 0 ? [] : [line('未作答', unanswered, '—')]),
  ];
}

function rateTable(context: ReportContext): SectionChild {
  const rows = ['知晓率', '缓解率', '满意度'].map((name) => {
    const metric = context.evaluation.metrics[name];
    const interval = metric?.interval;
    if (metric === undefined || interval === undefined) {
      return [name, '0', '0', '—', '不适用', '—', '—', '—'];
    }
    return [
      name,
      String(metric.numerator ?? 0),
      String(interval.respondents),
      interval.population === null ? '未知' : String(interval.population),
      metricPercent(metric) ?? '不适用',
      `${rateText(interval.low)}～${rateText(interval.high)}`,
      `±${interval.marginPoints}`,
      interval.requiredSample === null ? '—' : String(interval.requiredSample),
    ];
  });
  return table({
    id: 'annex-rates',
    caption: '调查比率的置信区间和误差',
    columns: [
      column('比率', 'center', 1.2),
      column('肯定答卷（份）', 'right', 1.5),
      column('作答份数n', 'right', 1.3),
      column('总体N（人）', 'right', 1.3),
      column('比率值', 'right', 1.3),
      column('95%置信区间', 'center', 2.4),
      column('误差（百分点）', 'right', 1.5),
      column('误差±10所需样本', 'right', 1.7),
    ],
    rows,
    note: '注：置信区间按威尔逊法计算；误差取比率为50%时的最大值，总体已知的按有限总体修正；总体N为受助职工人数。',
  });
}
