import { describe, expect, it } from 'vitest';

import { fen, yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import type { ElementAnswer } from '#features/indicators/rules/framework.ts';

import {
  anAnsweredFramework,
  anEvaluatedYear,
} from '../../../../../tests/support/evaluated-year.ts';
import {
  aBudgetEntry,
  aFramework,
  anAidRow,
  anAnswer,
  anElement,
  anIndicator,
  aYear,
} from '../../../../../tests/support/year-factories.ts';
import type { Finding } from '../evaluation.ts';

interface Case {
  readonly name: string;
  readonly code: string;
  readonly year?: Partial<YearRecords>;
  readonly answers?: Readonly<Record<string, ElementAnswer>>;
  /** Words that the statement must hold: its exact figures. */
  readonly says: readonly string[];
  readonly indicator?: string;
}

const fund = aYear().fund;
const many = (count: number, make: (index: number) => Parameters<typeof anAidRow>[0]) =>
  Array.from({ length: count }, (_, index) =>
    anAidRow({ application: `S-${index}`, household: `H-${index}`, ...make(index) }),
  );
const inspection = {
  row: '监督检查!2',
  plannedOn: null,
  completedOn: day('2023-11-01'),
  townUnion: '荔城街总工会',
  sampled: 1,
  conforming: 1,
  problem: null,
  rectifiedOn: null,
};
const publicity = {
  row: '宣传!2',
  plannedOn: null,
  completedOn: day('2023-05-05'),
  channel: '口头' as const,
  title: '政策讲解',
  reach: null,
  evidence: null,
};
const forwarding = {
  row: '政策转发!2',
  document: '实施办法',
  union: '荔城街总工会',
  due: true,
  forwardedOn: null,
  evidence: null,
};

const CASES: readonly Case[] = [
  {
    name: 'decisions after the limit, with the longest',
    code: 'decisions_late',
    year: {
      aid: [
        anAidRow(),
        anAidRow({ application: 'L-1', district: { opinion: '同意', date: day('2023-02-27') } }),
      ],
    },
    says: ['2件', '1件', '50.00%', '10个工作日'],
    indicator: '救助资金审核发放及时率',
  },
  {
    name: 'rows without a receipt date',
    code: 'receipt_date_missing',
    year: { aid: [anAidRow({ receivedOn: null })] },
    says: ['1件', 'SQ-0001'],
    indicator: '救助资金审核发放及时率',
  },
  {
    name: 'lower tiers slower than the district may be',
    code: 'lower_tiers_slow',
    year: { aid: [anAidRow({ appliedOn: day('2023-01-03') })] },
    says: ['基层工会审核用时中位数为', '个工作日'],
  },
  {
    name: 'blank review columns by tier',
    code: 'review_blank',
    year: { aid: [anAidRow({ town: { opinion: null, date: null } })] },
    says: ['镇街（系统）工会缺意见1件、缺日期1件', '100.00%'],
    indicator: '组织执行有效性',
  },
  {
    name: 'dates that run backwards',
    code: 'dates_out_of_order',
    year: { aid: [anAidRow({ appliedOn: day('2023-02-07') })] },
    says: ['1件', 'SQ-0001'],
  },
  {
    name: 'a payment without its day',
    code: 'paid_without_date',
    year: { aid: [anAidRow({ paidOn: null })] },
    says: ['1笔'],
  },
  {
    name: 'a payment that failed',
    code: 'payment_failed',
    year: { aid: [anAidRow({ status: '失败' })] },
    says: ['1笔'],
  },
  {
    name: 'an amount outside its class',
    code: 'amount_out_of_range',
    year: { aid: [anAidRow({ amountFen: yuan(700) })] },
    says: ['700元', '400元至600元', '100.00%'],
    indicator: '救助标准',
  },
  {
    name: 'a third payment in the year',
    code: 'violation_frequency',
    year: {
      aid: [1, 3, 4].map((quarter) => anAidRow({ application: `F-${quarter}`, quarter })),
    },
    says: ['1笔', 'F-4'],
    indicator: '资金使用规范性',
  },
  {
    name: 'a number that fails its check digit',
    code: 'violation_identity_number',
    year: { aid: [anAidRow({ identityNumber: '440118199001010018' })] },
    says: ['1笔'],
  },
  {
    name: 'a source that paid more than it had',
    code: 'violation_overspent_source',
    year: { budget: [aBudgetEntry({ amountFen: yuan(500) })] },
    says: ['工会经费', '超支100元'],
    indicator: '预算控制有效性',
  },
  {
    name: 'amounts that all stand at the top of the range',
    code: 'uniform_amounts',
    year: { aid: many(10, () => ({})) },
    says: ['10笔', '上限'],
  },
  {
    name: 'special reasons over the soft limit',
    code: 'special_reasons',
    year: {
      aid: [
        anAidRow({
          aidType: '紧急救助',
          aidClass: 'E3',
          amountFen: yuan(4000),
          specialReason: '重大事故',
        }),
      ],
    },
    says: ['1笔', '3,000元'],
  },
  {
    name: 'low execution',
    code: 'execution_low',
    says: ['100,000元', '600元', '0.60%'],
    indicator: '资金使用效率性',
  },
  {
    name: 'a large adjustment with its cause',
    code: 'budget_adjusted',
    year: {
      budget: [
        aBudgetEntry(),
        aBudgetEntry({ item: '预算调整', amountFen: yuan(-40_000), note: '压减支出' }),
      ],
    },
    says: ['调减40,000元', '40.00%', '压减支出'],
  },
  {
    name: 'an adjustment nobody explained',
    code: 'adjustment_unexplained',
    year: { budget: [aBudgetEntry({ item: '预算调整', amountFen: yuan(-1) })] },
    says: ['1笔未说明事由', '1笔未载明批复文号'],
  },
  {
    name: 'money received short',
    code: 'received_short',
    year: { budget: [aBudgetEntry(), aBudgetEntry({ item: '到位', amountFen: yuan(90_000) })] },
    says: ['缺口10,000元'],
    indicator: '资金到位情况',
  },
  {
    name: 'money received after it was paid out',
    code: 'received_late',
    year: { budget: [aBudgetEntry(), aBudgetEntry({ item: '到位', date: day('2023-06-01') })] },
    says: ['2023年2月21日'],
  },
  {
    name: 'a balance by source',
    code: 'balance_left',
    says: ['99,400元', '工会经费'],
  },
  {
    name: 'a fiscal share that carries no conclusion',
    code: 'fiscal_share_small',
    year: {
      budget: [aBudgetEntry(), aBudgetEntry({ source: '财政预算资金', amountFen: yuan(1000) })],
    },
    says: ['1,000元', '0.99%'],
  },
  { name: 'no budget for the next year', code: 'next_year_budget_missing', says: ['2024年度'] },
  {
    name: 'unions without any application',
    code: 'unions_without_applications',
    year: { forwarding: [forwarding, { ...forwarding, union: '派潭镇总工会' }] },
    says: ['2家', '1家', '派潭镇总工会'],
  },
  {
    name: 'two silent quarters',
    code: 'unions_silent',
    says: ['荔城街总工会（第二、三季度）'],
  },
  { name: 'an unknown base of coverage', code: 'coverage_unknown', says: ['1人'] },
  {
    name: 'low coverage',
    code: 'coverage_low',
    year: { fund: { ...fund, eligiblePersons: 4 } },
    says: ['4人', '1人', '25.00%'],
    indicator: '救助覆盖率',
  },
  {
    name: 'a plan not reached',
    code: 'plan_short',
    year: { fund: { ...fund, plannedRows: 4 } },
    says: ['4人次', '1人次', '25.00%'],
    indicator: '开展救助人数',
  },
  {
    name: 'a plan far exceeded',
    code: 'plan_exceeded',
    year: { aid: many(2, () => ({})) },
    says: ['2人次', '200.00%'],
  },
  {
    name: 'most of the money in one quarter',
    code: 'pace_uneven',
    year: { aid: many(8, () => ({})) },
    says: ['第一季度', '4,800元', '100.00%'],
  },
  {
    name: 'persons and person-times apart',
    code: 'repeated_persons',
    year: { aid: [anAidRow(), anAidRow({ application: 'P-2', quarter: 3 })] },
    says: ['2人次', '1人'],
  },
  { name: 'nothing published', code: 'publicity_none', says: ['0次'], indicator: '救助政策知晓率' },
  {
    name: 'a single channel, and not the official account',
    code: 'publicity_single_channel',
    year: { publicity: [publicity, { ...publicity, row: '宣传!3' }] },
    says: ['2次', '口头'],
  },
  {
    name: 'no post on the official account',
    code: 'publicity_no_official_account',
    year: { publicity: [publicity] },
    says: ['1次', '0次'],
    indicator: '救助政策知晓率',
  },
  {
    name: 'planned publicity that was not done',
    code: 'publicity_not_done',
    year: { publicity: [{ ...publicity, plannedOn: day('2023-03-01'), completedOn: null }] },
    says: ['政策讲解', '0.00%'],
  },
  {
    name: 'nothing forwarded, the unions named',
    code: 'policy_not_forwarded',
    year: { forwarding: [forwarding] },
    says: ['1件次', '荔城街总工会', '0.00%'],
    indicator: '组织执行有效性',
  },
  { name: 'no training', code: 'training_none', says: ['0场'] },
  { name: 'no inspection plan', code: 'inspection_unplanned', says: ['未制定'] },
  {
    name: 'planned inspections not done',
    code: 'inspection_not_done',
    year: { inspections: [{ ...inspection, plannedOn: day('2023-06-01'), completedOn: null }] },
    says: ['计划检查1次', '0.00%'],
    indicator: '监督管理有效性',
  },
  {
    name: 'too few files checked: all when fewer than a hundred',
    code: 'inspection_sample_small',
    year: { aid: many(4, () => ({})), inspections: [inspection] },
    says: ['4份', '抽查1份', '25.00%'],
  },
  {
    name: 'files that do not conform',
    code: 'inspection_nonconforming',
    year: { inspections: [{ ...inspection, conforming: 0 }] },
    says: ['抽查档案1份', '0.00%'],
    indicator: '救助对象界定准确率',
  },
  { name: 'no visits', code: 'visits_none', says: ['1笔', '0.00%'], indicator: '救助政策可持续性' },
  { name: 'no survey at all', code: 'survey_none', says: ['没有回收'] },
  {
    name: 'a sample too small for ten points',
    code: 'survey_sample_small',
    year: { aid: many(3, (n) => ({ identityNumber: String(n) })), survey: [anAnswer()] },
    says: ['1份', '±10个百分点', '3份'],
  },
  {
    name: 'recipients alone asked about awareness',
    code: 'survey_recipients_only',
    year: { survey: [anAnswer()] },
    answers: { 面向全体会员开展调查: '否' },
    says: ['1份', '100.00%', '面向全体会员开展调查'],
    indicator: '救助政策知晓率',
  },
  {
    name: 'questions without an answer',
    code: 'survey_unanswered',
    year: { survey: [anAnswer({ relief: null })] },
    says: ['1份'],
  },
  {
    name: 'a low return',
    code: 'survey_return_low',
    year: { fund: { ...fund, questionnairesSent: 4 }, survey: [anAnswer()] },
    says: ['4份', '25.00%'],
  },
  {
    name: 'no survey by the unit itself',
    code: 'own_survey_missing',
    answers: { 本单位开展满意度调查: '否' },
    says: ['本单位开展满意度调查'],
    indicator: '救助政策可持续性',
  },
  {
    name: 'low satisfaction',
    code: 'satisfaction_low',
    year: { survey: [anAnswer({ satisfaction: '一般' })] },
    says: ['1名', '0名', '0.00%'],
    indicator: '申领对象满意度',
  },
  {
    name: 'an upheld complaint that stays open',
    code: 'grievances_open',
    year: {
      grievances: [
        { row: '投诉!2', date: day('2023-03-01'), type: '投诉', upheld: '是', closedOn: null },
      ],
    },
    says: ['1件', '60日'],
  },
  {
    name: 'vague rules',
    code: 'rules_vague',
    answers: { 审核细则和定额办法明确具体: '部分' },
    says: ['仅部分满足', '33.33%'],
    indicator: '管理制度健全性',
  },
  {
    name: 'outputs without a target',
    code: 'targets_unset',
    answers: { 各项产出均设目标值: '否' },
    says: ['25%'],
    indicator: '绩效指标明确性',
  },
  {
    name: 'no survey of needs',
    code: 'need_survey_missing',
    answers: { 设立前开展需求调查: '否' },
    says: ['20%'],
    indicator: '论证决策规范性',
  },
  {
    name: 'an element no detector knows',
    code: 'element_unmet',
    answers: { 用款部门受制度约束: '否' },
    says: ['用款部门受制度约束'],
    indicator: '制度执行有效性',
  },
  {
    name: 'days beyond the holiday table',
    code: 'calendar_incomplete',
    year: {
      fund: { ...fund, cutoff: day('2099-12-31') },
      aid: [anAidRow({ receivedOn: day('2099-03-02') })],
    },
    says: ['1件'],
  },
  {
    name: 'a group whose independence nobody proves',
    code: 'independence_unproven',
    says: ['部门'],
  },
];

function find(findings: readonly Finding[], code: string): Finding | undefined {
  return findings.find((finding) => finding.code === code);
}

describe('detectFindings', () => {
  it.each(CASES)('finds $name', ({ code, year, answers, says, indicator }) => {
    const { evaluation } = anEvaluatedYear(year, anAnsweredFramework(answers));
    const finding = find(evaluation.findings, code);
    expect(finding?.statement, code).toBeDefined();
    for (const words of says) expect(finding?.statement).toContain(words);
    expect(finding?.suggestion).toMatch(/。$/);
    if (indicator !== undefined) expect(finding?.indicator).toBe(indicator);
  });

  it('says nothing about what is in order', () => {
    const { evaluation } = anEvaluatedYear();
    const codes = evaluation.findings.map((finding) => finding.code);
    for (const code of ['decisions_late', 'review_blank', 'amount_out_of_range', 'received_short'])
      expect(codes).not.toContain(code);
  });

  it('finds the row of a framework of one’s own by the metric it scores', () => {
    const framework = aFramework({
      rows: [
        anIndicator({ level3: '办结速度', target: null, kind: '分档', parameter: '100:100;0:0' }),
      ],
    });
    const { evaluation } = anEvaluatedYear({ aid: [anAidRow({ receivedOn: null })] }, framework);
    expect(find(evaluation.findings, 'receipt_date_missing')?.indicator).toBe('办结速度');
  });

  it('explains points that the usual thresholds would let pass', () => {
    const framework = aFramework({
      rows: [
        anIndicator({
          level3: '预算执行',
          metric: '支出率',
          kind: '分档',
          parameter: '95:100;90:80;0:0',
        }),
      ],
    });
    const budget = [aBudgetEntry({ amountFen: fen(64_500) })];
    const { evaluation } = anEvaluatedYear({ budget }, framework);
    const explained = evaluation.findings.filter(({ indicator }) => indicator === '预算执行');
    expect(explained.map(({ code }) => code)).toContain('points_lost');
    expect(find(explained, 'points_lost')?.statement).toContain('93.02%');
  });

  it('explains each unmet element once, by the detector that knows it or in general', () => {
    const framework = aFramework({
      rows: [anIndicator({ kind: '要素', metric: null, target: null })],
      elements: [
        anElement({ element: '有回访', metric: '回访率', bound: anElement().share, answer: null }),
        anElement({ element: '有台账', answer: '部分' }),
      ].map((element) => ({ ...element, share: anElement({}).share })),
    });
    const { evaluation } = anEvaluatedYear({}, framework);
    const own = evaluation.findings.filter(({ indicator }) => indicator === '审批及时');
    expect(own.map(({ code }) => code).toSorted()).toEqual(['element_unmet', 'visits_none']);
  });
});
