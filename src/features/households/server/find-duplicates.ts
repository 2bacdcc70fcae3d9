import { toPersonKey } from '#core/identity-number.ts';
import type { Context } from '#platform/context.ts';

import { comparePeople } from '../rules/compare-people.ts';
import type { ComparablePerson } from '../rules/compare-people.ts';
import { isTransposed } from '../rules/near-names.ts';
import { readCandidates } from './duplicate-candidates.ts';
import type { CandidatePair } from './duplicate-candidates.ts';
import type { HouseholdKeys } from './household-keys.ts';
import { digestFacts, removeStalePairs, savePairs } from './save-pairs.ts';
import type { FoundPair } from './save-pairs.ts';

export interface DuplicateSearch {
  /** The households that changed, or everything in sight. */
  readonly householdIds: readonly number[] | 'all';
  /** Told after each part of the candidates. */
  readonly onProgress?: (comparedCount: number) => void;
}

export interface DuplicatesFound {
  readonly comparedCount: number;
  readonly exactCount: number;
  readonly likelyCount: number;
}

/**
 * Finds people who may stand in two files, among the files in sight, and keeps the pairs. Called after
 * each save with the households it touched (all of an import at once): open pairs of theirs that are
 * none any more go.
 */
export async function findDuplicates(
  context: Context,
  { cipher }: Pick<HouseholdKeys, 'cipher'>,
  { householdIds, onProgress }: DuplicateSearch,
): Promise<DuplicatesFound> {
  const counts = { compared: 0, exact: 0, likely: 0 };
  for await (const candidates of readCandidates(context.transaction, householdIds)) {
    const transposed = await findTransposed(context, cipher, candidates);
    const pairs = candidates.flatMap((candidate) => compare(candidate, transposed) ?? []);
    await savePairs(context, pairs);
    counts.compared += candidates.length;
    for (const { kind } of pairs) counts[kind] += 1;
    onProgress?.(counts.compared);
  }
  await removeStalePairs(context, householdIds);
  return {
    comparedCount: counts.compared,
    exactCount: counts.exact,
    likelyCount: counts.likely,
  };
}

function compare(
  candidate: CandidatePair,
  transposed: ReadonlySet<CandidatePair>,
): FoundPair | undefined {
  const { firstId, secondId, firstUnionId, secondUnionId, sharedMemberCount } = candidate;
  const [first, second] = [toFirst(candidate), toSecond(candidate)];
  const facts = { sharedMemberCount, isTransposed: transposed.has(candidate) };
  const { kind, score, reasons } = comparePeople(first, second, {
    sharedMemberCount,
    isTransposed: () => facts.isTransposed,
  });
  if (kind === 'none') return undefined;
  const factsDigest = digestFacts([first, second], facts);
  const ids = { firstId, secondId, firstUnionId, secondUnionId };
  return { ...ids, kind, score, reasons, factsDigest };
}

/** The numbers themselves are read where their marks say that they may be transposed. */
async function findTransposed(
  { transaction }: Context,
  cipher: HouseholdKeys['cipher'],
  candidates: readonly CandidatePair[],
): Promise<ReadonlySet<CandidatePair>> {
  const suspects = candidates.filter(
    ({ hasSameDigits, firstIdentityIndex, secondIdentityIndex }) =>
      hasSameDigits && firstIdentityIndex !== secondIdentityIndex,
  );
  if (suspects.length === 0) return new Set();
  const ids = [...new Set(suspects.flatMap(({ firstId, secondId }) => [firstId, secondId]))];
  const rows = await transaction
    .selectFrom('householdPeople')
    .select(['id', 'identitySecret'])
    .where('id', 'in', ids)
    .execute();
  const numbers = new Map(
    rows.map(({ id, identitySecret }) => [
      id,
      identitySecret === null
        ? ''
        : toPersonKey(cipher.decrypt(identitySecret, `people.identity:${id}`)),
    ]),
  );
  const numberOf = (id: number): string => numbers.get(id) ?? '';
  return new Set(
    suspects.filter(({ firstId, secondId }) => isTransposed(numberOf(firstId), numberOf(secondId))),
  );
}

function toFirst(pair: CandidatePair): ComparablePerson {
  return {
    name: pair.firstName,
    sounds: pair.firstSounds,
    sex: toSex(pair.firstSex),
    bornOn: pair.firstBornOn,
    identityIndex: pair.firstIdentityIndex,
    cardIndex: pair.firstCardIndex,
    phoneIndex: pair.firstPhoneIndex,
    addressIndex: pair.firstAddressIndex,
  };
}

function toSecond(pair: CandidatePair): ComparablePerson {
  return {
    name: pair.secondName,
    sounds: pair.secondSounds,
    sex: toSex(pair.secondSex),
    bornOn: pair.secondBornOn,
    identityIndex: pair.secondIdentityIndex,
    cardIndex: pair.secondCardIndex,
    phoneIndex: pair.secondPhoneIndex,
    addressIndex: pair.secondAddressIndex,
  };
}

function toSex(text: string | null): ComparablePerson['sex'] {
  return text === 'male' || text === 'female' ? text : null;
}
