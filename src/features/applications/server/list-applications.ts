import { sql } from 'kysely';
import type { RawBuilder, SelectQueryBuilder } from 'kysely';

import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import type { DB } from '#platform/database/schema.ts';
import { findSmallScope } from '#platform/database/small-scope.ts';
import { readCursor, writeCursor } from '#platform/page-cursor.ts';

import type { ApplicationFilter, ApplicationListQuery } from '../rules/application-inputs.ts';
import type { ApplicationPage } from '../rules/application-views.ts';
import { APPLICATION_STATES, isOpenState } from '../rules/states.ts';
import type { ApplicationState } from '../rules/states.ts';
import type { Seat } from '../rules/tiers.ts';
import { findSeats } from './find-seats.ts';
import { readApplicationRows } from './read-application-rows.ts';

type Filtered = SelectQueryBuilder<DB & { a: DB['applications'] }, 'a', object>;

/** Counted no further: nobody reads so many, and counting them all takes longer than the list. */
export const MAX_COUNTED = 10_000;

const OPEN = APPLICATION_STATES.filter(isOpenState);
const DONE = APPLICATION_STATES.filter((state) => !isOpenState(state) && state !== 'draft');
/** What has no limit comes last. */
const LAST_DAY = '9999-12-31';

export async function listApplications(
  context: Context,
  query: ApplicationListQuery,
): Promise<ApplicationPage> {
  const filtered = filter(context, query, await findReader(context, query));
  // By the day due among what is open only: everything that was ever decided has none.
  const isByDue = query.sort === 'due' && (query.view === 'todo' || query.view === 'open');
  const key = isByDue
    ? sql<string>`coalesce(a.due_on, ${sql.lit(LAST_DAY)}::date)`
    : sql<string>`a.id`;
  const after = query.after === undefined ? undefined : readCursor(query.after);
  const found = await filtered
    .select('a.id')
    .select(sql<string>`${key}::text`.as('key'))
    .$if(after !== undefined, (select) =>
      select.where(isBeyond(key, isByDue, { key: after?.key ?? '', id: after?.id ?? 0 })),
    )
    .orderBy(key, isByDue ? 'asc' : 'desc')
    .orderBy('a.id', isByDue ? 'asc' : 'desc')
    .limit(query.limit + 1)
    .execute();
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await readApplicationRows(
      context,
      page.map(({ id }) => id),
    ),
    next: found.length > query.limit && last !== undefined ? writeCursor(last) : null,
    total: await countUpTo(context, filtered),
  };
}

/** Whatever a filter finds, up to `max` of the newest, the oldest of them first: as lists on paper run. */
export async function listApplicationIds(
  context: Context,
  wish: ApplicationFilter,
  max: number,
): Promise<readonly number[]> {
  const found = await filter(context, wish, await findReader(context, wish))
    .select('a.id')
    .orderBy('a.id', 'desc')
    .limit(max)
    .execute();
  return found.map(({ id }) => id).toReversed();
}

async function findReader(context: Context, { view }: ApplicationFilter): Promise<Reader> {
  return {
    seats: view === 'todo' ? await findSeats(context) : [],
    unions: await findSmallScope(context.transaction),
  };
}

function isBeyond(
  key: RawBuilder<string>,
  isRising: boolean,
  last: { readonly key: string; readonly id: number },
): RawBuilder<boolean> {
  return isRising
    ? sql<boolean>`(${key}, a.id) > (${last.key}::date, ${last.id})`
    : sql<boolean>`a.id < ${last.id}`;
}

async function countUpTo({ transaction }: Context, filtered: Filtered): Promise<number> {
  const { total } = await transaction
    .selectFrom(filtered.select('a.id').limit(MAX_COUNTED).as('some'))
    .select((all) => all.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

interface Reader {
  readonly seats: readonly Seat[];
  readonly unions: readonly number[] | undefined;
}

function filter(
  { transaction, actor, now }: Context,
  wish: ApplicationFilter,
  { seats, unions }: Reader,
): Filtered {
  const { search = '', below, state, aidType, light, appliedFrom, appliedTo, householdId } = wish;
  const today = toChinaDay(now);
  return transaction
    .selectFrom('applications as a')
    .$if(unions !== undefined, (select) =>
      select.where(
        sql<boolean>`a.union_id = any(${sql.lit(`{${(unions ?? []).join(',')}}`)}::int[])`,
      ),
    )
    .where(ofView(wish.view, seats, actor.accountId))
    .$if(state !== undefined, (select) => select.where('a.state', '=', state ?? ''))
    .$if(aidType !== undefined, (select) => select.where('a.aidType', '=', aidType ?? ''))
    .$if(householdId !== undefined, (select) =>
      select.where('a.householdId', '=', householdId ?? 0),
    )
    .$if(light !== undefined, (select) => select.where(hasLight(light ?? 'red', today)))
    .$if(appliedFrom !== undefined, (select) =>
      select.where('a.appliedOn', '>=', appliedFrom ?? ''),
    )
    .$if(appliedTo !== undefined, (select) => select.where('a.appliedOn', '<=', appliedTo ?? ''))
    .$if(below !== undefined, (select) =>
      select.where('a.unionId', 'in', (inner) =>
        inner
          .selectFrom('unionClosure')
          .select('descendantId')
          .where('ancestorId', '=', below ?? 0),
      ),
    )
    .$if(search !== '', (select) =>
      select.where(
        sql<boolean>`(${startsWith('a.applicant_name', search)} or ${startsWith('a.number', search)})`,
      ),
    );
}

function hasLight(light: 'green' | 'yellow' | 'red', today: string): RawBuilder<boolean> {
  if (light === 'red') return sql<boolean>`a.due_on < ${today}::date`;
  if (light === 'green') return sql<boolean>`a.warn_on > ${today}::date`;
  return sql<boolean>`(a.warn_on <= ${today}::date and a.due_on >= ${today}::date)`;
}

function ofView(
  view: ApplicationFilter['view'],
  seats: readonly Seat[],
  accountId: number | null,
): RawBuilder<boolean> {
  if (view === 'all') return sql<boolean>`true`;
  if (view === 'open') return sql<boolean>`a.state = any(${toList(OPEN)})`;
  if (view === 'done') return sql<boolean>`a.state = any(${toList(DONE)})`;
  const waiting = seats.map((seat) => waitsFor(seat, accountId));
  return waiting.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(${sql.join(waiting, sql` or `)})`;
}

/** What each desk has to do; whoever filed for a worker answers for the worker. */
function waitsFor(seat: Seat, accountId: number | null): RawBuilder<boolean> {
  switch (seat) {
    case 'filing':
      return sql<boolean>`(a.state in ('draft', 'returned', 'supplementing') and a.filed_by = ${accountId})`;
    case 'grassroots':
      return atTier(['grassroots_review', 'grassroots_notice'], 'grassroots_review', [
        'grassroots',
      ]);
    case 'town':
      return atTier(['town_review'], 'town_review', ['town_or_system']);
    case 'district':
      return atTier(['district_review', 'economic_check', 'district_notice'], 'district_review', [
        'district',
        'city',
      ]);
    case 'approval':
      return sql<boolean>`a.state in ('district_approval', 'reexamination')`;
  }
}

function atTier(
  states: readonly ApplicationState[],
  review: ApplicationState,
  levels: readonly string[],
): RawBuilder<boolean> {
  return sql<boolean>`(a.state = any(${toList(states)})
    or (a.state = 'home_visit' and a.resume_state = ${sql.lit(review)})
    or (a.state = 'submitted' and a.union_id in (select u.id from unions u where u.level = any(${toList(levels)}))))`;
}

function toList(words: readonly string[]): RawBuilder<unknown> {
  return sql`${sql.lit(`{${words.join(',')}}`)}::text[]`;
}

/** As a range of bytes: `like` may not use an index on rows that a policy guards. */
function startsWith(column: 'a.applicant_name' | 'a.number', start: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(column)} ~>=~ ${start} and ${sql.ref(column)} ~<~ ${`${start}\u{10FFFF}`})`;
}
