import { toDecision } from '#core/decision.ts';
import type { Decision, ReasonOf } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { MAX_NOTICE_DAYS } from './notice-term.ts';
import type { NewNotice, NoticeTier } from './public-notice-inputs.ts';

export interface PutUpReasonParams {
  readonly 'public_notice.not_waiting': { readonly number: string };
  readonly 'public_notice.no_amount': { readonly number: string };
  readonly 'public_notice.no_consent': { readonly number: string };
  readonly 'public_notice.hangs_already': { readonly number: string };
  readonly 'public_notice.several_unions': { readonly names: string };
  readonly 'public_notice.too_short': { readonly days: number; readonly required: number };
  readonly 'public_notice.starts_in_past': { readonly startsOn: string };
}
export type PutUpReason = ReasonOf<PutUpReasonParams>;

/** A case as it is judged before it is put up. */
export interface PutUpCase {
  readonly number: string;
  readonly state: string;
  /** Emergency aid that was granted before its notice. */
  readonly isNoticeOwed: boolean;
  readonly amountFen: number | null;
  /** The applicant agreed to being published. */
  readonly hasConsent: boolean;
  readonly hangs: boolean;
  readonly unionName: string;
}

/** Whether cases may be put up together as they stand: yes, or every reason against it. */
export function decidePutUp(
  wish: Pick<NewNotice, 'tier' | 'startsOn' | 'workingDays'>,
  { cases, required }: { readonly cases: readonly PutUpCase[]; readonly required: number },
  today: PlainDate,
): Decision<PutUpReason> {
  const reasons: PutUpReason[] = cases.flatMap((one) => judgeCase(one, wish.tier));
  const names = [...new Set(cases.map(({ unionName }) => unionName))];
  if (wish.tier === 'grassroots' && names.length > 1) {
    reasons.push({ code: 'public_notice.several_unions', params: { names: names.join('、') } });
  }
  const { workingDays: days, startsOn } = wish;
  if (days < required || days > MAX_NOTICE_DAYS) {
    reasons.push({ code: 'public_notice.too_short', params: { days, required } });
  }
  if (startsOn < today) {
    reasons.push({ code: 'public_notice.starts_in_past', params: { startsOn } });
  }
  return toDecision(reasons);
}

function judgeCase(one: PutUpCase, tier: NoticeTier): PutUpReason[] {
  const params = { number: one.number };
  const waits = one.state === `${tier}_notice` || (tier === 'district' && one.isNoticeOwed);
  return [
    ...(waits ? [] : [{ code: 'public_notice.not_waiting', params } as const]),
    ...(one.amountFen === null ? [{ code: 'public_notice.no_amount', params } as const] : []),
    ...(one.hasConsent ? [] : [{ code: 'public_notice.no_consent', params } as const]),
    ...(one.hangs ? [{ code: 'public_notice.hangs_already', params } as const] : []),
  ];
}
