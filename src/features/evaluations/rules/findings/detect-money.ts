import { groupBy } from '#core/group-by.ts';
import { toChineseDate } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { when } from './detector.ts';
import type { Detector, FindingDraft } from './detector.ts';
import { isBelow, listNames, metricPercent, percentText, yuanText } from './figures.ts';
import { metricOf } from './finding-context.ts';
import type { FindingContext } from './finding-context.ts';

/** Below this share of the adjusted budget a reason has to be given (self-evaluation forms). */
const LOW_EXECUTION_PERCENT = 90;
const LOW_INITIAL_EXECUTION_PERCENT = 80;
/** A change of a source by a fifth or more is no fine adjustment any longer. */
const LARGE_ADJUSTMENT_PERCENT = 20;
const SMALL_FISCAL_SHARE_PERCENT = 5;

export const moneyDetectors: readonly Detector[] = [
  {
    code: 'execution_low',
    theme: 'money',
    title: '资金支出进度偏低',
    severity: 'warn',
    detect: (year) =>
      when(isBelow(metricOf(year, '支出率'), LOW_EXECUTION_PERCENT), () => ({
        metric: '支出率',
        statement: `截至评价截止日，调整后预算${yuanText(year.budget.adjustedFen)}，实际支出${yuanText(year.budget.paidFen)}，支出率为${metricPercent(metricOf(year, '支出率')) ?? '不适用'}，低于${LOW_EXECUTION_PERCENT}%。`,
        suggestion:
          '按季度编制用款计划，于每季度末对照计划核对支出进度，对进度滞后的资金来源及时查明原因、调整安排。',
      })),
  },
  {
    code: 'execution_low_initial',
    theme: 'money',
    title: '支出与年初预算差距较大',
    severity: 'warn',
    isContext: true,
    detect: detectInitialExecution,
  },
  {
    code: 'budget_adjusted',
    theme: 'money',
    title: '年中预算调整幅度大',
    severity: 'warn',
    detect: detectAdjustments,
  },
  {
    code: 'adjustment_unexplained',
    theme: 'money',
    title: '预算调整依据记录不全',
    severity: 'warn',
    detect: detectUnexplainedAdjustments,
  },
  {
    code: 'received_short',
    theme: 'money',
    title: '资金未足额到位',
    severity: 'warn',
    detect: detectShortReceipts,
  },
  {
    code: 'received_late',
    theme: 'money',
    title: '资金到位晚于支出',
    severity: 'warn',
    isContext: true,
    detect: detectLateReceipts,
  },
  {
    code: 'balance_left',
    theme: 'money',
    title: '结余资金的处置',
    severity: 'info',
    isContext: true,
    detect: detectBalances,
  },
  {
    code: 'fiscal_share_small',
    theme: 'money',
    title: '财政资金占比',
    severity: 'info',
    detect: detectFiscalShare,
  },
  {
    code: 'next_year_budget_missing',
    theme: 'money',
    title: '下年度预算',
    severity: 'info',
    detect: (year) =>
      when(year.records.fund.nextYearBudgetFen === null, () => ({
        statement: `项目资料未列明${year.records.fund.year + 1}年度预算金额，项目的延续性只能依据制度有效情况判断。`,
        suggestion: `明确${year.records.fund.year + 1}年度预算安排，并将批复文件归入项目档案。`,
      })),
  },
];

function detectInitialExecution(year: FindingContext): readonly FindingDraft[] {
  const { initialFen, paidFen, adjustedFen } = year.budget;
  const isLow =
    initialFen > 0 &&
    initialFen !== adjustedFen &&
    paidFen * 100 < initialFen * LOW_INITIAL_EXECUTION_PERCENT;
  return when(isLow, () => ({
    statement: `以年初预算${yuanText(initialFen)}为基数，实际支出${yuanText(paidFen)}，支出率仅为${percentText(paidFen, initialFen)}，年初预算与实际用款需求之间存在较大差距。`,
    suggestion: '编制年初预算时以近年救助人次、类别构成和平均金额为测算依据，并留存测算底稿。',
    metric: '支出率',
  }));
}

function detectAdjustments(year: FindingContext): readonly FindingDraft[] {
  const changed = year.budget.bySource.filter((source) => {
    const change = Math.abs(source.adjustedFen - source.initialFen);
    return change > 0 && change * 100 >= source.initialFen * LARGE_ADJUSTMENT_PERCENT;
  });
  return when(changed.length > 0, () => {
    const parts = changed.map((source) => {
      const change = source.adjustedFen - source.initialFen;
      const verb = change < 0 ? '调减' : '调增';
      const share =
        source.initialFen > 0 ? `，幅度为${percentText(Math.abs(change), source.initialFen)}` : '';
      return `${source.source}由${yuanText(source.initialFen)}调整为${yuanText(source.adjustedFen)}，${verb}${yuanText(Math.abs(change))}${share}`;
    });
    const causes = adjustmentCauses(year);
    const cause = causes.length > 0 ? `记录的调整事由为：${causes.join('；')}。` : '';
    return {
      statement: `${parts.join('；')}。${cause}`,
      suggestion:
        '对调整幅度较大的资金来源逐项说明事由，同步调整绩效目标和计划救助人次，避免目标与资金规模脱节。',
      records: year.records.budget.filter((row) => row.item === '预算调整').map((row) => row.row),
    };
  });
}

/** Causes as the budget rows state them, each once, with the document that carries them. */
export function adjustmentCauses(year: Pick<FindingContext, 'records'>): readonly string[] {
  const explained = year.records.budget.filter(
    (row) => row.item === '预算调整' && (row.note !== null || row.documentNumber !== null),
  );
  const byCause = groupBy(explained, (row) => {
    const cause = (row.note ?? '按有关文件调整').replace(/[。；;，\s]+$/, '');
    return row.documentNumber === null ? cause : `${cause}（${row.documentNumber}）`;
  });
  return [...byCause].map(([cause, rows]) => {
    const sources = [...new Set(rows.map((row) => row.source))];
    return `${sources.join('、')}系${cause}`;
  });
}

function detectUnexplainedAdjustments(year: FindingContext): readonly FindingDraft[] {
  const bare = year.records.budget.filter(
    (row) => row.item === '预算调整' && (row.note === null || row.documentNumber === null),
  );
  return when(bare.length > 0, () => {
    const withoutCause = bare.filter((row) => row.note === null).length;
    const withoutNumber = bare.filter((row) => row.documentNumber === null).length;
    const gaps = [
      ...(withoutCause > 0 ? [`${withoutCause}笔未说明事由`] : []),
      ...(withoutNumber > 0 ? [`${withoutNumber}笔未载明批复文号`] : []),
    ];
    return {
      statement: `预算调整记录中有${gaps.join('，')}，调整依据无法逐笔核对。`,
      suggestion: '补充登记每笔预算调整的事由和批复文号，原件归入项目档案备查。',
      records: bare.map((row) => row.row),
    };
  });
}

function detectShortReceipts(year: FindingContext): readonly FindingDraft[] {
  const short = year.budget.bySource.filter((source) => source.receivedFen < source.adjustedFen);
  return when(short.length > 0, () => ({
    metric: '资金到位率',
    statement: `${short
      .map(
        (source) =>
          `${source.source}调整后预算${yuanText(source.adjustedFen)}，到位${yuanText(source.receivedFen)}，缺口${yuanText(source.adjustedFen - source.receivedFen)}`,
      )
      .join('；')}。`,
    suggestion: '与资金拨付部门核对未到位金额和原因，明确到位时间；确不再拨付的，按程序调整预算。',
    records: year.records.budget.filter((row) => row.item === '到位').map((row) => row.row),
  }));
}

function detectLateReceipts(year: FindingContext): readonly FindingDraft[] {
  const late = year.budget.bySource.flatMap((source) => {
    const date = firstUncoveredDay(year, source.source);
    return date === undefined ? [] : [{ source: source.source, date }];
  });
  return when(late.length > 0, () => ({
    metric: '资金到位率',
    statement: `${late
      .map(({ source, date }) => `${source}自${toChineseDate(date)}起累计支出大于累计到位金额`)
      .join('；')}，资金到位与救助发放的时间不衔接。`,
    suggestion:
      '按照救助发放节奏衔接资金拨付时间，先到位、后发放；确需垫付的，应当注明来源并履行审批手续。',
    records: year.records.budget.filter((row) => row.item === '到位').map((row) => row.row),
  }));
}

/** The first day on which a source had paid more than it had received, while receipts came later. */
function firstUncoveredDay(year: FindingContext, source: string): PlainDate | undefined {
  const receipts = year.records.budget.filter(
    (row) => row.item === '到位' && row.source === source,
  );
  if (receipts.length === 0) return undefined;
  const flows = [
    ...receipts.map((row) => ({ date: row.date, order: 0, amount: row.amountFen as number })),
    ...year.paid.flatMap((row) =>
      row.source === source && row.paidOn !== null
        ? [{ date: row.paidOn, order: 1, amount: 0 - row.amountFen }]
        : [],
    ),
  ].toSorted((a, b) => (a.date === b.date ? a.order - b.order : a.date < b.date ? -1 : 1));
  const lastReceipt = receipts.reduce(
    (last, row) => (row.date > last ? row.date : last),
    receipts[0]?.date ?? '',
  );
  let balance = 0;
  for (const flow of flows) {
    balance += flow.amount;
    if (balance < 0) return flow.date < lastReceipt ? flow.date : undefined;
  }
  return undefined;
}

function detectBalances(year: FindingContext): readonly FindingDraft[] {
  const left = year.budget.bySource.filter((source) => source.adjustedFen > source.paidFen);
  const total = left.reduce((sum, source) => sum + source.adjustedFen - source.paidFen, 0);
  return when(left.length > 0, () => ({
    statement: `年度预算结余${yuanText(total)}，${
      left.length === 1
        ? `均为${left[0]?.source ?? ''}`
        : `其中${left
            .map((source) => `${source.source}${yuanText(source.adjustedFen - source.paidFen)}`)
            .join('、')}`
    }；现有资料未载明结余资金是结转使用还是上缴。`,
    suggestion:
      '按资金来源分别明确结余资金的处置方式，结转使用或者按规定上缴，并在决算说明中予以反映。',
    metric: '支出率',
  }));
}

function detectFiscalShare(year: FindingContext): readonly FindingDraft[] {
  const fiscal = year.budget.bySource.find((source) => source.source === '财政预算资金');
  const { adjustedFen } = year.budget;
  const isSmall =
    fiscal !== undefined &&
    fiscal.adjustedFen > 0 &&
    fiscal.adjustedFen * 100 < adjustedFen * SMALL_FISCAL_SHARE_PERCENT;
  return when(isSmall, () => ({
    statement: `调整后预算中财政预算资金${yuanText(fiscal?.adjustedFen ?? 0)}，占${percentText(fiscal?.adjustedFen ?? 0, adjustedFen)}，本报告的评价结论主要反映${listNames(
      year.budget.bySource
        .filter((source) => source.source !== '财政预算资金' && source.adjustedFen > 0)
        .map((source) => source.source),
      '类',
    )}的使用绩效。`,
    suggestion: '使用评价结果时区分资金来源，财政资金部分的绩效不宜以全部资金的结论代替。',
  }));
}
