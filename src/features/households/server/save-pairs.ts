import { createHash } from 'node:crypto';

import { sql } from 'kysely';

import type { Context } from '#platform/context.ts';

import type { Comparison, ComparablePerson, DuplicateKind } from '../rules/compare-people.ts';

/** Two rows of people that may be one, as they were found just now. */
export interface FoundPair {
  readonly firstId: number;
  readonly secondId: number;
  readonly firstUnionId: number;
  readonly secondUnionId: number;
  readonly kind: DuplicateKind;
  readonly score: number;
  readonly reasons: Comparison['reasons'];
  readonly factsDigest: string;
}

/** Of all that was compared: a verdict holds for these facts and no others. */
export function digestFacts(
  people: readonly [ComparablePerson, ComparablePerson],
  { sharedMemberCount, isTransposed }: { sharedMemberCount: number; isTransposed: boolean },
): string {
  const facts = people.map((person) => [
    person.name,
    person.sex,
    person.bornOn,
    person.identityIndex,
    person.cardIndex,
    person.phoneIndex,
    person.addressIndex,
  ]);
  const text = JSON.stringify([facts, sharedMemberCount, isTransposed]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Writes pairs; one that was judged stays so unless other facts stand behind it now. */
export async function savePairs(
  { transaction, now }: Context,
  pairs: readonly FoundPair[],
): Promise<void> {
  if (pairs.length === 0) return;
  const same = sql`d.facts_digest = excluded.facts_digest`;
  await sql`insert into duplicate_pairs as d (first_id, second_id, first_union_id, second_union_id,
      kind, score, reasons, facts_digest, found_at)
    select f.first_id, f.second_id, f.first_union_id, f.second_union_id, f.kind, f.score, f.reasons,
      f.facts_digest, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(pairs.map(toRow))}::jsonb) as f (first_id bigint,
      second_id bigint, first_union_id int, second_union_id int, kind text, score int, reasons jsonb,
      facts_digest text)
    on conflict (first_id, second_id) do update set
      first_union_id = excluded.first_union_id, second_union_id = excluded.second_union_id,
      kind = excluded.kind, score = excluded.score, reasons = excluded.reasons,
      facts_digest = excluded.facts_digest, found_at = excluded.found_at,
      verdict = case when ${same} then d.verdict end,
      verdict_reason = case when ${same} then d.verdict_reason end,
      verdict_by = case when ${same} then d.verdict_by end,
      verdict_at = case when ${same} then d.verdict_at end`.execute(transaction);
}

function toRow(pair: FoundPair): object {
  return {
    first_id: pair.firstId,
    second_id: pair.secondId,
    first_union_id: pair.firstUnionId,
    second_union_id: pair.secondUnionId,
    kind: pair.kind,
    score: pair.score,
    reasons: pair.reasons,
    facts_digest: pair.factsDigest,
  };
}

/** Takes away open pairs in sight that were not found again: their facts have changed. */
export async function removeStalePairs(
  { transaction, now }: Context,
  householdIds: readonly number[] | 'all',
): Promise<void> {
  await transaction
    .deleteFrom('duplicatePairs')
    .where('verdict', 'is', null)
    .where('foundAt', '<', now)
    .$if(householdIds !== 'all', (select) =>
      select.where(
        sql<boolean>`exists (select from household_people p
          where p.id in (duplicate_pairs.first_id, duplicate_pairs.second_id)
            and p.household_id = any(${sql.val([...householdIds])}::bigint[]))`,
      ),
    )
    .execute();
}
