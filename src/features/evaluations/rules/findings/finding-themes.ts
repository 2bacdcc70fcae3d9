/** Chapters of problems and of suggestions: one theme on both sides, so neither stands alone. */
export type FindingTheme =
  | 'goals'
  | 'rules'
  | 'money'
  | 'payments'
  | 'reviews'
  | 'targeting'
  | 'supervision'
  | 'outreach'
  | 'effects'
  | 'other';

export interface ThemeTitles {
  readonly theme: FindingTheme;
  readonly problem: string;
  readonly suggestion: string;
  /** Which half of the suggestions chapter of the six-chapter outline it belongs to. */
  readonly area: 'policy' | 'management';
}

/** In the order of the report: what is decided first comes first. */
export const FINDING_THEMES: readonly ThemeTitles[] = [
  {
    theme: 'goals',
    problem: '立项论证和绩效目标管理有待细化',
    suggestion: '细化立项论证和绩效目标',
    area: 'policy',
  },
  {
    theme: 'rules',
    problem: '救助制度的可操作性有待增强',
    suggestion: '完善救助制度和定额规则',
    area: 'policy',
  },
  {
    theme: 'targeting',
    problem: '救助对象发现和覆盖机制有待健全',
    suggestion: '健全救助对象主动发现机制',
    area: 'policy',
  },
  {
    theme: 'outreach',
    problem: '政策宣传的计划性和覆盖面不足',
    suggestion: '扩大政策宣传覆盖面',
    area: 'policy',
  },
  {
    theme: 'effects',
    problem: '跟踪问效和意见收集较为薄弱',
    suggestion: '加强跟踪回访和效果调查',
    area: 'policy',
  },
  {
    theme: 'money',
    problem: '预算编制和资金管理有待加强',
    suggestion: '提高预算编制和资金管理水平',
    area: 'management',
  },
  {
    theme: 'payments',
    problem: '部分救助发放与规定不完全相符',
    suggestion: '严格救助发放的审核把关',
    area: 'management',
  },
  {
    theme: 'reviews',
    problem: '审核办理时效和档案填写有待规范',
    suggestion: '规范审核流程，压缩办理时间',
    area: 'management',
  },
  {
    theme: 'supervision',
    problem: '对下级工会的指导监督不够到位',
    suggestion: '加强对下级工会的指导监督',
    area: 'management',
  },
  {
    theme: 'other',
    problem: '其他未达到指标要求的事项',
    suggestion: '逐项整改其他未达标事项',
    area: 'management',
  },
];

/** The theme of a finding that no special detector made, by the words of its indicator. */
export function themeOfWords(words: string): FindingTheme {
  for (const [pattern, theme] of WORD_THEMES) if (pattern.test(words)) return theme;
  return 'other';
}

const WORD_THEMES: readonly (readonly [RegExp, FindingTheme])[] = [
  [/立项|论证|决策|目标|指标明确/, 'goals'],
  [/制度|细则|办法/, 'rules'],
  [/知晓|宣传|公众号/, 'outreach'],
  [/满意|缓解|回访|持续|投诉|信访|调查/, 'effects'],
  [/预算|资金|支出率|到位|成本/, 'money'],
  [/标准|违规|合规|规范/, 'payments'],
  [/及时|审核|审批|档案/, 'reviews'],
  [/覆盖|救助人|对象|完成率/, 'targeting'],
  [/监督|检查|培训|转发|组织/, 'supervision'],
];
