import type { Sex } from '#core/identity-number.ts';

import type { DuplicateReason } from './duplicate-texts.ts';
import { compareNames, isNearDay } from './near-names.ts';
import type { NameLikeness, NamedPerson } from './near-names.ts';

/** What two rows of people are compared by; numbers only as marks by which equal ones are known. */
export interface ComparablePerson extends NamedPerson {
  readonly sex: Sex | null;
  readonly bornOn: string | null;
  /** Of the 18-place form, so that an old number of 15 places meets the present one. */
  readonly identityIndex: string | null;
  readonly cardIndex: string | null;
  readonly phoneIndex: string | null;
  readonly addressIndex: string | null;
}

/** What stands beside the two rows. */
export interface PairFacts {
  /** Members that both households have, besides the two people themselves. */
  readonly sharedMemberCount: number;
  /** Asked only where the numbers may be so: they are read for it. */
  readonly isTransposed: () => boolean;
}

export const DUPLICATE_KINDS = ['exact', 'likely'] as const;
export type DuplicateKind = (typeof DUPLICATE_KINDS)[number];

export interface Comparison {
  readonly kind: DuplicateKind | 'none';
  /** 0 to 100. */
  readonly score: number;
  /** All that is alike, then all that is not, in one order whichever comes first. */
  readonly reasons: readonly DuplicateReason[];
}

/** From here on two rows are shown as likely one person. */
const LIKELY_SCORE = 60;
const EXACT_SCORE = 95;

const WEIGHTS: Readonly<Record<DuplicateReason['code'], number>> = {
  'duplicate.same_identity': 100,
  'duplicate.same_card': 60,
  'duplicate.transposed_identity': 40,
  'duplicate.same_phone': 35,
  'duplicate.same_name': 40,
  'duplicate.same_sound': 30,
  'duplicate.near_name': 25,
  // Alike only together with two things more.
  'duplicate.near_short_name': 20,
  'duplicate.other_name': 0,
  'duplicate.same_birth': 35,
  'duplicate.near_birth': 10,
  'duplicate.same_address': 35,
  'duplicate.shared_members': 35,
  'duplicate.other_birth': -20,
  'duplicate.other_sex': -30,
  'duplicate.other_identity': -40,
};

/**
 * Whether two rows may be one person. Exact: the same number, the same card, or the same phone under
 * the same name. Likely: names that are alike and enough beside them, less what speaks against it.
 * Two people of unlike names are never likely one.
 */
export function comparePeople(
  one: ComparablePerson,
  other: ComparablePerson,
  facts: PairFacts,
): Comparison {
  const likeness = compareNames(one, other);
  const reasons = listReasons(one, other, { ...facts, likeness });
  const has = (code: DuplicateReason['code']): boolean =>
    reasons.some((reason) => reason.code === code);
  if (has('duplicate.same_identity')) return { kind: 'exact', score: 100, reasons };
  const isSamePhone = has('duplicate.same_phone') && likeness === 'same';
  if (has('duplicate.same_card') || isSamePhone) {
    return { kind: 'exact', score: EXACT_SCORE, reasons };
  }
  const sum = reasons.reduce((total, { code }) => total + WEIGHTS[code], 0);
  const score = Math.min(Math.max(sum, 0), EXACT_SCORE - 1);
  const isLikely = likeness !== 'other' && score >= LIKELY_SCORE;
  return { kind: isLikely ? 'likely' : 'none', score, reasons };
}

interface Listing extends PairFacts {
  readonly likeness: NameLikeness;
}

function listReasons(
  one: ComparablePerson,
  other: ComparablePerson,
  facts: Listing,
): DuplicateReason[] {
  const found = [
    compareIdentity(one, other, facts),
    plain(isSame(one.cardIndex, other.cardIndex), 'duplicate.same_card'),
    plain(isSame(one.phoneIndex, other.phoneIndex), 'duplicate.same_phone'),
    { code: NAME_CODES[facts.likeness], params: {} } as const,
    compareBirth(one.bornOn, other.bornOn),
    plain(isSame(one.addressIndex, other.addressIndex), 'duplicate.same_address'),
    sharedMembers(facts),
    plain(differs(one.sex, other.sex), 'duplicate.other_sex'),
  ].filter((reason) => reason !== undefined);
  const speaksFor = ({ code }: DuplicateReason): boolean => WEIGHTS[code] > 0;
  return [...found.filter(speaksFor), ...found.filter((reason) => !speaksFor(reason))];
}

type PlainCode = Exclude<DuplicateReason['code'], 'duplicate.shared_members'>;

const NAME_CODES = {
  same: 'duplicate.same_name',
  same_sound: 'duplicate.same_sound',
  near: 'duplicate.near_name',
  near_short: 'duplicate.near_short_name',
  other: 'duplicate.other_name',
} as const satisfies Record<NameLikeness, PlainCode>;

function plain(holds: boolean, code: PlainCode): DuplicateReason | undefined {
  return holds ? { code, params: {} } : undefined;
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

function differs(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function compareIdentity(
  one: ComparablePerson,
  other: ComparablePerson,
  facts: Listing,
): DuplicateReason | undefined {
  if (isSame(one.identityIndex, other.identityIndex)) {
    return { code: 'duplicate.same_identity', params: {} };
  }
  if (!differs(one.identityIndex, other.identityIndex)) return undefined;
  return facts.isTransposed()
    ? { code: 'duplicate.transposed_identity', params: {} }
    : { code: 'duplicate.other_identity', params: {} };
}

function compareBirth(one: string | null, other: string | null): DuplicateReason | undefined {
  if (one === null || other === null) return undefined;
  if (one === other) return { code: 'duplicate.same_birth', params: {} };
  return isNearDay(one, other)
    ? { code: 'duplicate.near_birth', params: {} }
    : { code: 'duplicate.other_birth', params: {} };
}

function sharedMembers({ sharedMemberCount: count }: Listing): DuplicateReason | undefined {
  return count === 0 ? undefined : { code: 'duplicate.shared_members', params: { count } };
}
