import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';

/** 救助类型: how aid is given. */
export const AID_TYPES = ['季度救助', '紧急救助', '实物慰问'] as const;
export type AidType = (typeof AID_TYPES)[number];

/** 类别: classes of the district rule, see `docs/glossary.md`. */
export const AID_CLASSES = [
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  'Q5',
  'Q6',
  'Q7',
  'E1a',
  'E1b',
  'E1c',
  'E2',
  'E3',
] as const;
export type AidClass = (typeof AID_CLASSES)[number];

/** Grounds on which the city's rule lets a union go past its limits 原则上 (特殊原因). */
export const SPECIAL_REASONS = ['特别困难', '重大事故', '突发意外', '其他特殊群体'] as const;
export type SpecialReason = (typeof SPECIAL_REASONS)[number];

/** One clause that a decision can cite. */
export interface Citation {
  /** Title of the document with its number, as a report prints it. */
  readonly document: string;
  readonly clause: string;
}

/** A class of hardship with the range of one payment, both ends included. */
export interface ClassRule {
  readonly code: AidClass;
  readonly aidType: AidType;
  /** What the class covers, in the official words of a form. */
  readonly name: string;
  readonly minFen: Fen;
  readonly maxFen: Fen;
  readonly citation: Citation;
}

/** A limit in fen together with the clause that sets it. */
export interface AmountLimit {
  readonly limitFen: Fen;
  readonly citation: Citation;
}

/** A paper (申请材料) that proves what an application says. */
export interface PaperRule {
  /** Short English word, unique in the version: papers of a case are filed under it. */
  readonly code: string;
  readonly name: string;
  /** Classes it is asked of; of all when empty. */
  readonly classes: readonly AidClass[];
  /** An application without it is not passed on. */
  readonly isRequired: boolean;
  readonly citation: Citation;
}

/** Limits of the flow in working days (工作日); they rest while papers are supplemented or a notice hangs. */
export interface ClockRules {
  readonly grassrootsDays: number;
  readonly townDays: number;
  /** The whole way of emergency aid, from submission to approval. */
  readonly emergencyDays: number;
  readonly paymentDays: number;
  /** For the applicant to answer what was found missing. */
  readonly supplementDays: number;
  /** For the applicant to ask for a re-examination (复核) after a refusal. */
  readonly reexaminationRequestDays: number;
  readonly reexaminationDays: number;
  readonly citation: Citation;
}

/** Public notice (公示) in working days; 0 where the tier puts up none. */
export interface NoticeRules {
  readonly grassrootsDays: number;
  readonly districtDays: number;
  /** Emergency aid is paid first and put up afterwards. */
  readonly isAfterPaymentForEmergency: boolean;
  readonly citation: Citation;
}

/** Suggested quarterly amount while the net income a head is below so many per cent of D. */
export interface AmountStep {
  readonly belowPercent: number;
  readonly amountFen: Fen;
}

/** A dated version of the relief rules. Old cases keep the version they were decided under. */
export interface PolicyVersion {
  readonly id: string;
  readonly title: string;
  readonly documents: readonly string[];
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  /** Whom the rule serves: the applicant is a union member on the day of the event. */
  readonly membership: Citation;
  /** Papers that prove the hardship. */
  readonly evidence: Citation;
  readonly classes: Readonly<Record<AidClass, ClassRule>>;
  readonly quarterly: {
    readonly maxPerPersonYear: number;
    /** Smallest distance between two quarters paid to one person: 2 means one quarter is skipped. */
    readonly minQuarterDistance: number;
    /** By rising per cent; a suggestion only, the range of the class binds. */
    readonly steps: readonly AmountStep[];
    readonly citation: Citation;
  };
  readonly emergency: { readonly onePaymentPerEvent: Citation };
  /** Soft limits (原则上): passed only for a special reason. */
  readonly personPerTime: AmountLimit;
  readonly householdYear: AmountLimit;
  /** Hard ceiling of a household-year: so many months of the minimum living standard. */
  readonly householdYearHard: { readonly months: number; readonly citation: Citation };
  readonly goodsPerTime: AmountLimit;
  readonly districtReview: { readonly workingDays: number; readonly citation: Citation };
  readonly papers: readonly PaperRule[];
  readonly clocks: ClockRules;
  readonly notice: NoticeRules;
  readonly paymentAfterApproval: Citation;
  readonly identityNumber: Citation;
  readonly fundSource: Citation;
}
