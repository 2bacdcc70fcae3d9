import type { SelfTestQuestion, SelfTestResult } from './self-test-views.ts';

export const QUESTIONS: readonly Omit<SelfTestQuestion, 'options'>[] = [
  { field: 'isMember', kind: 'yes_no', text: '您是工会会员吗？', hint: null },
  {
    field: 'peopleCount',
    kind: 'count',
    text: '您家有几口人一起生活？',
    hint: '包括您本人、配偶、未成年子女和由您赡养的老人。',
  },
  {
    field: 'yearlyIncomeFen',
    kind: 'money',
    text: '最近12个月，全家一共收入多少元？',
    hint: '工资、奖金、退休金、经营和房租等都算，填大概数即可。',
  },
  {
    field: 'yearlySpendingFen',
    kind: 'money',
    text: '最近12个月，看病、上学等不得不花的钱，自己负担多少元？',
    hint: '医保报销和别处补助过的不算；义务教育阶段的学费不算。没有填0。',
  },
  {
    field: 'classes',
    kind: 'choices',
    text: '您家有下面哪些情况？',
    hint: '可以选几项，也可以都不选。',
  },
  {
    field: 'exclusions',
    kind: 'choices',
    text: '您家有下面哪些情况？有的一般不能救助',
    hint: '都没有就不选。',
  },
];

export const SUMMARIES: Readonly<Record<SelfTestResult['outcome'], string>> = {
  likely: '按您填写的情况，可以申请救助。',
  maybe: '按您填写的情况，有可能得到救助，需要工会看过材料再定。',
  unlikely: '按您填写的情况，目前不大符合救助条件。',
};

export const NEXT_STEPS = {
  likely: '请准备好下面的材料，注册后在手机上申请，或到所在单位工会办理。',
  maybe: '请带上材料到所在单位工会咨询，也可以注册后直接申请。',
  unlikely: '情况有变化或有特殊困难的，请到所在单位工会说明；自测结果不影响您申请。',
  joinFirst: '请先到所在单位工会办理入会；没有工会的，请联系镇街或区总工会。',
} as const;

export const SELF_TEST_REASONS = {
  notMember: '救助对象是工会会员。',
  excluded: (name: string) => `有不予救助的情况：${name}。`,
  noClass: '没有选择救助办法列出的情况。',
} as const;
