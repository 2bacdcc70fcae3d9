import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { maskIdentityNumber } from '#core/mask-personal.ts';
import { oneOf, oneOfOrNull } from '#core/one-of.ts';
import type { Context } from '#platform/context.ts';
import { readCursor, writeCursor } from '#platform/page-cursor.ts';

import { DUPLICATE_KINDS } from '../rules/compare-people.ts';
import type { DuplicateListQuery } from '../rules/duplicate-inputs.ts';
import { VERDICTS } from '../rules/duplicate-views.ts';
import type { DuplicatePage, DuplicateRow } from '../rules/duplicate-views.ts';
import type { HouseholdKeys } from './household-keys.ts';

export interface StoredPair {
  readonly id: number;
  readonly kind: string;
  readonly score: number;
  readonly reasons: DuplicateRow['reasons'];
  readonly factsDigest: string;
  readonly foundAt: Date;
  readonly verdict: string | null;
  readonly verdictReason: string | null;
  readonly verdictByName: string | null;
  readonly verdictAt: Date | null;
  readonly firstUnionId: number;
  readonly firstId: number;
  readonly firstHouseholdId: number;
  readonly firstFileNumber: string;
  readonly firstUnionName: string;
  readonly firstName: string;
  readonly firstSecret: string | null;
  readonly secondId: number;
  readonly secondHouseholdId: number;
  readonly secondFileNumber: string;
  readonly secondUnionName: string;
  readonly secondName: string;
  readonly secondSecret: string | null;
}

const COLUMNS = sql`d.id, d.kind, d.score, d.reasons, d.facts_digest, d.found_at, d.verdict,
  d.verdict_reason, by.display_name as verdict_by_name, d.verdict_at, d.first_union_id,
  d.first_id, p.household_id as first_household_id, hp.file_number as first_file_number,
  up.name as first_union_name, p.name as first_name, p.identity_secret as first_secret,
  d.second_id, q.household_id as second_household_id, hq.file_number as second_file_number,
  uq.name as second_union_name, q.name as second_name, q.identity_secret as second_secret`;
const PAIRS = sql`duplicate_pairs d
  join household_people p on p.id = d.first_id join households hp on hp.id = p.household_id
  join unions up on up.id = hp.union_id
  join household_people q on q.id = d.second_id join households hq on hq.id = q.household_id
  join unions uq on uq.id = hq.union_id
  left join accounts by on by.id = d.verdict_by`;
/** Open pairs of people who have left both files, or whose files were merged, are settled. */
const IS_ALIVE = sql`(d.verdict is not null or ((p.left_on is null or q.left_on is null)
  and (p.left_on is null or hp.state = 'exited') and (q.left_on is null or hq.state = 'exited')))`;

/** Pairs in sight, the surest first. */
export async function listDuplicates(
  { transaction }: Context,
  keys: Pick<HouseholdKeys, 'cipher'>,
  query: DuplicateListQuery,
): Promise<DuplicatePage> {
  const conditions = filter(query);
  const after = query.after === undefined ? undefined : readCursor(query.after);
  const further =
    after === undefined ? sql`true` : sql`(-d.score, d.id) > (${Number(after.key)}, ${after.id})`;
  const { rows } = await sql<StoredPair>`select ${COLUMNS} from ${PAIRS}
    where ${conditions} and ${further} order by -d.score, d.id limit ${query.limit + 1}`.execute(
    transaction,
  );
  const counted = await sql<{ total: number }>`select count(*) as total from ${PAIRS}
    where ${conditions}`.execute(transaction);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => toRow(keys, row)),
    next:
      rows.length > query.limit && last !== undefined
        ? writeCursor({ key: String(-last.score), id: last.id })
        : null,
    total: counted.rows[0]?.total ?? 0,
  };
}

function filter({ state, kind, householdId }: DuplicateListQuery): RawBuilder<unknown> {
  const verdict =
    state === 'all'
      ? sql`true`
      : state === 'open'
        ? sql`d.verdict is null`
        : sql`d.verdict = ${state}`;
  const ofKind = kind === undefined ? sql`true` : sql`d.kind = ${kind}`;
  const ofFile =
    householdId === undefined ? sql`true` : sql`${householdId} in (p.household_id, q.household_id)`;
  return sql`${verdict} and ${ofKind} and ${ofFile} and ${IS_ALIVE}`;
}

/** Undefined for a pair that is not there or of which one side is out of sight. */
export async function findPair(
  { transaction }: Context,
  id: number,
): Promise<StoredPair | undefined> {
  const { rows } =
    await sql<StoredPair>`select ${COLUMNS} from ${PAIRS} where d.id = ${id}`.execute(transaction);
  return rows[0];
}

export function toRow({ cipher }: Pick<HouseholdKeys, 'cipher'>, pair: StoredPair): DuplicateRow {
  const numberOf = (personId: number, secret: string | null): string | null =>
    secret === null
      ? null
      : maskIdentityNumber(cipher.decrypt(secret, `people.identity:${personId}`));
  return {
    id: pair.id,
    kind: oneOf(DUPLICATE_KINDS, pair.kind),
    score: pair.score,
    reasons: pair.reasons,
    first: {
      personId: pair.firstId,
      householdId: pair.firstHouseholdId,
      fileNumber: pair.firstFileNumber,
      unionName: pair.firstUnionName,
      name: pair.firstName,
      identityNumber: numberOf(pair.firstId, pair.firstSecret),
    },
    second: {
      personId: pair.secondId,
      householdId: pair.secondHouseholdId,
      fileNumber: pair.secondFileNumber,
      unionName: pair.secondUnionName,
      name: pair.secondName,
      identityNumber: numberOf(pair.secondId, pair.secondSecret),
    },
    foundAt: pair.foundAt.toISOString(),
    verdict: oneOfOrNull(VERDICTS, pair.verdict),
  };
}
