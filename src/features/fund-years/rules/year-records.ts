import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type {
  ElementRow,
  IndicatorRow,
  ReviewScore,
  RowReference,
} from '#features/indicators/rules/framework.ts';
import type { AidClass, AidType } from '#features/policies/rules/policy-version.ts';

/** 资金来源 */
export const FUND_SOURCES = ['财政预算资金', '工会经费', '上级补助', '社会捐助', '其他'] as const;
export type FundSource = (typeof FUND_SOURCES)[number];

/** 事项 of a budget row; an adjustment is signed. */
export const BUDGET_ITEMS = ['年初预算', '预算调整', '到位'] as const;
export type BudgetItem = (typeof BUDGET_ITEMS)[number];

export const PAYMENT_STATUSES = ['待发', '成功', '失败', '不予救助'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const RESPONDENTS = ['受助职工', '一般会员'] as const;
export type Respondent = (typeof RESPONDENTS)[number];
export const AWARENESS_ANSWERS = ['知晓', '不知晓'] as const;
export type AwarenessAnswer = (typeof AWARENESS_ANSWERS)[number];
export const RELIEF_ANSWERS = ['非常有作用', '有一定作用', '没有作用'] as const;
export type ReliefAnswer = (typeof RELIEF_ANSWERS)[number];
export const SATISFACTION_ANSWERS = ['非常满意', '满意', '一般', '不满意', '非常不满意'] as const;
export type SatisfactionAnswer = (typeof SATISFACTION_ANSWERS)[number];

export const PUBLICITY_CHANNELS = [
  '公众号',
  '微信群',
  'QQ群',
  '手册',
  '公告栏',
  '口头',
  '其他',
] as const;
export type PublicityChannel = (typeof PUBLICITY_CHANNELS)[number];

export const VISIT_MODES = ['电话', '入户', '其他'] as const;
export type VisitMode = (typeof VISIT_MODES)[number];

export const UPHELD_ANSWERS = ['是', '否', '未定'] as const;
export type UpheldAnswer = (typeof UPHELD_ANSWERS)[number];

interface Sourced {
  readonly row: RowReference;
}

/** 项目: facts about the fund-year. `null` = left blank. */
export interface FundFacts {
  readonly name: string;
  readonly organization: string;
  readonly year: number;
  readonly department: string | null;
  /** 低保月标准, fen per person and month. */
  readonly minimumLivingFen: Fen | null;
  /** 计划救助人次 */
  readonly plannedRows: number;
  readonly plannedQuarterlyRows: number | null;
  readonly plannedEmergencyRows: number | null;
  /** 应救助人数 */
  readonly eligiblePersons: number | null;
  readonly nextYearBudgetFen: Fen | null;
  readonly questionnairesSent: number | null;
  /** 评价截止日 */
  readonly cutoff: PlainDate;
}

export interface BudgetEntry extends Sourced {
  readonly source: FundSource;
  readonly item: BudgetItem;
  readonly amountFen: Fen;
  readonly date: PlainDate;
  readonly documentNumber: string | null;
  readonly note: string | null;
}

/** Opinion and date of one review tier; either may be blank on paper, and then counts as a gap. */
export interface ReviewColumn {
  readonly opinion: string | null;
  readonly date: PlainDate | null;
}

/** One row of 救助台账. */
export interface AidRow extends Sourced {
  readonly application: string;
  readonly name: string;
  /** 18 or 15 places, upper-case X; the check digit may be wrong (a violation, not an error). */
  readonly identityNumber: string;
  readonly household: string;
  readonly grassrootsUnion: string;
  readonly townUnion: string;
  readonly aidType: AidType;
  readonly aidClass: AidClass;
  /** Calendar quarter of the round, 1 to 4; blank where the ledger leaves it blank. */
  readonly quarter: number | null;
  readonly appliedOn: PlainDate;
  readonly grassroots: ReviewColumn;
  readonly town: ReviewColumn;
  /** 区级受理日期 */
  readonly receivedOn: PlainDate | null;
  readonly district: ReviewColumn;
  readonly amountFen: Fen;
  readonly source: FundSource;
  readonly paidOn: PlainDate | null;
  readonly status: PaymentStatus;
  readonly event: string | null;
  readonly specialReason: string | null;
}

export interface SurveyAnswer extends Sourced {
  readonly number: string;
  readonly respondent: Respondent;
  readonly townUnion: string | null;
  readonly awareness: AwarenessAnswer | null;
  readonly relief: ReliefAnswer | null;
  readonly satisfaction: SatisfactionAnswer | null;
}

export interface PublicityAction extends Sourced {
  readonly plannedOn: PlainDate | null;
  readonly completedOn: PlainDate | null;
  readonly channel: PublicityChannel;
  readonly title: string;
  readonly reach: number | null;
  readonly evidence: string | null;
}

export interface TrainingSession extends Sourced {
  readonly date: PlainDate;
  readonly subject: string;
  readonly tier: string | null;
  readonly expected: number;
  readonly attended: number;
  readonly evidence: string | null;
}

export interface PolicyForwarding extends Sourced {
  readonly document: string;
  readonly union: string;
  readonly due: boolean;
  readonly forwardedOn: PlainDate | null;
  readonly evidence: string | null;
}

export interface Inspection extends Sourced {
  readonly plannedOn: PlainDate | null;
  readonly completedOn: PlainDate | null;
  readonly townUnion: string;
  readonly sampled: number | null;
  readonly conforming: number | null;
  readonly problem: string | null;
  readonly rectifiedOn: PlainDate | null;
}

export interface Visit extends Sourced {
  readonly date: PlainDate;
  readonly application: string;
  readonly mode: VisitMode;
  readonly need: string | null;
  readonly result: string | null;
}

export interface Grievance extends Sourced {
  readonly date: PlainDate;
  readonly type: string;
  readonly upheld: UpheldAnswer;
  readonly closedOn: PlainDate | null;
}

/** All records of one fund-year, valid in themselves and towards each other. */
export interface YearRecords {
  readonly fund: FundFacts;
  readonly budget: readonly BudgetEntry[];
  readonly aid: readonly AidRow[];
  readonly survey: readonly SurveyAnswer[];
  readonly publicity: readonly PublicityAction[];
  readonly training: readonly TrainingSession[];
  readonly forwarding: readonly PolicyForwarding[];
  readonly inspections: readonly Inspection[];
  readonly visits: readonly Visit[];
  readonly grievances: readonly Grievance[];
  /** Null when the workbook has no 指标 sheet: a built-in framework is used. */
  readonly indicators: readonly IndicatorRow[] | null;
  readonly elements: readonly ElementRow[];
  readonly reviewScores: readonly ReviewScore[];
}
