import { when } from './detector.ts';
import type { Detector, FindingDraft } from './detector.ts';
import { listNames, metricPercent, percentText } from './figures.ts';
import { metricOf } from './finding-context.ts';
import type { FindingContext } from './finding-context.ts';

const OFFICIAL_ACCOUNT = '公众号宣传次数';
const AWARENESS_TARGET_PERCENT = 90;

export const publicityDetectors: readonly Detector[] = [
  {
    code: 'publicity_none',
    theme: 'outreach',
    title: '年度内未开展政策宣传',
    severity: 'warn',
    detect: (year) =>
      when(completed(year).length === 0, () => ({
        statement:
          '评价期内没有已完成的政策宣传记录，公众号、微信群、宣传手册、公告栏等渠道的发布次数均为0次。',
        suggestion:
          '制定年度宣传计划，在季度救助申报前通过公众号和公告栏公布申请条件、材料清单和办理渠道，留存链接或照片。',
        metric: OFFICIAL_ACCOUNT,
      })),
  },
  {
    code: 'publicity_no_official_account',
    theme: 'outreach',
    title: '未通过公众号发布救助政策',
    severity: 'warn',
    detect: (year) =>
      when(
        completed(year).length > 0 && completed(year).every((row) => row.channel !== '公众号'),
        () => ({
          statement: `评价期内完成宣传${completed(year).length}次，其中通过公众号发布0次，职工难以自行查阅救助政策。`,
          suggestion:
            '将公众号作为固定的政策公开渠道，每季度救助启动前至少发布1次，并在菜单栏保留政策全文。',
          metric: OFFICIAL_ACCOUNT,
          records: completed(year).map((row) => row.row),
        }),
      ),
  },
  {
    code: 'publicity_single_channel',
    theme: 'outreach',
    title: '宣传渠道单一',
    severity: 'warn',
    isContext: true,
    detect: detectSingleChannel,
  },
  {
    code: 'publicity_not_done',
    theme: 'outreach',
    title: '计划内的宣传未全部完成',
    severity: 'warn',
    detect: detectUnfinished,
  },
  {
    code: 'publicity_unplanned',
    theme: 'outreach',
    title: '宣传工作未列入计划',
    severity: 'warn',
    detect: (year) =>
      when(
        completed(year).length > 0 && year.records.publicity.every((row) => row.plannedOn === null),
        () => ({
          statement: `${completed(year).length}次宣传均无计划日期，宣传完成率没有计算基数。`,
          suggestion: '年初编制宣传计划，列明时间、渠道、内容和责任人，年末对照计划统计完成情况。',
          metric: '宣传完成率',
          records: completed(year).map((row) => row.row),
        }),
      ),
  },
  {
    code: 'awareness_low',
    theme: 'outreach',
    title: '政策知晓率偏低',
    severity: 'warn',
    detect: detectLowAwareness,
  },
];

function completed(year: FindingContext): FindingContext['records']['publicity'] {
  const { cutoff } = year.records.fund;
  return year.records.publicity.filter(
    (row) => row.completedOn !== null && row.completedOn <= cutoff,
  );
}

function detectSingleChannel(year: FindingContext): readonly FindingDraft[] {
  const done = completed(year);
  const channels = [...new Set(done.map((row) => row.channel))];
  return when(done.length > 1 && channels.length === 1, () => ({
    statement: `已完成的${done.length}次宣传全部采用“${channels[0] ?? ''}”一种方式，触达范围有限。`,
    suggestion: '线上线下相结合，综合运用公众号、工作群、宣传手册和公告栏，并按渠道统计触达人数。',
    metric: '宣传完成率',
    records: done.map((row) => row.row),
  }));
}

function detectUnfinished(year: FindingContext): readonly FindingDraft[] {
  const { cutoff } = year.records.fund;
  const planned = year.records.publicity.filter(
    (row) => row.plannedOn !== null && row.plannedOn <= cutoff,
  );
  const open = planned.filter((row) => row.completedOn === null || row.completedOn > cutoff);
  return when(open.length > 0, () => ({
    statement: `计划开展宣传${planned.length}次，其中${open.length}次（${listNames(
      open.map((row) => `“${row.title}”`),
      '项',
      3,
    )}）未完成，完成率为${percentText(planned.length - open.length, planned.length)}。`,
    suggestion: '对未完成的宣传事项重新安排时间和责任人，纳入季度工作检查，完成后及时登记佐证。',
    metric: '宣传完成率',
    records: open.map((row) => row.row),
  }));
}

function detectLowAwareness(year: FindingContext): readonly FindingDraft[] {
  const metric = metricOf(year, '知晓率');
  const { numerator, denominator } = metric ?? { numerator: null, denominator: null };
  if (numerator === null || denominator === null || denominator === 0) return [];
  return when(numerator * 100 < denominator * AWARENESS_TARGET_PERCENT, () => ({
    statement: `${denominator}份有效答卷中有${numerator}份表示知晓救助政策，知晓率为${metricPercent(metric) ?? ''}，低于${AWARENESS_TARGET_PERCENT}%。`,
    suggestion: '针对知晓程度较低的镇街和系统补充宣传，把救助政策纳入新会员入会告知内容。',
    metric: '知晓率',
    ...(metric?.missed === undefined ? {} : { records: metric.missed }),
  }));
}
