/**
 * Masks of personal data for screens: what is shown is enough to recognise a case one already knows
 * and too little to learn one. (PIPL: the least that serves the purpose.)
 */

/** Fifteen places and more: identity numbers of both lengths, and bank cards with them. */
const LONG_NUMBER = /\d{15,20}[Xx]?/g;
const MOBILE_NUMBER = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** First six and last four places stay: `440118********123X`. */
export function maskIdentityNumber(text: string): string {
  if (text.length <= 10) return '*'.repeat(text.length);
  return text.slice(0, 6) + '*'.repeat(text.length - 10) + text.slice(-4);
}

/** The first character stays: `王*`, `欧**`. */
export function maskName(text: string): string {
  const [first, ...rest] = text;
  return first === undefined ? '' : first + '*'.repeat(Math.max(rest.length, 1));
}

/** Masks identity and mobile numbers wherever they stand in a free text. */
export function maskPersonalText(text: string): string {
  return text
    .replace(LONG_NUMBER, maskIdentityNumber)
    .replace(MOBILE_NUMBER, (digits) => `${digits.slice(0, 3)}****${digits.slice(-4)}`);
}
