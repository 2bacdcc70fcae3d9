import { plainDate } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';

export type Sex = 'male' | 'female';

/** Why a text is no citizen's number; the first cause in this order is given. */
export type IdentityNumberCause =
  | 'length'
  | 'characters'
  | 'region'
  | 'birth_date'
  | 'birth_in_future'
  | 'check_digit';

export type IdentityNumberCheck =
  | {
      readonly valid: true;
      /** The 18-place form with an upper-case X: the one form that identifies a person. */
      readonly number: string;
      readonly birth: PlainDate;
      readonly sex: Sex;
      /** Six places of GB/T 2260. */
      readonly region: string;
      /** Residence permit of Hong Kong (81), Macau (82) or Taiwan (83) residents: same form and check. */
      readonly isResidencePermit: boolean;
      /** A 15-place number carries no check digit: its owner's present number is still to be seen (待核). */
      readonly wasFifteen: boolean;
    }
  | { readonly valid: false; readonly cause: IdentityNumberCause };

/** GB 11643: weights of the first 17 places; the check place by the sum modulo 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_PLACES = '10X98765432';

/** GB/T 2260: the first two places name a province; 81 to 83 those of residence permits. */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 ' +
    '61 62 63 64 65 71 81 82 83'
  ).split(' '),
);
const RESIDENCE_PERMIT = /^8[123]/;

/**
 * Checks a citizen's number of 18 or, on old files, 15 places; blanks, full-width characters and a
 * small x are accepted. A birth after `today` is refused; without `today` that test is left out.
 */
export function checkIdentityNumber(text: string, today?: PlainDate): IdentityNumberCheck {
  const given = normalize(text);
  if (given.length !== 18 && given.length !== 15) return invalid('length');
  const wasFifteen = given.length === 15;
  if (!(wasFifteen ? /^\d{15}$/ : /^\d{17}[\dX]$/).test(given)) return invalid('characters');
  const number = wasFifteen ? fromFifteen(given) : given;
  const isResidencePermit = RESIDENCE_PERMIT.test(number);
  // Residence permits came in 2018, long after the last 15-place number.
  if (!PROVINCES.has(number.slice(0, 2)) || (wasFifteen && isResidencePermit)) {
    return invalid('region');
  }
  const birth = birthOf(number);
  if (birth === undefined) return invalid('birth_date');
  if (today !== undefined && birth > today) return invalid('birth_in_future');
  if (checkPlace(number) !== number[17]) return invalid('check_digit');
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  const region = number.slice(0, 6);
  return { valid: true, number, birth, sex, region, isResidencePermit, wasFifteen };
}

/**
 * The form by which two records are known to be of one person: 15 places become 18. Any other text,
 * a wrong number too, only loses blanks and full-width forms: it still names one person in a ledger.
 */
export function toPersonKey(text: string): string {
  const given = normalize(text);
  return /^\d{15}$/.test(given) ? fromFifteen(given) : given;
}

function invalid(cause: IdentityNumberCause): IdentityNumberCheck {
  return { valid: false, cause };
}

const PLAIN_FORM = /^\d+X?$/;

function normalize(text: string): string {
  if (PLAIN_FORM.test(text)) return text;
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** Numbers of 15 places were given to people born in the 1900s and lack the century and the check. */
function fromFifteen(fifteen: string): string {
  const seventeen = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return seventeen + checkPlace(seventeen);
}

function birthOf(number: string): PlainDate | undefined {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  return plainDate(Number(year), Number(month), Number(day));
}

function checkPlace(number: string): string {
  let sum = 0;
  for (const [place, weight] of WEIGHTS.entries()) sum += weight * Number(number[place]);
  return CHECK_PLACES.charAt(sum % 11);
}
