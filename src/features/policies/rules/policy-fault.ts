import type { PolicyFaultReason } from './policy-reasons.ts';

/** Something wrong with a draft; the path is the place of the field in the form. */
export interface PolicyFault {
  /** Such as `body.classes.Q1.minFen`. */
  readonly path: string;
  readonly reason: PolicyFaultReason;
}
