import { column, tableBlock } from './report-blocks.fixture.ts';
import type { Table } from './report-model.ts';

export function moneyTable(): Table {
  return tableBlock({
    id: 'money-by-source',
    caption: '表1 资金安排和使用情况',
    unit: '金额单位：元',
    columns: [
      column('资金来源', 'left', 3),
      column('年初预算', 'right', 2.4),
      column('调整后预算', 'right', 2.4),
      column('实际到位', 'right', 2.4),
      column('实际支出', 'right', 2.4),
      column('支出率', 'right', 1.8),
    ],
    rows: [
      ['财政资金', '120,000.00', '120,000.00', '120,000.00', '114,000.00', '95.00%'],
      ['工会经费', '460,000.00', '494,000.00', '494,000.00', '477,800.00', '96.72%'],
      ['社会捐助', '0.00', '10,000.00', '10,000.00', '10,000.00', '100.00%'],
      ['合计', '580,000.00', '624,000.00', '624,000.00', '601,800.00', '96.44%'],
    ],
    hasTotalRow: true,
    note: '注：支出率为实际支出与调整后预算之比，四舍五入保留两位小数。',
  });
}

export const TREE: readonly (readonly [string, string, readonly string[]])[] = [
  ['投入', '立项', ['决策程序完整性', '目标设定合理性', '指标可衡量性']],
  ['投入', '资金落实', ['到位率', '分配依据充分性']],
  ['过程', '资金管理', ['预算执行率', '支付合规性', '财务监督有效性']],
  ['过程', '业务管理', ['办法完备性', '复核签署完整性', '档案完整性', '检查整改落实性']],
  ['产出', '数量', ['帮扶户数完成率', '应急帮扶件数', '回访完成率']],
  ['产出', '质量与时效', ['对象认定准确率', '办理及时率', '金额合规率']],
  ['效益', '社会效益', ['政策知晓率', '困难缓解率', '覆盖均衡性', '有效投诉件数']],
  ['效益', '满意度', ['受帮扶职工满意度']],
];

export function indicatorTable(): Table {
  const rows = TREE.flatMap(([first, second, thirds]) =>
    thirds.map((third, index) => [
      first,
      second,
      third,
      `${4 + ((index + second.length) % 2)}.00`,
      index % 2 === 0 ? '要素' : '比率',
      `${third}按年度计划和台账记录核定，达到要求得满分，未达到的按规定比例扣减。`,
    ]),
  );
  return tableBlock({
    id: 'indicators',
    caption: '表2 绩效评价指标体系',
    unit: '单位：分',
    columns: [
      column('一级指标', 'center', 1.2),
      column('二级指标', 'center', 1.4),
      column('三级指标', 'left', 2.2),
      column('权重', 'right', 1),
      column('方式', 'center', 1),
      column('评分标准', 'left', 4.6),
    ],
    rows,
    mergedColumns: 2,
  });
}
