import type { Reason } from '#core/decision.ts';

import type { ExportFramework } from './rules/year-export-inputs.ts';

export const EXPORT_FRAMEWORK_NAMES: Readonly<Record<ExportFramework, string>> = {
  records: '按现有记录试评：只评记录能算出的指标，导出后可直接评价',
  whole: '正式评价：列出全部要素，由评价组填写“是否满足”后再评价',
};

/** What the reader of the workbook must know of how it came about. */
export const EXPORT_REMARKS: readonly string[] = [
  '本工作簿由系统记录生成，含完整身份证号，请按内部资料保管。',
  '报到区级的申请都列入救助台账：已决定的归入决定当年，尚未决定的列入各年，直到作出决定；未报到区级的和申请人撤回的不列。',
  '各级意见和日期取该级最后一次办理的记录；没有经过的一级留空。',
  '实物慰问不分类别，“类别”一律填Q1；资金来源尚未确定的填“其他”。',
  '应救助人数为在档困难家庭中的会员，加上低保名册中尚未建档的会员，同一人只计一次。',
  '系统暂无记录的工作表（问卷、宣传、培训、监督检查、回访、投诉等）留空，可以补填。',
];

export const EXPORT_NOTES_TITLE = '年度工作簿导出说明';
export const EXPORT_NOTE_LABELS = {
  by: '导出人',
  at: '导出时间',
  reason: '用途',
  count: '台账笔数',
  remark: '说明',
} as const;

const ERRORS: Readonly<Record<string, (params: Reason['params']) => string>> = {
  'year_records.cutoff_before_year': ({ cutoff, year }) =>
    `评价截止日${cutoff}早于${year}年，当年的数据都在其后。请改为${year}年1月1日以后的日期。`,
  'year_records.cutoff_in_future': ({ cutoff, today }) =>
    `评价截止日${cutoff}还没有到，今天是${today}。请改为今天或以前的日期。`,
  'year_records.nothing': ({ year }) =>
    `${year}年没有报到区级的申请，没有可以导出的救助台账。请核对年度。`,
  'year_records.too_large': ({ max, count }) =>
    `该年度台账有${count}笔，超过一次导出的上限${max}笔。请由下级工会分别导出。`,
  'year_records.no_identity': ({ count, numbers }) =>
    `有${count}笔申请的申请人没有登记身份证号：${numbers}。台账必须有身份证号，请先在困难家庭档案中补录。`,
};

/** The sentence of a failure of this feature; undefined when the code is none of its own. */
export function findYearRecordText({ code, params }: Reason): string | undefined {
  return Object.hasOwn(ERRORS, code) ? ERRORS[code]?.(params) : undefined;
}

export const YEAR_RECORD_ACTION_LABELS: Readonly<Record<string, string>> = {
  'year_records.exported': '导出年度工作簿',
};
