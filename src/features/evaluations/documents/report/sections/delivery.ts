import { AID_CLASSES } from '#features/policies/rules/policy-version.ts';

import { meanYuanText, percentText, yuanText } from '../../../rules/findings/figures.ts';
import type { ReportContext } from '../report-context.ts';
import { chart, column, numberOf, paragraph, table } from '../section.ts';
import type { SectionChild } from '../section.ts';
import { amount, meanAmount, share, tenThousands } from './table-cells.ts';

/** 实施情况: what was done, by kind and class, with the mean of each. */
export function delivery(context: ReportContext): readonly SectionChild[] {
  const { aid, budget } = context.evaluation;
  const ledger = context.records.aid;
  if (ledger.length === 0) {
    return [paragraph('评价期内救助台账没有登记申请，未发生救助支出。')];
  }
  if (aid.rows === 0) {
    return [
      paragraph(
        `评价期内登记申请${ledger.length}件，至评价截止日没有发放成功的记录。${outcome(context)}`,
      ),
    ];
  }
  return [
    paragraph(
      `评价期内登记申请${ledger.length}件，发放成功${aid.rows}笔，涉及职工${aid.persons}人、家庭${aid.households}户，金额${yuanText(budget.paidFen)}，平均每笔${meanYuanText(budget.paidFen, aid.rows)}、每人${meanYuanText(budget.paidFen, aid.persons)}。${outcome(context)}`,
    ),
    paragraph(kindsSentence(context)),
    classTable(context),
    classChart(context),
  ];
}

function outcome(context: ReportContext): string {
  const ledger = context.records.aid;
  const count = (status: string): number => ledger.filter((row) => row.status === status).length;
  const parts = [
    { name: '不予救助', rows: count('不予救助') },
    { name: '待发', rows: count('待发') },
    { name: '发放失败', rows: count('失败') },
  ].filter(({ rows }) => rows > 0);
  return parts.length === 0
    ? ''
    : `其余申请中，${parts.map(({ name, rows }) => `${name}${rows}件`).join('、')}。`;
}

function kindsSentence(context: ReportContext): string {
  const { aid, budget } = context.evaluation;
  const parts = aid.byType.map(
    (kind) =>
      `${kind.type}${kind.rows}笔、${kind.persons}人，发放${yuanText(kind.paidFen)}，占支出总额的${percentText(kind.paidFen, budget.paidFen)}，平均每笔${meanYuanText(kind.paidFen, kind.rows)}`,
  );
  const missing = ['季度救助', '紧急救助'].filter(
    (name) => !aid.byType.some((kind) => kind.type === name),
  );
  const none = missing.length === 0 ? '' : `本年度未发生${missing.join('和')}。`;
  return `${parts.join('；')}。${none}各类别的笔数、人数和金额见${numberOf('aid-classes')}。`;
}

function classTable(context: ReportContext): SectionChild {
  const { aid, budget } = context.evaluation;
  const { classes } = context.policy;
  const figures = (group: { rows: number; persons: number; paidFen: number }): string[] => [
    String(group.rows),
    String(group.persons),
    amount(group.paidFen),
    meanAmount(group.paidFen, group.rows),
    share(group.paidFen, budget.paidFen),
  ];
  const rows = AID_CLASSES.flatMap((code) => {
    const group = aid.byClass.find((one) => one.class === code);
    if (group === undefined) return [];
    return [[classes[code].aidType, `${code}　${classes[code].name}`, ...figures(group)]];
  });
  return table({
    id: 'aid-classes',
    caption: '分类别救助情况',
    unit: '金额单位：元',
    columns: [
      column('救助方式', 'center', 1.8),
      column('类别', 'left', 5),
      column('笔数', 'right', 1),
      column('人数', 'right', 1),
      column('金额', 'right', 2),
      column('平均每笔', 'right', 1.7),
      column('占支出比例', 'right', 1.6),
    ],
    rows: [...rows, ['合计', '', ...figures({ ...aid, paidFen: budget.paidFen })]],
    mergedColumns: 1,
    hasTotalRow: true,
    note: '注：笔数即人次；人数按身份证号去重，同一职工在不同类别获得救助的，合计人数只计一次。',
  });
}

function classChart(context: ReportContext): SectionChild {
  const { byClass } = context.evaluation.aid;
  return chart({
    id: 'class-amounts',
    caption: '分类别救助金额',
    alternative: `${byClass.map((group) => `${group.class}类${yuanText(group.paidFen)}`).join('，')}。`,
    figure: {
      form: 'grouped',
      orientation: 'vertical',
      axisTitle: '万元',
      categories: byClass.map((group) => group.class),
      series: [{ name: '救助金额', values: byClass.map((group) => tenThousands(group.paidFen)) }],
      decimals: 2,
    },
  });
}
