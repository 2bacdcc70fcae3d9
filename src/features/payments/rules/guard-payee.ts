import { doubtBankCard, normalizeBankCard } from '#core/bank-card.ts';
import { toDecision } from '#core/decision.ts';
import type { Decision, NoParams, ReasonOf } from '#core/decision.ts';

import type { PayeeKind } from './words.ts';

/** Where the money of a case would go. */
export interface PayeeGround {
  readonly applicantName: string;
  readonly kind: PayeeKind;
  readonly accountName: string;
  /** Null where none is on file. */
  readonly accountNumber: string | null;
  readonly hasProof: boolean;
}

export interface PayeeReasonParams {
  readonly 'payment.no_account': NoParams;
  readonly 'payment.account_characters': NoParams;
  readonly 'payment.name_differs': { readonly applicantName: string; readonly accountName: string };
  readonly 'payment.guardian_is_applicant': NoParams;
  readonly 'payment.guardian_without_proof': NoParams;
}
export type PayeeReason = ReasonOf<PayeeReasonParams>;

/** What does not stop a payment but is looked at before it is reviewed. */
export const PAYEE_WARNINGS = [
  'account_length',
  'account_check',
  'shared_account',
  'guardian_account',
] as const;
export type PayeeWarning = (typeof PAYEE_WARNINGS)[number];

/** Whether money may go there: the applicant's own account, or a guardian's with proof. */
export function guardPayee(ground: PayeeGround): Decision<PayeeReason> {
  const { accountNumber, applicantName, accountName } = ground;
  if (accountNumber === null || accountNumber === '') {
    return toDecision<PayeeReason>([{ code: 'payment.no_account', params: {} }]);
  }
  const reasons: PayeeReason[] = [];
  if (doubtBankCard(accountNumber) === 'characters') {
    reasons.push({ code: 'payment.account_characters', params: {} });
  }
  const isSameName = plainName(applicantName) === plainName(accountName);
  if (ground.kind === 'own' && !isSameName) {
    reasons.push({ code: 'payment.name_differs', params: { applicantName, accountName } });
  }
  if (ground.kind === 'guardian') {
    if (isSameName) reasons.push({ code: 'payment.guardian_is_applicant', params: {} });
    if (!ground.hasProof) reasons.push({ code: 'payment.guardian_without_proof', params: {} });
  }
  return toDecision(reasons);
}

/** Passbooks fail the check of cards, families share an account: seen, not stopped. */
export function warnOfPayee(
  { kind, accountNumber }: Pick<PayeeGround, 'kind' | 'accountNumber'>,
  isShared: boolean,
): PayeeWarning[] {
  const doubt = accountNumber === null ? null : doubtBankCard(accountNumber);
  return [
    ...(doubt === 'length' ? (['account_length'] as const) : []),
    ...(doubt === 'check' ? (['account_check'] as const) : []),
    ...(isShared ? (['shared_account'] as const) : []),
    ...(kind === 'guardian' ? (['guardian_account'] as const) : []),
  ];
}

/** What is shown of an account: its last four places. */
export function tailOf(accountNumber: string): string {
  return normalizeBankCard(accountNumber).slice(-4);
}

/** Full-width forms, blanks and the dot within names of other peoples do not tell names apart. */
function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll(/[\s·•・.．]/g, '');
}
