import { plainName } from './name-sounds.ts';

/** `near_short`: one of two characters, which half the people of a surname have in common. */
export type NameLikeness = 'same' | 'same_sound' | 'near' | 'near_short' | 'other';

export interface NamedPerson {
  readonly name: string;
  /** As `nameSounds` gives them. */
  readonly sounds: readonly string[];
}

export function compareNames(one: NamedPerson, other: NamedPerson): NameLikeness {
  const [name, otherName] = [plainName(one.name), plainName(other.name)];
  if (name === otherName) return 'same';
  if (one.sounds.some((sound) => other.sounds.includes(sound))) return 'same_sound';
  if (!differInOne(name, otherName)) return 'other';
  return Math.max(Array.from(name).length, Array.from(otherName).length) > 2
    ? 'near'
    : 'near_short';
}

/** One character written otherwise, or one of several left out; of a name of one character nothing stays. */
function differInOne(one: string, other: string): boolean {
  const [short, long] = [Array.from(one), Array.from(other)].toSorted(
    (a, b) => a.length - b.length,
  );
  if (short === undefined || long === undefined) return false;
  if (short.length < 2 || long.length - short.length > 1) return false;
  const start = short.findIndex((character, at) => character !== long[at]);
  if (start === -1) return true;
  const skipped = long.length === short.length ? start + 1 : start;
  return short.slice(skipped).join('') === long.slice(start + 1).join('');
}

/** Places of the number before the check place, by size: the same for numbers with transposed digits. */
export function sortedDigits(identityNumber: string): string {
  return Array.from(identityNumber.slice(0, 17)).toSorted().join('');
}

/**
 * Whether one number is the other with two of its digits changed about, near each other as a hand
 * does it. The check place is not looked at: it follows from the others.
 */
export function isTransposed(one: string, other: string): boolean {
  const [digits, others] = [one.slice(0, 17), other.slice(0, 17)];
  if (digits.length !== others.length) return false;
  const places = Array.from(digits, (digit, at) => (digit === others[at] ? [] : [at])).flat();
  const [first, second] = places;
  if (first === undefined || second === undefined || places.length > 2) return false;
  return (
    second - first <= 2 && digits[first] === others[second] && digits[second] === others[first]
  );
}

/** Days that a slip of the pen tells apart: one digit, or two digits changed about (01-12, 01-21; 03-05, 05-03). */
export function isNearDay(one: string, other: string): boolean {
  if (one === other) return false;
  const [digits, others] = [one.replaceAll('-', ''), other.replaceAll('-', '')];
  const places = Array.from(digits, (digit, at) => (digit === others[at] ? [] : [at])).flat();
  if (places.length === 1) return true;
  const isMonthAndDay = digits.slice(4) === others.slice(6) + others.slice(4, 6);
  return (
    (digits.slice(0, 4) === others.slice(0, 4) && isMonthAndDay) || isSwap(digits, others, places)
  );
}

function isSwap(digits: string, others: string, places: readonly number[]): boolean {
  const [first, second] = places;
  if (first === undefined || second === undefined || places.length !== 2) return false;
  return (
    second === first + 1 && digits[first] === others[second] && digits[second] === others[first]
  );
}
