import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { Database, DatabaseTransaction } from '#platform/database/open-database.ts';
import { APPLICATION_ROLE } from '#platform/database/prepare-database.ts';
import { findSmallScope } from '#platform/database/small-scope.ts';
import { inTransaction } from '#platform/database/transaction.ts';

import type { BenchResult } from './bench-result.ts';
import { withDatabase } from './with-database.ts';
import type { BenchDatabase } from './with-database.ts';

const ROWS = 1_000_000;
const TOWNS = 20;
const UNIONS = 1000;
const MOST = 1.1;
const FEWEST_RUNS = 41;
/** Short questions are asked more often: a median of few milliseconds needs many. */
const MEASURING_MS = 8000;

/**
 * A list of a million rows hung on a thousand unions, asked through row-level security and by the owner
 * with the unions written out: the newest page and the count, each with the look-up of the unions.
 */
export function benchRowSecurity(): Promise<BenchResult[]> {
  return withDatabase(async (database) => {
    const roots = await seed(database.owner);
    const results: BenchResult[] = [];
    for (const [name, root] of Object.entries(roots)) {
      results.push(await compare(name, root, database));
    }
    return results;
  });
}

/** The policy is that of the files of unions, as the migrations wrote it. */
async function seed({ pool }: Database): Promise<Readonly<Record<string, number>>> {
  await pool.query(`
    insert into unions (code, name, level) values ('D', '样例区总工会', 'district');
    insert into unions (parent_id, code, name, level)
      select 1, 'T-' || n, '样例镇' || n, 'town_or_system' from generate_series(1, ${TOWNS}) n;
    insert into unions (parent_id, code, name, level)
      select 2 + n % ${TOWNS}, 'G-' || n, '样例基层' || n, 'grassroots'
      from generate_series(1, ${UNIONS - TOWNS - 1}) n;
    create table bench_cases (id int primary key, union_id int not null, name text, opened_at timestamptz);
    insert into bench_cases select n, 1 + n % ${UNIONS}, '样例' || n,
      timestamptz '2025-01-01' + n * interval '30 seconds' from generate_series(1, ${ROWS}) n;
    create index bench_cases_union on bench_cases (union_id, opened_at desc);
    create index bench_cases_opened on bench_cases (opened_at desc, id desc);
    alter table bench_cases enable row level security;
    grant select on bench_cases to ${APPLICATION_ROLE};
    do $$ begin
      execute 'create policy bench_cases_scope on bench_cases using ('
        || (select qual from pg_policies where policyname = 'stored_files_scope') || ')';
    end $$;`);
  await pool.query('vacuum analyze');
  return { district: 1, town: 2, 'grassroots union': UNIONS };
}

async function compare(
  name: string,
  root: number,
  { owner, app }: BenchDatabase,
): Promise<BenchResult> {
  const guarded = (): Promise<number> =>
    inTransaction(app, { roots: [root], accountId: null }, async (transaction) => {
      // As every list does.
      const few = await findSmallScope(transaction);
      return list(transaction, few === undefined ? sql`true` : isOneOf(few));
    });
  const plain = (): Promise<number> =>
    owner.query.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('unionClosure')
        .select('descendantId')
        .where('ancestorId', '=', root)
        .execute();
      const ids = rows.map(({ descendantId }) => descendantId);
      return list(transaction, isOneOf(ids));
    });
  const [seen, named] = [await guarded(), await plain()];
  if (seen !== named) throw new Error(`row-level security shows ${seen} rows, not ${named}`);
  const times: { guarded: number; plain: number }[] = [];
  // One after the other, so that what else the machine does meets both alike.
  const until = performance.now() + MEASURING_MS;
  while (times.length < FEWEST_RUNS || performance.now() < until) {
    times.push({ guarded: await clock(guarded), plain: await clock(plain) });
  }
  const [slow, quick] = [median(times.map((t) => t.guarded)), median(times.map((t) => t.plain))];
  const ratio = slow / quick;
  return {
    name: `list through row-level security, ${name} (${seen} rows, ${quick.toFixed(1)} ms without)`,
    value: `× ${ratio.toFixed(2)}`,
    bar: `≤ × ${MOST.toFixed(2)}`,
    met: ratio <= MOST,
  };
}

/** Written out, so that the planner knows how many they are. */
function isOneOf(unions: readonly number[]): RawBuilder<unknown> {
  return sql`union_id = any(${sql.lit(`{${unions.join(',')}}`)}::int[])`;
}

async function list(
  transaction: DatabaseTransaction,
  scope: ReturnType<typeof sql>,
): Promise<number> {
  await sql`select id, union_id, name, opened_at from bench_cases where ${scope}
    order by opened_at desc, id desc limit 50`.execute(transaction);
  const { rows } = await sql<{
    total: number;
  }>`select count(*) as total from bench_cases where ${scope}`.execute(transaction);
  return rows[0]?.total ?? 0;
}

async function clock(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
