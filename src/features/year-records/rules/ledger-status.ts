import type { ApplicationState } from '#features/applications/rules/states.ts';
import type { PaymentStatus } from '#features/fund-years/rules/year-records.ts';

const GRANTED: Partial<Readonly<Record<ApplicationState, PaymentStatus>>> = {
  paid: '成功',
  archived: '成功',
  payment_failed: '失败',
  refused: '不予救助',
  // The refusal holds until the re-examination has ended.
  reexamination: '不予救助',
};

/** 发放状态 of a case; what is neither paid nor refused waits for its money. */
export function ledgerStatus(state: ApplicationState): PaymentStatus {
  return GRANTED[state] ?? '待发';
}
