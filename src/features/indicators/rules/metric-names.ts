/** How a metric is stated: a rate in per cent, or a count of things. */
export type MetricMeasure = 'rate' | 'count';

/** 数据口径: every metric a framework may name, with its measure. */
export const METRIC_MEASURES = {
  支出率: 'rate',
  预算控制: 'rate',
  资金到位率: 'rate',
  救助人次: 'count',
  救助人数: 'count',
  计划完成率: 'rate',
  标准符合率: 'rate',
  超标准笔数: 'count',
  违规笔数: 'count',
  审批及时率: 'rate',
  审核栏完整率: 'rate',
  政策转发率: 'rate',
  检查完成率: 'rate',
  抽查准确率: 'rate',
  宣传完成率: 'rate',
  公众号宣传次数: 'count',
  培训覆盖率: 'rate',
  知晓率: 'rate',
  缓解率: 'rate',
  满意度: 'rate',
  问卷回收率: 'rate',
  救助覆盖率: 'rate',
  回访率: 'rate',
  属实投诉数: 'count',
} as const satisfies Record<string, MetricMeasure>;

export type MetricName = keyof typeof METRIC_MEASURES;
export const METRIC_NAMES: readonly MetricName[] =
  Object.keys(METRIC_MEASURES).filter(isMetricName);

export function isMetricName(text: string): text is MetricName {
  return Object.hasOwn(METRIC_MEASURES, text);
}

const COUNT_UNITS: Readonly<Partial<Record<MetricName, string>>> = {
  救助人次: '人次',
  救助人数: '人',
  超标准笔数: '笔',
  违规笔数: '笔',
  公众号宣传次数: '次',
  属实投诉数: '件',
};

/** The unit printed after a metric's value: `%` for a rate. */
export function metricUnit(name: MetricName): string {
  return COUNT_UNITS[name] ?? '%';
}

/** 预算控制 is a test: a rate of 100 % when passed and 0 % when failed, printed in words. */
export function isPassOrFail(name: MetricName): boolean {
  return name === '预算控制';
}
