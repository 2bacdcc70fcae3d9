import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { maskIdentityNumber } from '#core/mask-personal.ts';
import { oneOf, oneOfOrNull } from '#core/one-of.ts';
import type { Context } from '#platform/context.ts';
import { readCursor, writeCursor } from '#platform/page-cursor.ts';

import type {
  CivilAffairsFilter,
  CivilAffairsPage,
  CivilAffairsQuery,
  CivilAffairsRow,
} from '../../rules/civil-affairs-routes.ts';
import { CIVIL_AFFAIRS_ANSWERS, CIVIL_AFFAIRS_KINDS } from '../../rules/civil-affairs-words.ts';
import { markIdentity } from '../household-keys.ts';
import type { HouseholdKeys } from '../household-keys.ts';

interface StoredEntry {
  readonly id: number;
  readonly listName: string;
  readonly listOn: string;
  readonly name: string;
  readonly identitySecret: string;
  readonly kind: string;
  readonly unionName: string;
  readonly householdId: number | null;
  readonly fileNumber: string | null;
  readonly answer: string | null;
  readonly answerReason: string | null;
}

/** Whether a file is open is asked of the files themselves: it may have been opened since. */
const ENTRIES = sql`civil_affairs_entries e join unions u on u.id = e.union_id
  left join lateral (select p.household_id, h.file_number from household_people p
    join households h on h.id = p.household_id
    where p.identity_index = e.identity_index and p.left_on is null limit 1) f on true`;
const ANSWER = sql`case when f.household_id is not null then 'opened' else e.answer end`;
const COLUMNS = sql`e.id, e.list_name, e.list_on, e.name, e.identity_secret, e.kind,
  u.name as union_name, f.household_id, f.file_number, ${ANSWER} as answer, e.answer_reason`;

/** Counted no further: nobody reads so many. */
const MAX_COUNTED = 10_000;

/** Entries in sight, the newest first. */
export async function listEntries(
  { transaction }: Context,
  keys: HouseholdKeys,
  query: CivilAffairsQuery,
): Promise<CivilAffairsPage> {
  const condition = filter(keys, query);
  const after = query.after === undefined ? undefined : readCursor(query.after);
  const further = after === undefined ? sql`true` : sql`e.id < ${after.id}`;
  const { rows } = await sql<StoredEntry>`select ${COLUMNS} from ${ENTRIES}
    where ${condition} and ${further} order by e.id desc limit ${query.limit + 1}`.execute(
    transaction,
  );
  const counted = await sql<{ total: number }>`select count(*) as total
    from (select from ${ENTRIES} where ${condition} limit ${sql.lit(MAX_COUNTED)}) as listed`.execute(
    transaction,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const hasMore = rows.length > query.limit && last !== undefined;
  return {
    items: page.map((row) => toView(keys, row)),
    next: hasMore ? writeCursor({ key: '', id: last.id }) : null,
    total: counted.rows[0]?.total ?? 0,
  };
}

/** All entries of a filter by list, at most so many. */
export async function listAllEntries(
  { transaction }: Context,
  keys: HouseholdKeys,
  { filter: wish, max }: { readonly filter: CivilAffairsFilter; readonly max: number },
): Promise<CivilAffairsRow[]> {
  const { rows } = await sql<StoredEntry>`select ${COLUMNS} from ${ENTRIES}
    where ${filter(keys, wish)} order by e.list_on desc, e.list_name, e.id limit ${max}`.execute(
    transaction,
  );
  return rows.map((row) => toView(keys, row));
}

/** @throws AppError `not_found` `civil_affairs.unknown`, also for an entry out of sight. */
export async function getEntry(
  { transaction }: Context,
  keys: HouseholdKeys,
  id: number,
): Promise<CivilAffairsRow> {
  const { rows } =
    await sql<StoredEntry>`select ${COLUMNS} from ${ENTRIES} where e.id = ${id}`.execute(
      transaction,
    );
  if (rows[0] === undefined) throw new AppError('not_found', 'civil_affairs.unknown');
  return toView(keys, rows[0]);
}

const WHOLE_NUMBER = /^\d{15}$|^\d{17}[\dX]$/i;

function filter(
  { blindIndex }: HouseholdKeys,
  { search = '', answer, kind }: CivilAffairsFilter,
): RawBuilder<unknown> {
  const ofKind = kind === undefined ? sql`true` : sql`e.kind = ${kind}`;
  const answered =
    answer === undefined
      ? sql`true`
      : answer === 'none'
        ? sql`${ANSWER} is null`
        : sql`${ANSWER} = ${answer}`;
  return sql`${ofKind} and ${answered} and ${matches(blindIndex, search)}`;
}

function matches(blindIndex: HouseholdKeys['blindIndex'], search: string): RawBuilder<unknown> {
  if (search === '') return sql`true`;
  const number = search.normalize('NFKC').replaceAll(/\s/g, '');
  if (WHOLE_NUMBER.test(number)) return sql`e.identity_index = ${markIdentity(blindIndex, number)}`;
  return sql`(e.name ~>=~ ${search} and e.name ~<~ ${`${search}\u{10FFFF}`})`;
}

function toView({ cipher }: HouseholdKeys, entry: StoredEntry): CivilAffairsRow {
  const { identitySecret, kind, answer, ...row } = entry;
  const number = cipher.decrypt(identitySecret, `civil_affairs.identity:${entry.id}`);
  return {
    ...row,
    identityNumber: maskIdentityNumber(number),
    kind: oneOf(CIVIL_AFFAIRS_KINDS, kind),
    answer: oneOfOrNull(CIVIL_AFFAIRS_ANSWERS, answer),
  };
}
