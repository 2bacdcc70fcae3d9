import type { PlainDate } from '#core/plain-date.ts';

import type { AidClass, AidType, PolicyVersion } from './policy-version.ts';
import type { BreachOf } from './rule-breach.ts';

/** Each class belongs to one type of aid. Goods have no class of their own and fit any. */
export function checkClassOfType(
  aidClass: AidClass,
  aidType: AidType,
  policy: PolicyVersion,
): BreachOf<'class_unknown'> | undefined {
  const classRule = policy.classes[aidClass];
  if (aidType === '实物慰问' || classRule.aidType === aidType) return undefined;
  return { code: 'class_unknown', citation: classRule.citation, params: { aidClass, aidType } };
}

/**
 * One event is paid once, whoever of the family applies and under whichever class. `paidBefore` is
 * the application already paid for it.
 */
export function checkSameEvent(
  event: string,
  paidBefore: string | undefined,
  policy: PolicyVersion,
): BreachOf<'same_event'> | undefined {
  if (paidBefore === undefined) return undefined;
  const citation = policy.emergency.onePaymentPerEvent;
  return { code: 'same_event', citation, params: { event, paidBefore } };
}

/** Money leaves after the district's decision, on the same day at the earliest. */
export function checkPaidAfterApproval(
  paidOn: PlainDate | null,
  decidedOn: PlainDate | null,
  policy: PolicyVersion,
): BreachOf<'paid_before_approval'> | undefined {
  const paidInOrder = decidedOn !== null && (paidOn === null || paidOn >= decidedOn);
  if (paidInOrder) return undefined;
  const params = { paidOn, decidedOn };
  return { code: 'paid_before_approval', citation: policy.paymentAfterApproval, params };
}
