import type { Tone } from '#ui/status-badge.tsx';

import type { OutputFileName } from '../contract.ts';
import type { Evaluation, Finding, Indicator } from '../rules/evaluation.ts';

/** Chinese names of the codes the page receives. */

export const SEVERITIES: Readonly<
  Record<Finding['severity'], { readonly label: string; readonly tone: Tone }>
> = {
  error: { label: '须整改', tone: 'bad' },
  warn: { label: '应改进', tone: 'warn' },
  info: { label: '提示', tone: 'info' },
};

export const KIND_MEANINGS: Readonly<Record<Indicator['kind'], string>> = {
  比率: '按实际值与目标值的比例计分',
  分档: '按实际值所在档次计分',
  扣分: '从满分起，每发生一次扣一定分数',
  要素: '按各要素占比及其满足情况计分',
  评审: '取各评审人评分的平均数',
  不适用: '本年度不适用，不计分',
};

export const GRADE_TONES: Readonly<Record<Evaluation['totals']['grade'], Tone>> = {
  优: 'good',
  良: 'info',
  中: 'warn',
  差: 'bad',
};

export const GRADE_BANDS = '90分及以上为优，80分及以上为良，60分及以上为中，60分以下为差';

export const FILE_TEXTS: Readonly<
  Record<
    OutputFileName,
    { readonly title: string; readonly use: string; readonly canRead: boolean }
  >
> = {
  'report.docx': { title: '评价报告（Word）', use: '可编辑，用于修改、会签和报送', canRead: false },
  'report.pdf': { title: '评价报告（PDF）', use: '版式固定，用于印发和存档', canRead: true },
  'report.html': { title: '评价报告（网页）', use: '单个文件，用浏览器阅读和打印', canRead: true },
  'scores.xlsx': { title: '评分表（Excel）', use: '各项指标得分、数据和违规明细', canRead: false },
  'evaluation.json': { title: '评价数据', use: '供其他系统读取的完整结果', canRead: false },
};

/** The order in which the files are offered. */
export const FILE_ORDER: readonly OutputFileName[] = [
  'report.docx',
  'report.pdf',
  'report.html',
  'scores.xlsx',
  'evaluation.json',
];
