import { sql } from 'kysely';
import type { RawBuilder, SelectQueryBuilder } from 'kysely';

import { loadSettings } from '#features/settings/server/commands/load-settings.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import type { DB } from '#platform/database/schema.ts';
import { findSmallScope } from '#platform/database/small-scope.ts';
import { readCursor, writeCursor } from '#platform/page-cursor.ts';

import type { HouseholdFilter, HouseholdListQuery } from '../rules/household-inputs.ts';
import type { HouseholdPage } from '../rules/household-views.ts';
import { markCard, markIdentity, markPhone } from './household-keys.ts';
import type { HouseholdKeys } from './household-keys.ts';
import { readHouseholdRows } from './read-household-rows.ts';

type Filtered = SelectQueryBuilder<DB & { h: DB['households'] }, 'h', object>;

/** Counted no further: nobody reads so many, and counting them all takes longer than the list. */
export const MAX_COUNTED = 10_000;

interface Order {
  readonly key: RawBuilder<string>;
  readonly isDescending: boolean;
}

const ORDERS: Readonly<Record<HouseholdListQuery['sort'], Order>> = {
  newest: { key: sql<string>`h.id`, isDescending: true },
  file_number: { key: sql<string>`h.file_number`, isDescending: false },
  checked: { key: sql<string>`h.checked_on`, isDescending: false },
};

export async function listHouseholds(
  context: Context,
  keys: HouseholdKeys,
  query: HouseholdListQuery,
): Promise<HouseholdPage> {
  const { key, isDescending } = ORDERS[query.sort];
  const after = query.after === undefined ? undefined : readCursor(query.after);
  const filter = await prepareFilter(context, keys, query);
  const beyond = isDescending ? sql`<` : sql`>`;
  const direction = isDescending ? 'desc' : 'asc';
  const found = await filter(context)
    .select('h.id')
    .select(sql<string>`${key}::text`.as('key'))
    .$if(after !== undefined, (select) =>
      select.where(sql<boolean>`(${key}, h.id) ${beyond} (${after?.key ?? ''}, ${after?.id ?? 0})`),
    )
    .orderBy(key, direction)
    .orderBy('h.id', direction)
    .limit(query.limit + 1)
    .execute();
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await readHouseholdRows(
      context,
      keys,
      page.map(({ id }) => id),
    ),
    next: found.length > query.limit && last !== undefined ? writeCursor(last) : null,
    total: await countUpTo(context, filter(context), MAX_COUNTED),
  };
}

/** Ids of the files of a filter by number, at most so many. */
export async function listHouseholdIds(
  context: Context,
  keys: HouseholdKeys,
  { filter: wish, max }: { readonly filter: HouseholdFilter; readonly max: number },
): Promise<readonly number[]> {
  const filter = await prepareFilter(context, keys, wish);
  const rows = await filter(context).select('h.id').orderBy('h.fileNumber').limit(max).execute();
  return rows.map(({ id }) => id);
}

async function countUpTo(
  { transaction }: Context,
  filtered: Filtered,
  max: number,
): Promise<number> {
  const { total } = await transaction
    .selectFrom(filtered.select('h.id').limit(max).as('some'))
    .select((all) => all.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** The filter with all that it asks of the settings and the keys, to be used more than once. */
async function prepareFilter(
  context: Context,
  keys: HouseholdKeys,
  wish: HouseholdFilter,
): Promise<(context: Context) => Filtered> {
  const isDue = await findDueCondition(context, wish);
  const unions = await findSmallScope(context.transaction);
  const { search = '', state, hardshipClass, tier, mainCause, below, isKnownEligible } = wish;
  return ({ transaction }) =>
    transaction
      .selectFrom('households as h')
      .$if(unions !== undefined, (select) =>
        select.where(
          sql<boolean>`h.union_id = any(${sql.lit(`{${(unions ?? []).join(',')}}`)}::int[])`,
        ),
      )
      .$if(state !== 'all', (select) => select.where('h.state', '=', state))
      .$if(hardshipClass !== undefined, (select) =>
        select.where('h.hardshipClass', '=', hardshipClass ?? ''),
      )
      .$if(tier !== undefined, (select) => select.where('h.tier', '=', tier ?? ''))
      .$if(mainCause !== undefined, (select) => select.where('h.mainCause', '=', mainCause ?? ''))
      .$if(isKnownEligible !== undefined, (select) =>
        select.where('h.isKnownEligible', '=', isKnownEligible ?? false),
      )
      .$if(isDue !== undefined, (select) => select.where(isDue ?? sql<boolean>`false`))
      .$if(below !== undefined, (select) =>
        select.where('h.unionId', 'in', (inner) =>
          inner
            .selectFrom('unionClosure')
            .select('descendantId')
            .where('ancestorId', '=', below ?? 0),
        ),
      )
      .$if(search !== '', (select) => select.where(matches(keys, wish)));
}

/** As `nextCheckOn` counts: a month that is too short ends the count with its last day. */
async function findDueCondition(
  { transaction, now }: Context,
  { isCheckDue }: HouseholdFilter,
): Promise<RawBuilder<boolean> | undefined> {
  if (isCheckDue === undefined) return undefined;
  const today = toChinaDay(now);
  const settings = await loadSettings(transaction, today);
  const months = settings['households.recheck_months'];
  const dueOn = sql`(h.checked_on + make_interval(months => ${months}::int))::date`;
  return isCheckDue
    ? sql<boolean>`(h.state = 'open' and ${dueOn} <= ${today}::date)`
    : sql<boolean>`(h.state = 'open' and ${dueOn} > ${today}::date)`;
}

/** Identity numbers of both lengths, mobile numbers and cards: whole, blanks left out. */
const WHOLE_NUMBER = /^\d{11,19}X?$/i;

/** One set of ids from both tables: either is found by an index of its own. */
function matches(
  keys: HouseholdKeys,
  { search = '', state }: HouseholdFilter,
): RawBuilder<boolean> {
  const number = search.normalize('NFKC').replaceAll(/\s/g, '');
  const byPerson = WHOLE_NUMBER.test(number)
    ? hasNumber(keys, number)
    : startsWith('p.name', search);
  // In a file that has ended everybody has left.
  const present = state === 'open' ? sql`and p.left_on is null` : sql``;
  return sql<boolean>`h.id in (select p.household_id from household_people p where ${byPerson} ${present}
    union all select f.id from households f where ${startsWith('f.file_number', search)})`;
}

function hasNumber({ blindIndex }: HouseholdKeys, number: string): RawBuilder<boolean> {
  return sql<boolean>`(p.identity_index = ${markIdentity(blindIndex, number)}
    or p.phone_index = ${markPhone(blindIndex, number)}
    or p.card_index = ${markCard(blindIndex, number)})`;
}

/** As a range of bytes: `like` may not use an index on rows that a policy guards. */
function startsWith(column: 'p.name' | 'f.file_number', start: string): RawBuilder<boolean> {
  const end = `${start}\u{10FFFF}`;
  return sql<boolean>`(${sql.ref(column)} ~>=~ ${start} and ${sql.ref(column)} ~<~ ${end})`;
}
