import type { FormFaultReason } from './household-reasons.ts';

/** Something wrong on a form, or worth a second look. */
export interface FormFault {
  /** Place in the form, such as `people.0.identityNumber`. */
  readonly path: string;
  readonly severity: 'error' | 'warning';
  readonly reason: FormFaultReason;
}

export function faultAt(path: string, reason: FormFaultReason): FormFault {
  return { path, severity: 'error', reason };
}

export function warningAt(path: string, reason: FormFaultReason): FormFault {
  return { path, severity: 'warning', reason };
}
