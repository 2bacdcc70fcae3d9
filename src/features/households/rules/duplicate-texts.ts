import type { NoParams, Reason, ReasonOf, ReasonTexts } from '#core/decision.ts';
import { findReasonText } from '#core/decision.ts';

/** What is alike and what is not in two rows of people, code by code. */
export interface DuplicateReasonParams {
  'duplicate.same_identity': NoParams;
  'duplicate.transposed_identity': NoParams;
  'duplicate.other_identity': NoParams;
  'duplicate.same_card': NoParams;
  'duplicate.same_phone': NoParams;
  'duplicate.same_name': NoParams;
  'duplicate.same_sound': NoParams;
  'duplicate.near_name': NoParams;
  'duplicate.near_short_name': NoParams;
  'duplicate.other_name': NoParams;
  'duplicate.same_birth': NoParams;
  'duplicate.near_birth': NoParams;
  'duplicate.other_birth': NoParams;
  'duplicate.other_sex': NoParams;
  'duplicate.same_address': NoParams;
  'duplicate.shared_members': { readonly count: number };
}
export type DuplicateReason = ReasonOf<DuplicateReasonParams>;

const TEXTS: ReasonTexts<DuplicateReasonParams> = {
  'duplicate.same_identity': () => '证件号码相同（15位旧号按18位比对）',
  'duplicate.transposed_identity': () => '证件号码只有两位数字前后颠倒',
  'duplicate.other_identity': () => '证件号码不同',
  'duplicate.same_card': () => '银行卡号相同',
  'duplicate.same_phone': () => '手机号码相同',
  'duplicate.same_name': () => '姓名相同',
  'duplicate.same_sound': () => '姓名读音相同，用字不同（同音字、异体字或繁体字）',
  'duplicate.near_name': () => '姓名只差一个字',
  'duplicate.near_short_name': () => '两个字的姓名只差一个字',
  'duplicate.other_name': () => '姓名不同',
  'duplicate.same_birth': () => '出生日期相同',
  'duplicate.near_birth': () => '出生日期只有个别数字不同或颠倒',
  'duplicate.other_birth': () => '出生日期不同',
  'duplicate.other_sex': () => '性别不同',
  'duplicate.same_address': () => '住址相同',
  'duplicate.shared_members': ({ count }) => `两户有${count}名相同的家庭成员`,
};

/** The sentence of a reason, without a full stop; undefined for a code of another list. */
export function findDuplicateText(reason: Reason): string | undefined {
  return findReasonText(TEXTS, reason);
}

/** Reasons that speak against one person. */
const AGAINST: ReadonlySet<string> = new Set<DuplicateReason['code']>([
  'duplicate.other_identity',
  'duplicate.other_name',
  'duplicate.other_birth',
  'duplicate.other_sex',
]);

export function speaksAgainst({ code }: Reason): boolean {
  return AGAINST.has(code);
}
