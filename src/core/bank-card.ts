/** What about a card number looks wrong; null when nothing does. */
export type BankCardDoubt = 'characters' | 'length' | 'check';

/** Debit cards have 16 to 19 places. */
const CARD_LENGTH = /^\d{16,19}$/;

/** The digits alone: blanks, hyphens and full-width forms are how people write them down. */
export function normalizeBankCard(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}

/**
 * First doubt about a card number. Only foreign characters make it wrong for sure: passbooks and some
 * social-security accounts have other lengths and fail the check.
 */
export function doubtBankCard(text: string): BankCardDoubt | null {
  const number = normalizeBankCard(text);
  if (!/^\d+$/.test(number)) return 'characters';
  if (!CARD_LENGTH.test(number)) return 'length';
  return passesLuhn(number) ? null : 'check';
}

/** ISO/IEC 7812: from the right every second digit counts double, less 9 above 9. */
function passesLuhn(digits: string): boolean {
  let total = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighed = place % 2 === 1 ? digit * 2 : digit;
    total += weighed > 9 ? weighed - 9 : weighed;
  }
  return total % 10 === 0;
}
