/** Signs of a unified social credit code: no I, O, S, V, Z (GB 32100-2015). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/**
 * Whether the last sign of the code is the check of the others (GB 32100-2015, annex A). Genuine codes
 * of the first years fail it, so it may only warn.
 */
export function isSoundCreditCode(code: string): boolean {
  if (code.length !== WEIGHTS.length + 1) return false;
  const values = [...code].map((sign) => ALPHABET.indexOf(sign));
  if (values.includes(-1)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * (values[place] ?? 0), 0);
  return values.at(-1) === (31 - (sum % 31)) % 31;
}
