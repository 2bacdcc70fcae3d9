import type { Fen } from '#core/money.ts';
import { sumFen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';

/** One line of a bank file. */
export interface BankPayment {
  /** Case and attempt: comes back with the result. */
  readonly reference: string;
  readonly payeeName: string;
  readonly accountNumber: string;
  readonly bankName: string;
  /** Number of the bank in the payment system (行号); empty where it is not known. */
  readonly bankCode: string;
  readonly phone: string;
  readonly amountFen: Fen;
}

/** What a bank is told to pay. */
export interface BankBatch {
  readonly number: string;
  /** Stands beside the payment in the payee's book. */
  readonly purpose: string;
  readonly on: PlainDate;
  readonly madeAt: Date;
  readonly payer: {
    readonly accountName: string;
    readonly accountNumber: string;
    readonly bankName: string;
  };
  readonly payments: readonly BankPayment[];
}

export function totalOf({ payments }: Pick<BankBatch, 'payments'>): Fen {
  return sumFen(payments.map(({ amountFen }) => amountFen));
}

/** `1234.50`: banks take two decimals and no separators. */
export function toPlainYuan(amount: Fen): string {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A cell of a bank file: no separators, no line ends, nothing a spreadsheet would reckon with. */
export function toPlainCell(text: string): string {
  return text
    .replaceAll(/[\p{Cc}|]/gu, ' ')
    .replaceAll('"', '”')
    .replace(/^[=+\-@]+/, '')
    .trim();
}
