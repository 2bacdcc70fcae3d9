import { toDecision } from '#core/decision.ts';
import type { Decision, NoParams, ReasonOf } from '#core/decision.ts';
import type { CaseAct } from '#features/accounts/rules/decide-second-act.ts';

import type { BatchState, PaymentMethod } from './words.ts';

export const BATCH_ACTS = ['review', 'send_back', 'approve', 'send', 'close', 'cancel'] as const;
export type BatchAct = (typeof BATCH_ACTS)[number];

interface BatchTransition {
  readonly from: readonly BatchState[];
  readonly to: BatchState;
  /** The act of separation of duties; null where anybody of the batch may do it. */
  readonly duty: CaseAct | null;
}

/** The one table of a batch's way; `returned` is reached by the results of its payments. */
export const BATCH_TRANSITIONS: Readonly<Record<BatchAct, BatchTransition>> = {
  review: { from: ['draft'], to: 'reviewed', duty: 'payment_review' },
  send_back: { from: ['reviewed'], to: 'draft', duty: null },
  approve: { from: ['reviewed'], to: 'approved', duty: 'payment_approval' },
  send: { from: ['approved'], to: 'sent', duty: null },
  close: { from: ['returned'], to: 'closed', duty: null },
  cancel: { from: ['draft', 'reviewed', 'approved'], to: 'cancelled', duty: null },
};

/** Parts of a batch's duties, in their order. */
export interface BatchPeople {
  readonly maker: number;
  readonly reviewer: number | null;
  readonly approver: number | null;
}

export interface BatchReasonParams {
  readonly 'payment.wrong_state': { readonly state: BatchState; readonly act: BatchAct };
  readonly 'payment.three_people': NoParams;
  readonly 'payment.no_rows': NoParams;
  readonly 'payment.no_file': NoParams;
}
export type BatchReason = ReasonOf<BatchReasonParams>;

export interface BatchGround {
  readonly state: BatchState;
  readonly method: PaymentMethod;
  readonly rowCount: number;
  readonly hasFiles: boolean;
  readonly people: BatchPeople;
}

/** Whether a person may do an act on a batch as it stands: yes, or every reason against it. */
export function decideBatchAct(
  act: BatchAct,
  ground: BatchGround,
  accountId: number,
): Decision<BatchReason> {
  const { from, duty } = BATCH_TRANSITIONS[act];
  const { state, people, rowCount } = ground;
  if (!from.includes(state)) {
    return toDecision<BatchReason>([{ code: 'payment.wrong_state', params: { state, act } }]);
  }
  const reasons: BatchReason[] = [];
  const { maker, reviewer } = people;
  if (duty !== null && (accountId === maker || accountId === reviewer)) {
    reasons.push({ code: 'payment.three_people', params: {} });
  }
  if (act !== 'cancel' && rowCount === 0) reasons.push({ code: 'payment.no_rows', params: {} });
  if (act === 'send' && ground.method === 'bank' && !ground.hasFiles) {
    reasons.push({ code: 'payment.no_file', params: {} });
  }
  return toDecision(reasons);
}
