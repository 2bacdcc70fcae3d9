/** What a payment is known by at the bank and on its way back: case and attempt (`SQ2026000017-2`). */
export interface PaymentReference {
  readonly applicationNumber: string;
  readonly attempt: number;
}

const REFERENCE = /(SQ\d{10,16})-(\d{1,3})(?!\d)/;

export function toReference({ applicationNumber, attempt }: PaymentReference): string {
  return `${applicationNumber}-${attempt}`;
}

/** Wherever it stands in a text; banks put remarks of their own around it. */
export function findReference(text: string): PaymentReference | undefined {
  const [, applicationNumber, attempt] = REFERENCE.exec(text.normalize('NFKC')) ?? [];
  if (applicationNumber === undefined || attempt === undefined) return undefined;
  return { applicationNumber, attempt: Number(attempt) };
}
