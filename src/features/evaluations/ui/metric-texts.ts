import type { MetricName } from '#features/indicators/rules/metric-names.ts';
import { isMetricName, metricUnit } from '#features/indicators/rules/metric-names.ts';

import type { MetricView } from '../contract.ts';
import { count, percent, yuanShort } from './figures.ts';

interface MetricText {
  readonly group: MetricGroup;
  /** What the figure says, in one sentence. */
  readonly meaning: string;
  /** Names of the numbers above and below the line of a rate; the second is unused by a count. */
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: string;
}

export const METRIC_GROUPS = ['资金', '救助发放', '审核审批', '管理工作', '问卷与反馈'] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

type Line = readonly [
  group: MetricGroup,
  meaning: string,
  numerator: string,
  denominator: string,
  unit: string,
];

const LINES: Readonly<Record<MetricName, Line>> = {
  支出率: ['资金', '已发放金额占调整后预算的比例', '已发放', '调整后预算', '元'],
  预算控制: ['资金', '各项来源和合计的支出都不超过调整后预算为达标', '', '', ''],
  资金到位率: ['资金', '到位资金占调整后预算的比例', '已到位', '调整后预算', '元'],
  救助人次: ['救助发放', '发放成功的笔数', '发放成功', '', '人次'],
  救助人数: ['救助发放', '发放成功的人数，同一人只计一次', '受助', '', '人'],
  计划完成率: ['救助发放', '发放成功的笔数占计划救助人次的比例', '发放成功', '计划', '人次'],
  标准符合率: [
    '救助发放',
    '金额在本类别标准以内的笔数占发放成功笔数的比例',
    '符合标准',
    '发放成功',
    '笔',
  ],
  超标准笔数: ['救助发放', '金额高于或低于本类别标准的笔数', '不在标准内', '', '笔'],
  违规笔数: [
    '救助发放',
    '违反限额、次数、间隔、先批后发等规定的笔数，一笔只计一次',
    '违规',
    '',
    '笔',
  ],
  救助覆盖率: ['救助发放', '受助人数占应救助人数的比例', '受助', '应救助', '人'],
  回访率: ['救助发放', '至少回访一次的笔数占发放成功笔数的比例', '已回访', '发放成功', '笔'],
  审批及时率: [
    '审核审批',
    '区级受理后在规定工作日内作出审批的件数占到期件数的比例',
    '按时审批',
    '到期',
    '件',
  ],
  审核栏完整率: [
    '审核审批',
    '三级意见和日期都填写的件数占已审批件数的比例',
    '填写完整',
    '已审批',
    '件',
  ],
  政策转发率: ['管理工作', '已转发政策文件的工会占应转发工会的比例', '已转发', '应转发', '家次'],
  检查完成率: ['管理工作', '按计划完成的监督检查占计划检查的比例', '已完成', '计划', '次'],
  抽查准确率: ['管理工作', '抽查合格的档案占抽查档案的比例', '合格', '抽查', '份'],
  宣传完成率: ['管理工作', '按计划完成的宣传占计划宣传的比例', '已完成', '计划', '次'],
  公众号宣传次数: ['管理工作', '在公众号完成的宣传次数', '已发布', '', '次'],
  培训覆盖率: ['管理工作', '实际参加培训的人数占应参加人数的比例', '实到', '应到', '人'],
  知晓率: ['问卷与反馈', '知晓救助政策的受访者占作答者的比例', '知晓', '作答', '人'],
  缓解率: ['问卷与反馈', '认为救助缓解了生活压力的受助职工占作答者的比例', '有作用', '作答', '人'],
  满意度: ['问卷与反馈', '满意和非常满意的受助职工占作答者的比例', '满意', '作答', '人'],
  问卷回收率: ['问卷与反馈', '收回的问卷占发放问卷的比例', '收回', '发放', '份'],
  属实投诉数: ['问卷与反馈', '经核查属实的信访和投诉件数', '属实', '', '件'],
};

/** What is said about a metric; a metric this page does not know is shown by its name alone. */
export function metricText(name: string): MetricText {
  if (!isMetricName(name)) {
    return { group: '管理工作', meaning: '', numerator: '', denominator: '', unit: '' };
  }
  const [group, meaning, numerator, denominator, unit] = LINES[name];
  return { group, meaning, numerator, denominator, unit };
}

/** `98.44%`, `3笔`, `达标`, or `不适用`. */
export function metricValue(metric: MetricView): string {
  if (metric.value === null) return '不适用';
  if (metric.name === '预算控制') return Number(metric.value) === 0 ? '未达标' : '达标';
  if (typeof metric.value === 'string') return percent(metric.value);
  return `${count(metric.value)}${isMetricName(metric.name) ? metricUnit(metric.name) : ''}`;
}

/** `已发放265,800元 ÷ 调整后预算270,000元`; empty for a count. */
export function metricFraction(metric: MetricView): string {
  const { numerator, denominator, name } = metric;
  const text = metricText(name);
  if (numerator === null || denominator === null || denominator === 0) return '';
  if (text.numerator === '') return '';
  const print = (value: number): string =>
    `${text.unit === '元' ? yuanShort(value) : count(value)}${text.unit}`;
  return `${text.numerator}${print(numerator)} ÷ ${text.denominator}${print(denominator)}`;
}
