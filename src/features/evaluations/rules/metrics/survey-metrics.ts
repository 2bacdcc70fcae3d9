import type { SurveyAnswer } from '#features/fund-years/rules/year-records.ts';

import type { Metric } from '../evaluation.ts';
import { rateMetric } from './metric.ts';
import { surveyInterval } from './survey-interval.ts';
import { countPersons } from './year-view.ts';
import type { YearView } from './year-view.ts';

/** 知晓率: asked of members at large when any answered, else of all respondents, and then says so. */
export function awarenessRate(view: YearView): Metric {
  const answered = view.records.survey.filter((answer) => answer.awareness !== null);
  const members = answered.filter((answer) => answer.respondent === '一般会员');
  const base = members.length > 0 ? members : answered;
  const asked = view.records.survey.some((answer) => answer.respondent === '一般会员');
  return surveyRate({
    base,
    isGood: (answer) => answer.awareness === '知晓',
    // The number of members at large is not in the records; recipients are counted.
    population: members.length > 0 ? null : countPersons(view.paid),
    reason:
      members.length > 0
        ? '按一般会员的回答计算'
        : `${asked ? '一般会员均未回答是否知晓政策' : '问卷未覆盖一般会员'}，按全部受访者的回答计算，不能代表广大会员`,
    whenEmpty: '没有关于政策知晓情况的问卷回答',
  });
}

/** 缓解率: (非常有作用 + 有一定作用) ÷ answers of recipients. */
export function reliefRate(view: YearView): Metric {
  return surveyRate({
    base: recipients(view).filter((answer) => answer.relief !== null),
    isGood: (answer) => answer.relief !== '没有作用',
    population: countPersons(view.paid),
    whenEmpty: '没有受助职工关于救助作用的问卷回答',
  });
}

/** 满意度: (非常满意 + 满意) ÷ answers of recipients. */
export function satisfactionRate(view: YearView): Metric {
  return surveyRate({
    base: recipients(view).filter((answer) => answer.satisfaction !== null),
    isGood: ({ satisfaction }) => satisfaction === '非常满意' || satisfaction === '满意',
    population: countPersons(view.paid),
    whenEmpty: '没有受助职工关于满意度的问卷回答',
  });
}

/** 问卷回收率: rows ÷ questionnaires sent. */
export function returnRate(view: YearView): Metric {
  return rateMetric({
    numerator: view.records.survey.length,
    denominator: view.records.fund.questionnairesSent ?? 0,
    records: view.records.survey.map((answer) => answer.row),
    whenEmpty: '未填报问卷发放份数，无法计算比率',
  });
}

interface SurveyRateInput {
  readonly base: readonly SurveyAnswer[];
  readonly isGood: (answer: SurveyAnswer) => boolean;
  readonly population: number | null;
  readonly reason?: string;
  readonly whenEmpty: string;
}

function surveyRate(input: SurveyRateInput): Metric {
  const { base, isGood, population } = input;
  const missed = base.filter((answer) => !isGood(answer));
  const metric = rateMetric({
    numerator: base.length - missed.length,
    denominator: base.length,
    records: base.map((answer) => answer.row),
    missed: missed.map((answer) => answer.row),
    whenEmpty: input.whenEmpty,
    ...(input.reason === undefined ? {} : { reason: input.reason }),
  });
  if (base.length === 0) return metric;
  const interval = surveyInterval(base.length - missed.length, base.length, population);
  return { ...metric, interval };
}

function recipients(view: YearView): SurveyAnswer[] {
  return view.records.survey.filter((answer) => answer.respondent === '受助职工');
}
