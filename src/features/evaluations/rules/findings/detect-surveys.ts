import { when } from './detector.ts';
import type { Detector, FindingDraft } from './detector.ts';
import { isBelow, metricPercent, percentText } from './figures.ts';
import type { FindingContext } from './finding-context.ts';
import { listUnmetElements, metricOf } from './finding-context.ts';

const RETURN_TARGET_PERCENT = 80;
const WANTED_MARGIN = 10;

export const surveyDetectors: readonly Detector[] = [
  {
    code: 'survey_none',
    theme: 'effects',
    title: '缺少问卷调查',
    severity: 'warn',
    detect: (year) =>
      when(year.records.survey.length === 0, () => ({
        metric: '满意度',
        statement: '评价期内没有回收的调查问卷，知晓情况、缓解作用和满意度均无调查数据。',
        suggestion: '每年面向受助职工和一般会员分别开展问卷调查，保留问卷原件和汇总表。',
      })),
  },
  {
    code: 'survey_sample_small',
    theme: 'effects',
    title: '问卷样本量不足',
    severity: 'warn',
    isContext: true,
    detect: detectSmallSample,
  },
  {
    code: 'survey_recipients_only',
    theme: 'outreach',
    title: '知晓情况仅向受助职工调查',
    severity: 'warn',
    isContext: true,
    detect: detectRecipientsOnly,
  },
  {
    code: 'survey_unanswered',
    theme: 'effects',
    title: '问卷存在未作答题目',
    severity: 'info',
    detect: detectUnanswered,
  },
  {
    code: 'survey_return_low',
    theme: 'effects',
    title: '问卷回收率偏低',
    severity: 'warn',
    detect: (year) => {
      const metric = metricOf(year, '问卷回收率');
      return when(isBelow(metric, RETURN_TARGET_PERCENT), () => ({
        metric: '问卷回收率',
        statement: `发放问卷${metric?.denominator ?? 0}份，回收${metric?.numerator ?? 0}份，回收率为${metricPercent(metric) ?? ''}，低于${RETURN_TARGET_PERCENT}%。`,
        suggestion: '采用短信、电话和现场相结合的方式发放问卷，对未回收的样本提醒补填。',
      }));
    },
  },
  {
    code: 'survey_sent_unknown',
    theme: 'effects',
    title: '问卷发放份数未登记',
    severity: 'info',
    detect: (year) =>
      when(
        year.records.survey.length > 0 && (year.records.fund.questionnairesSent ?? 0) === 0,
        () => ({
          metric: '问卷回收率',
          statement: `回收问卷${year.records.survey.length}份，未登记发放份数，回收率无法计算。`,
          suggestion: '开展调查时登记发放、回收和有效份数。',
        }),
      ),
  },
  {
    code: 'own_survey_missing',
    theme: 'effects',
    title: '项目单位未自行开展满意度调查',
    severity: 'warn',
    detect: (year) =>
      listUnmetElements(year, /满意度调查/).map(({ indicator, element }) => ({
        indicator,
        statement: `项目单位${element.satisfied === '部分' ? '仅部分完成' : '尚未完成'}“${element.element}”，现有满意度数据来自评价过程中的问卷，日常工作缺少职工评价的反馈。`,
        suggestion:
          '将满意度调查列为项目实施的固定环节，发放后即时推送简短问卷，按季度汇总分析并公布结果。',
      })),
  },
];

/** The survey metric with the fewest answers against a known population speaks for the sample. */
function detectSmallSample(year: FindingContext): readonly FindingDraft[] {
  const metrics = ['知晓率', '缓解率', '满意度'].flatMap((name) => {
    const interval = metricOf(year, name)?.interval;
    if (interval === undefined) return [];
    const required = interval.requiredSample ?? null;
    const isSmall =
      required === null
        ? Number(interval.marginPoints) > WANTED_MARGIN
        : interval.respondents < required;
    return isSmall ? [{ name, interval, required }] : [];
  });
  const [first] = metrics.toSorted((a, b) => a.interval.respondents - b.interval.respondents);
  if (first === undefined) return [];
  const { interval, required } = first;
  const base =
    interval.population === null
      ? ''
      : `占${interval.population}名受助职工的${percentText(interval.respondents, interval.population)}，`;
  const need = required === null ? '' : `，达到±${WANTED_MARGIN}个百分点至少需要${required}份`;
  return [
    {
      metric: metrics.find(({ name }) => name === '满意度')?.name ?? first.name,
      statement: `${metrics.map(({ name }) => name).join('、')}${answerWords(metrics.map((one) => one.interval.respondents))}，${base}在95%置信水平下的误差为±${interval.marginPoints}个百分点${need}，调查结论的代表性有限。`,
      suggestion: `按受助职工总数测算样本量，下次调查有效答卷${required === null ? `应使误差不超过±${WANTED_MARGIN}个百分点` : `不少于${required}份`}，并按镇街和救助类型分层抽取。`,
    },
  ];
}

function answerWords(respondents: readonly number[]): string {
  const least = Math.min(...respondents);
  if (respondents.length === 1) return `依据${least}份有效答卷`;
  return respondents.every((count) => count === least)
    ? `均依据${least}份有效答卷`
    : `依据的有效答卷最少的一项为${least}份`;
}

/** Awareness among those who already got aid says nothing about members at large (F20). */
function detectRecipientsOnly(year: FindingContext): readonly FindingDraft[] {
  const { survey } = year.records;
  const [unmet] = listUnmetElements(year, /全体会员|一般会员/);
  const isOneSided = survey.length > 0 && survey.every((row) => row.respondent === '受助职工');
  return when(isOneSided || unmet !== undefined, () => {
    const metric = metricOf(year, '知晓率');
    const rate = metricPercent(metric);
    const figure =
      isOneSided && rate !== undefined
        ? `${survey.length}份问卷均由受助职工填写，一般会员为0份；据此得出的知晓率${rate}不能代表广大会员。`
        : '问卷调查的范围未覆盖到全体会员。';
    const element = unmet === undefined ? '' : `“${unmet.element.element}”的要求未达到。`;
    return {
      metric: '知晓率',
      ...(unmet === undefined ? {} : { indicator: unmet.indicator }),
      statement: `${figure}${element}`,
      suggestion:
        '知晓率调查以全体会员为对象，按镇街和企业规模分层抽样，受助职工与一般会员分开统计。',
    };
  });
}

function detectUnanswered(year: FindingContext): readonly FindingDraft[] {
  const blanks = year.records.survey.filter(
    (row) =>
      row.awareness === null ||
      (row.respondent === '受助职工' && (row.relief === null || row.satisfaction === null)),
  );
  return when(blanks.length > 0, () => ({
    statement: `回收的${year.records.survey.length}份问卷中有${blanks.length}份存在未作答题目，各题比率均以实际作答份数为基数。`,
    suggestion: '精简题目并设置必答提示，回收时当场核对。',
    records: blanks.map((row) => row.row),
  }));
}
