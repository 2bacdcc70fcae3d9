import type { Detector, FindingDraft } from './detector.ts';
import { listUnmetElements } from './finding-context.ts';
import type { FindingContext } from './finding-context.ts';
import type { FindingTheme } from './finding-themes.ts';

interface UnmetElement {
  readonly indicator: string;
  readonly name: string;
  readonly share: string;
  /** 未满足 or 仅部分满足. */
  readonly verdict: string;
}

interface ElementTopic {
  readonly code: string;
  readonly theme: FindingTheme;
  readonly title: string;
  readonly words: RegExp;
  readonly state: (element: UnmetElement) => string;
  readonly suggestion: string;
}

/** Weaknesses that only a check list can show, known by the words of the element. */
const TOPICS: readonly ElementTopic[] = [
  {
    code: 'need_survey_missing',
    theme: 'goals',
    title: '立项前的需求调查不足',
    words: /需求调查/,
    state: ({ indicator, name, share, verdict }) =>
      `“${name}”${verdict}，救助规模、标准与职工实际需求是否匹配缺乏调查数据支撑，该要素占“${indicator}”分值的${share}。`,
    suggestion:
      '在申报下一年度预算前开展困难职工需求调查，摸清人数、致困原因和救助期望，作为立项论证材料。',
  },
  {
    code: 'targets_unset',
    theme: 'goals',
    title: '产出指标的目标值设置不完整',
    words: /目标值|指标值/,
    state: ({ indicator, name, share, verdict }) =>
      `绩效目标申报时“${name}”${verdict}，部分产出没有可供比较的目标，“${indicator}”因此失去${share}的分值。`,
    suggestion:
      '申报绩效目标时为每项产出设定目标值、计量单位和完成时间，指标应可由业务台账直接计算。',
  },
  {
    code: 'rules_vague',
    theme: 'rules',
    title: '审核细则和定额办法不够具体',
    words: /细则|定额/,
    state: ({ indicator, name, share, verdict }) =>
      `现行制度在“${name}”方面${verdict}（占“${indicator}”的${share}），条件是否符合、金额取幅度内的哪一档，较多依靠经办人员判断。`,
    suggestion:
      '修订救助办法，逐类列明条件认定所需的证明材料，并按家庭人均收入、自付医疗费等划分金额档次。',
  },
  {
    code: 'next_year_unarranged',
    theme: 'money',
    title: '下年度经费安排未落实',
    words: /下年度|次年/,
    state: ({ indicator, name, share, verdict }) =>
      `“${name}”${verdict}，占“${indicator}”分值的${share}，救助工作的延续缺少资金保障。`,
    suggestion: '根据本年度实际支出和需求变化编报下一年度预算，争取在年初下达。',
  },
];

export const elementDetectors: readonly Detector[] = TOPICS.map((topic) => ({
  code: topic.code,
  theme: topic.theme,
  title: topic.title,
  severity: 'warn',
  detect: (year) => draftsOf(year, topic),
}));

function draftsOf(year: FindingContext, topic: ElementTopic): readonly FindingDraft[] {
  return listUnmetElements(year, topic.words).map(({ indicator, element }) => ({
    indicator,
    statement: topic.state({
      indicator,
      name: element.element,
      share: `${element.sharePercent}%`,
      verdict: element.satisfied === '部分' ? '仅部分满足' : '未满足',
    }),
    suggestion: topic.suggestion,
  }));
}
