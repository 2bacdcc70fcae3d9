/** From the making of a batch to its end; `cancelled` before anything was sent. */
export const BATCH_STATES = [
  'draft',
  'reviewed',
  'approved',
  'sent',
  'returned',
  'closed',
  'cancelled',
] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/**
 * One payment of a case: `resent` failed and has a later attempt, `dropped` left its batch before
 * anything was sent.
 */
export const PAYMENT_STATES = [
  'waiting',
  'succeeded',
  'failed',
  'returned',
  'resent',
  'dropped',
] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const PAYMENT_METHODS = ['bank', 'cash', 'goods'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const BANK_TEMPLATES = ['icbc', 'neutral_csv', 'gb18030_text', 'pain_001'] as const;
export type BankTemplate = (typeof BANK_TEMPLATES)[number];

/** What a bank says of one payment. */
export const OUTCOMES = ['succeeded', 'failed', 'returned'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whose account it is: the applicant's own, or a guardian's (监护人) with proof. */
export const PAYEE_KINDS = ['own', 'guardian'] as const;
export type PayeeKind = (typeof PAYEE_KINDS)[number];

/** Most rows of one batch; of one bank file it is a thing of the bank. */
export const MAX_BATCH_ROWS = 10_000;
export const DEFAULT_FILE_ROWS = 1000;
