import { when } from './detector.ts';
import type { Detector, FindingDraft } from './detector.ts';
import { isBelow, listNames, metricPercent, percentText } from './figures.ts';
import type { FindingContext } from './finding-context.ts';
import { metricOf } from './finding-context.ts';

/** A check reads at least three files in ten, or all when there are fewer than a hundred. */
const SAMPLE_PERCENT = 30;
const SMALL_STOCK = 100;
const TRAINING_TARGET_PERCENT = 80;

export const supervisionDetectors: readonly Detector[] = [
  {
    code: 'policy_not_forwarded',
    theme: 'supervision',
    title: '救助政策未逐级转发',
    severity: 'warn',
    detect: detectForwarding,
  },
  {
    code: 'forwarding_unrecorded',
    theme: 'supervision',
    title: '政策转发没有登记',
    severity: 'warn',
    detect: (year) =>
      when(
        year.records.forwarding.every((row) => !row.due),
        () => ({
          metric: '政策转发率',
          statement:
            '评价期内没有应转发政策文件的登记，政策是否传达到镇街（系统）和基层工会无从核对。',
          suggestion: '每份政策文件印发时列出应转发的工会名单，收取转发回执并登记日期。',
        }),
      ),
  },
  {
    code: 'training_none',
    theme: 'supervision',
    title: '未开展业务培训',
    severity: 'warn',
    detect: (year) =>
      when(heldTraining(year).length === 0, () => ({
        metric: '培训覆盖率',
        statement: '评价期内没有面向基层工会帮扶工作人员的业务培训记录，培训场次为0场。',
        suggestion:
          '每年至少组织1次救助政策、材料审核和档案管理的业务培训，保留签到表并统计参训覆盖率。',
      })),
  },
  {
    code: 'training_low',
    theme: 'supervision',
    title: '培训参训率偏低',
    severity: 'warn',
    detect: (year) => {
      const metric = metricOf(year, '培训覆盖率');
      return when(isBelow(metric, TRAINING_TARGET_PERCENT), () => ({
        metric: '培训覆盖率',
        statement: `${heldTraining(year).length}场培训应到${metric?.denominator ?? 0}人次，实到${metric?.numerator ?? 0}人次，参训率为${metricPercent(metric) ?? ''}，低于${TRAINING_TARGET_PERCENT}%。`,
        suggestion: '对未到训人员安排补训或线上学习，将参训情况纳入基层工会工作考核。',
        records: metric?.missed ?? [],
      }));
    },
  },
  {
    code: 'inspection_unplanned',
    theme: 'supervision',
    title: '监督检查未列入计划',
    severity: 'warn',
    detect: detectUnplanned,
  },
  {
    code: 'inspection_not_done',
    theme: 'supervision',
    title: '计划内的监督检查未全部完成',
    severity: 'warn',
    detect: detectUndone,
  },
  {
    code: 'inspection_sample_small',
    theme: 'supervision',
    title: '档案抽查数量不足',
    severity: 'warn',
    isContext: true,
    detect: detectSmallSample,
  },
  {
    code: 'inspection_nonconforming',
    theme: 'supervision',
    title: '抽查发现不合格档案',
    severity: 'warn',
    detect: (year) => {
      const metric = metricOf(year, '抽查准确率');
      return when(isBelow(metric, 100), () => ({
        metric: '抽查准确率',
        statement: `抽查档案${metric?.denominator ?? 0}份，合格${metric?.numerator ?? 0}份，准确率为${metricPercent(metric) ?? ''}。`,
        suggestion: '对不合格档案逐份说明问题、限期补正，并扩大对相应镇街（系统）的抽查比例。',
        records: metric?.missed ?? [],
      }));
    },
  },
  {
    code: 'inspection_not_rectified',
    theme: 'supervision',
    title: '检查发现的问题未整改完毕',
    severity: 'warn',
    isContext: true,
    detect: (year) => {
      const open = year.records.inspections.filter(
        (row) =>
          row.problem !== null && (row.rectifiedOn === null || row.rectifiedOn > year.cutoff),
      );
      return when(open.length > 0, () => ({
        statement: `监督检查发现的问题中有${open.length}项至评价截止日没有整改完成记录，涉及${listNames([...new Set(open.map((row) => row.townUnion))], '家')}。`,
        suggestion: '建立整改台账，逐项明确责任人、完成时限和佐证材料，由区总工会复查销号。',
        metric: '检查完成率',
        records: open.map((row) => row.row),
      }));
    },
  },
];

function detectForwarding(year: FindingContext): readonly FindingDraft[] {
  const due = year.records.forwarding.filter((row) => row.due);
  const missing = due.filter((row) => row.forwardedOn === null || row.forwardedOn > year.cutoff);
  const unions = [...new Set(missing.map((row) => row.union))];
  return when(missing.length > 0, () => {
    const none = missing.length === due.length;
    return {
      metric: '政策转发率',
      statement: none
        ? `应转发的${due.length}件次均未见转发记录，转发率为0.00%，涉及${listNames(unions, '家')}。`
        : `应转发${due.length}件次，实际转发${due.length - missing.length}件次，转发率为${percentText(due.length - missing.length, due.length)}；未见转发记录的有${listNames(unions, '家')}。`,
      suggestion:
        '对未转发的镇街（系统）工会发函催办，限期转发并报送回执；今后文件印发后5个工作日内完成转发。',
      records: missing.map((row) => row.row),
    };
  });
}

function heldTraining(year: FindingContext): FindingContext['records']['training'] {
  return year.records.training.filter((row) => row.date <= year.cutoff);
}

function detectUnplanned(year: FindingContext): readonly FindingDraft[] {
  const { inspections } = year.records;
  const held = inspections.filter(
    (row) => row.completedOn !== null && row.completedOn <= year.cutoff,
  );
  return when(
    inspections.every((row) => row.plannedOn === null),
    () => ({
      metric: '检查完成率',
      statement:
        held.length === 0
          ? '评价期内未制定监督检查计划，也没有对镇街（系统）工会开展检查的记录。'
          : `评价期内开展检查${held.length}次，但均不在年度检查计划之内，检查完成率没有计算基数。`,
      suggestion:
        '年初制定监督检查计划，明确被查单位、时间和抽查比例，定期检查与随机抽查相结合，重点核查是否存在应报未报的救助需求。',
      records: held.map((row) => row.row),
    }),
  );
}

function detectUndone(year: FindingContext): readonly FindingDraft[] {
  const metric = metricOf(year, '检查完成率');
  const missed = metric?.missed ?? [];
  const { numerator, denominator } = metric ?? { numerator: 0, denominator: 0 };
  const rows = year.records.inspections.filter((row) => missed.includes(row.row));
  return when(missed.length > 0 && (denominator ?? 0) > 0, () => ({
    metric: '检查完成率',
    statement: `计划检查${denominator ?? 0}次，完成${numerator ?? 0}次，完成率为${metricPercent(metric) ?? ''}；尚未检查的有${listNames([...new Set(rows.map((row) => row.townUnion))], '家')}。`,
    suggestion: '将未完成的检查列入下一季度优先安排，检查后形成书面记录并反馈被查单位。',
    records: missed,
  }));
}

function detectSmallSample(year: FindingContext): readonly FindingDraft[] {
  const metric = metricOf(year, '抽查准确率');
  const sampled = metric?.denominator ?? 0;
  const stock = year.records.aid.length;
  const required = stock < SMALL_STOCK ? stock : Math.ceil((stock * SAMPLE_PERCENT) / 100);
  return when(stock > 0 && sampled < required, () => ({
    metric: '抽查准确率',
    statement:
      sampled === 0
        ? `${stock}份申请档案没有抽查记录，救助对象认定是否准确缺乏检验。`
        : `${stock}份申请档案中抽查${sampled}份，占${percentText(sampled, stock)}，少于应抽查的${required}份，抽查结果的代表性不足。`,
    suggestion: `按不低于${SAMPLE_PERCENT}%的比例抽查档案，档案不足${SMALL_STOCK}份的全部核查，并随机确定抽查名单。`,
    records: metric?.records ?? [],
  }));
}
