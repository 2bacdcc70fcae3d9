import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import { sampleYear } from '#features/fund-years/rules/sample-year.ts';
import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import { resolveFramework } from '#features/indicators/rules/resolve-framework.ts';

import {
  anAnsweredFramework,
  anEvaluatedYear,
} from '../../../../../tests/support/evaluated-year.ts';
import type { EvaluatedYear } from '../../../../../tests/support/evaluated-year.ts';
import {
  aBudgetEntry,
  aFramework,
  anAidRow,
  anAnswer,
  anIndicator,
} from '../../../../../tests/support/year-factories.ts';
import { buildReport } from './build-report.ts';
import type { Block, ReportModel, Table } from './report-model.ts';

type Outline = ReportModel['outline'];

function reportOf(year: EvaluatedYear, outline: Outline = 'seed'): ReportModel {
  return buildReport({ ...year, outline });
}

function textOf(block: Block): string {
  if (block.kind === 'heading') return block.text;
  if (block.kind === 'paragraph') return `${block.lead}${block.text}`;
  if (block.kind === 'list') return block.items.join('\n');
  if (block.kind === 'chart') return `${block.caption}${block.alternative}`;
  return [block.caption, ...block.rows.flat(), block.note ?? ''].join('\n');
}

function wholeText(report: ReportModel): string {
  return report.blocks.map(textOf).join('\n');
}

function chaptersOf(report: ReportModel): string[] {
  return report.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? [block.text] : [],
  );
}

function tableOf(report: ReportModel, id: string): Table {
  const found = report.blocks.find((block) => block.kind === 'table' && block.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found;
}

const records = sampleYear();
const framework = resolveFramework(records).framework ?? anAnsweredFramework();
const sample = anEvaluatedYear(records, framework);
const report = reportOf(sample);
const text = wholeText(report);

describe('the report of the sample year', () => {
  it('has the six chapters of its outline and the annexes', () => {
    expect(chaptersOf(report)).toEqual([
      '一、评价项目概述',
      '二、绩效评价概述',
      '三、评价结论与绩效分析',
      '四、主要绩效或成功经验',
      '五、存在问题或不足',
      '六、相关建议',
      '附件1　绩效评价指标评分明细',
      '附件2　与规定不符的情形',
      '附件3　问卷调查结果',
      '附件4　数据来源和核验信息',
    ]);
  });

  it('has the seven chapters of the 2020 outline', () => {
    expect(chaptersOf(reportOf(sample, '2020')).slice(0, 7)).toEqual([
      '一、基本情况',
      '二、绩效评价工作开展情况',
      '三、综合评价情况及评价结论',
      '四、绩效评价指标分析',
      '五、主要经验及做法、存在的问题及原因分析',
      '六、有关建议',
      '七、其他需要说明的问题',
    ]);
  });

  it('states the total and the grade, and the tables carry their known numbers', () => {
    expect(text).toContain('得90.00分，评价等级为“优”');
    expect(tableOf(report, 'indicators').caption).toMatch(/^表2-1/);
    expect(tableOf(report, 'summary').caption).toMatch(/^表3-1/);
    expect(tableOf(report, 'summary').rows).toEqual([
      ['投入', '16.00', '14.00', '87.50%'],
      ['过程', '24.00', '21.00', '87.50%'],
      ['产出', '30.00', '28.00', '93.33%'],
      ['效益', '30.00', '27.00', '90.00%'],
      ['合计', '100.00', '90.00', '90.00%'],
    ]);
  });

  it('shows the money from the initial budget to the balance, with both execution rates', () => {
    expect(tableOf(report, 'money').rows.at(-1)).toEqual([
      '合计',
      '480,000.00',
      '-210,000.00',
      '270,000.00',
      '270,000.00',
      '265,800.00',
      '4,200.00',
      '98.44%',
      '55.38%',
    ]);
    expect(text).toContain('支出率为98.44%；若以年初预算为基数，则为55.38%');
  });

  it('gives each row of the table a paragraph under its own name', () => {
    for (const row of sample.evaluation.indicators) {
      const own = report.blocks.filter(
        (block) =>
          block.kind === 'paragraph' && block.lead === `${row.level3}（${row.weight}分）。`,
      );
      expect(own.length, row.level3).toBe(1);
    }
  });

  it('lists every problem once, with a suggestion that answers to it', () => {
    const problems = sample.evaluation.findings.filter(({ severity }) => severity !== 'info');
    for (const outline of ['seed', '2020'] as const) {
      const blocks = reportOf(sample, outline).blocks;
      for (const [index] of problems.entries()) {
        const number = index + 1;
        const told = blocks.filter(
          (block) => block.kind === 'paragraph' && block.lead.startsWith(`问题${number}　`),
        );
        const answered = blocks.filter(
          (block) =>
            block.kind === 'paragraph' &&
            new RegExp(`（对应[^）]*问题${number}(、|）)`).test(block.text),
        );
        expect(told.length, `问题${number}`).toBe(1);
        expect(answered.length, `建议${number}`).toBe(1);
      }
      const whole = blocks.map(textOf).join('\n');
      for (const { statement } of sample.evaluation.findings) expect(whole).toContain(statement);
    }
  });

  it('sends every deduction of the analysis to a problem of the list', () => {
    const deductions = report.blocks.filter(
      (block) => block.kind === 'paragraph' && /该项扣/.test(block.text),
    );
    expect(deductions.length).toBe(9);
    for (const block of deductions) expect(textOf(block)).toMatch(/见问题\d/);
  });

  it('praises no branch that lies below the total', () => {
    const start = report.blocks.findIndex((block) => textOf(block).startsWith('四、'));
    const end = report.blocks.findIndex((block) => textOf(block).startsWith('五、'));
    const praised = report.blocks.slice(start, end).map(textOf).join('');
    expect(praised).toContain('按资金来源控制支出');
    for (const words of ['支出与预算安排衔接', '资金按预算拨付', '频次和限额'])
      expect(praised).not.toContain(words);
  });

  it('prints no person, no identity number, no rough count, and no word of how it was made', () => {
    const whole = `${text}${wholeText(reportOf(sample, '2020'))}`;
    for (const row of records.aid) {
      expect(whole).not.toContain(row.identityNumber);
      expect(whole).not.toContain(row.name);
    }
    expect(whole).not.toMatch(/约\d/);
    expect(whole).not.toMatch(/软件|自动生成|系统生成|人工智能/);
  });

  it('draws the four charts', () => {
    const charts = report.blocks.flatMap((block) => (block.kind === 'chart' ? [block.id] : []));
    expect(charts.toSorted()).toEqual([
      'class-amounts',
      'money-quarters',
      'score-by-branch',
      'timeliness',
    ]);
  });

  it('names the digest, the versions and the day up to which was counted', () => {
    const facts = tableOf(report, 'annex-facts').rows.flat();
    expect(facts).toContain('a'.repeat(64));
    expect(facts).toContain('2023年12月31日');
    expect(facts.join()).toContain(sample.evaluation.frameworkVersion);
  });

  it('counts each option of the survey with its base, interval and margin', () => {
    expect(tableOf(report, 'annex-rates').rows.find(([name]) => name === '满意度')).toEqual([
      '满意度',
      '30',
      '30',
      '226',
      '100.00%',
      '88.65%～100.00%',
      '±16.7',
      '68',
    ]);
  });
});

const HOLE = /undefined|NaN|null|Infinity|〖|〗|\[object/;
const EMPTY: Partial<YearRecords> = { aid: [], budget: [], survey: [] };
const reviewed = aFramework({
  rows: [
    anIndicator({ level3: '评委看法', kind: '评审', metric: null, target: null }),
    anIndicator({ level3: '知晓', metric: '知晓率' }),
    anIndicator({ level1: '过程', level3: '另行说明', kind: '不适用', metric: null, target: null }),
  ],
  reviewScores: ['甲', '乙'].map((reviewer) => ({
    level3: '评委看法',
    reviewer,
    score: anIndicator().weight,
    reason: '材料完整',
    row: '评分!2',
  })),
});

describe('the report of other years', () => {
  it.each<[string, Partial<YearRecords>]>([
    ['nothing recorded at all', EMPTY],
    ['no emergency aid', {}],
    ['no adjustment', { budget: [aBudgetEntry()] }],
    ['money paid without any budget', { budget: [] }],
    ['applications but no payment', { aid: [anAidRow({ status: '待发', paidOn: null })] }],
    [
      'only emergencies',
      { aid: [anAidRow({ aidType: '紧急救助', aidClass: 'E3', amountFen: yuan(3000) })] },
    ],
    ['members at large asked', { survey: [anAnswer({ respondent: '一般会员' })] }],
    ['a cut-off inside the year', { aid: [anAidRow({ paidOn: day('2024-02-01') })] }],
  ])('has no hole with %s', (_, overrides) => {
    for (const outline of ['seed', '2020'] as const) {
      expect(wholeText(reportOf(anEvaluatedYear(overrides), outline))).not.toMatch(HOLE);
    }
  });

  it('says that there was nothing, rather than printing zero rates', () => {
    const empty = wholeText(reportOf(anEvaluatedYear(EMPTY)));
    expect(empty).toContain('没有登记申请');
    expect(empty).toContain('没有登记预算');
    expect(empty).toContain('没有回收的问卷');
    expect(wholeText(reportOf(anEvaluatedYear()))).toContain('本年度未发生紧急救助');
  });

  it('tells rows that are left out and rows that reviewers judged, without naming reviewers', () => {
    const whole = wholeText(reportOf(anEvaluatedYear({}, reviewed)));
    expect(whole).not.toMatch(HOLE);
    expect(whole).toContain('由2名评审人员分别打分');
    expect(whole).toContain('该项不参与评分');
    expect(whole).toContain('折算为100分');
  });

  it('prints no more than fifty violations and says where the rest is', () => {
    const aid = Array.from({ length: 60 }, (_, index) =>
      anAidRow({ application: `V-${index}`, household: `H-${index}`, amountFen: yuan(700) }),
    );
    const long = reportOf(anEvaluatedYear({ aid }));
    expect(tableOf(long, 'annex-violations').rows.length).toBe(50);
    expect(tableOf(long, 'annex-violations').note).toContain('scores.xlsx');
  });

  it('never has a hole, whatever amounts, dates and blanks the ledger holds', () => {
    const date = fc
      .integer({ min: 1, max: 28 })
      .map((value) => day(`2023-0${(value % 9) + 1}-${String(value).padStart(2, '0')}`));
    const maybeDate = fc.option(date, { nil: null });
    const row = fc.record({
      amountFen: fc.integer({ min: 1, max: 9000 }).map(yuan),
      status: fc.constantFrom(
        '成功' as const,
        '待发' as const,
        '失败' as const,
        '不予救助' as const,
      ),
      aidClass: fc.constantFrom('Q1' as const, 'E3' as const),
      appliedOn: date,
      receivedOn: maybeDate,
      paidOn: maybeDate,
      district: fc.record({ opinion: fc.constantFrom('同意', null), date: maybeDate }),
      town: fc.record({ opinion: fc.constantFrom('同意', null), date: maybeDate }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const aid = rows.map((one, index) => anAidRow({ ...one, application: `R-${index}` }));
        expect(wholeText(reportOf(anEvaluatedYear({ aid })))).not.toMatch(HOLE);
      }),
      { numRuns: 60 },
    );
  });
});
