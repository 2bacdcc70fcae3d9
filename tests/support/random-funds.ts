import fc from 'fast-check';
import { sql } from 'kysely';

import { isAppError } from '#core/app-error.ts';
import { fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import {
  commitFunds,
  recoverFunds,
  releaseFunds,
  reserveFunds,
  spendFunds,
  uncommitFunds,
} from '#features/funds/server/commands/move-case-funds.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database/open-database.ts';

import { asActor } from './context.ts';

/** The same database as its owner and as the application sees it. */
interface Databases {
  readonly owner: Database;
  readonly app: Database;
}

export const CASES = 24;
const ON = day('2026-03-02');

/** A district with a town and a grassroots union, their cases, and two sources a tier of some thousands of yuan. */
const STAGE = `
  insert into unions (code, name, level) values ('FD', '样例区总工会', 'district');
  insert into unions (parent_id, code, name, level) values (1, 'FT', '样例镇总工会', 'town_or_system');
  insert into unions (parent_id, code, name, level) values (2, 'FG', '样例公司工会', 'grassroots');
  insert into accounts (id, union_id, username, display_name) overriding system value
    select n, 1, 'fund.' || n, '样例' || n from generate_series(1, 4) n;
  insert into households (id, union_id, file_number, opened_on, hardship_class, member_count, checked_on, tier)
    select n, 3, 'F-' || n, '2025-01-01', 'deep', 1, '2026-01-01', case when n % 2 = 0 then 'national' else 'district' end
    from generate_series(1, ${CASES}) n;
  insert into household_people (id, household_id, union_id, role, relation, name)
    select n, n, 3, 'head', 'head', '样例' || n from generate_series(1, ${CASES}) n;
  insert into policy_versions (id, union_id, code, title, valid_from, body) values (1, 1, 'f', '样例制度', '2026-01-01', '{}');
  insert into applications (id, number, union_id, household_id, person_id, applicant_name, is_on_behalf, aid_type, policy_version_id,
      state, applied_on, entered_on, facts_secret)
    select n, 'F' || n, 3, n, n, '样例' || n, true, case when n % 3 = 0 then '紧急救助' else '季度救助' end, 1,
      'district_approval', '2026-03-02', '2026-03-02', '' from generate_series(1, ${CASES}) n;
  insert into fund_years (id, union_id, year) values (1, 1, 2026), (2, 2, 2026), (3, 1, 2025);
  insert into fund_sources (id, fund_year_id, union_id, year, kind, name, file_tiers, aid_types) values
    (1, 1, 1, 2026, 'fiscal', '财政资金', '{national}', '{}'), (2, 1, 1, 2026, 'union', '工会经费', '{}', '{}'),
    (3, 2, 2, 2026, 'union', '工会经费', '{}', '{紧急救助}'), (4, 3, 1, 2025, 'union', '工会经费', '{}', '{}');
  insert into fund_entries (source_id, union_id, kind, amount_fen, happened_on, recorded_by_name)
    select s.id, s.union_id, k, case k when 'initial' then 300000 else 120000 end, '2026-01-05', '样例'
    from fund_sources s, unnest(array['initial', 'received']) k`;

export async function stageFunds({ owner }: Pick<Databases, 'owner'>): Promise<void> {
  await owner.pool.query(STAGE);
}

const ACTS = ['reserve', 'release', 'commit', 'uncommit', 'spend', 'recover'] as const;
const Act = fc.record({
  act: fc.constantFrom(...ACTS, 'reserve', 'commit', 'spend'),
  cases: fc.uniqueArray(fc.integer({ min: 1, max: CASES }), { minLength: 1, maxLength: 5 }),
  sourceId: fc.integer({ min: 1, max: 4 }),
  amountFen: fc.integer({ min: 1, max: 90_000 }).map((amount) => fen(amount)),
});
type Told = typeof Act extends fc.Arbitrary<infer One> ? One : never;

export interface FundsTold {
  readonly kept: number;
  /** Refusals by their code. */
  readonly refusals: ReadonlyMap<string, number>;
  /** How often somebody looked while money moved, and what did not add up then. */
  readonly looks: number;
  readonly violations: readonly string[];
}

/**
 * Moves money by chance from several sessions at once while another one looks without pause. Whatever is
 * refused is refused in words; anything else is thrown.
 */
export async function runFunds(
  databases: Databases,
  { seed, steps, sessions }: { seed: number; steps: number; sessions: number },
): Promise<FundsTold> {
  const moves = fc.sample(Act, { seed, numRuns: steps });
  const refusals = new Map<string, number>();
  const violations: string[] = [];
  let kept = 0;
  let next = 0;
  let looks = 0;
  const work = Array.from({ length: sessions }, async (_, session) => {
    for (let at = next++; at < moves.length; at = next++) {
      const move = moves[at];
      if (move === undefined) break;
      try {
        const actor = { accountId: session + 1, name: `样例${session}`, scopeRoots: [1] };
        await asActor(databases.app, actor, (context) => make(context, move));
        kept++;
      } catch (error) {
        if (!isAppError(error)) throw error;
        refusals.set(error.code, (refusals.get(error.code) ?? 0) + 1);
      }
    }
  });
  const running = { isOver: false };
  const looking = (async () => {
    while (!running.isOver) {
      violations.push(...(await findFundViolations(databases.owner)));
      looks++;
    }
  })();
  try {
    await Promise.all(work);
  } finally {
    running.isOver = true;
    await looking;
  }
  return { kept, refusals, looks, violations };
}

async function make(context: Context, { act, cases, sourceId, amountFen }: Told): Promise<void> {
  const of = { applicationIds: cases, on: ON };
  switch (act) {
    case 'reserve':
      return reserveFunds(
        context,
        cases.map((applicationId) => ({ applicationId, sourceId, amountFen })),
        ON,
      );
    case 'release':
      return releaseFunds(context, of);
    case 'commit':
      return commitFunds(context, of);
    case 'uncommit':
      return uncommitFunds(context, of);
    case 'spend':
      return spendFunds(context, of);
    case 'recover':
      return recoverFunds(context, {
        applicationId: cases[0] ?? 1,
        amountFen,
        on: ON,
        note: '误发追回',
      });
  }
}

/** Everything that must never be seen, at whatever instant one looks; empty when all holds. */
export async function findFundViolations({ query }: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ rule: string; count: number }>`
    with sums as (
      select source_id, sum(initial_part) as i, sum(changed_part) as c, sum(received_part) as v, sum(reserved_part) as r,
        sum(committed_part) as m, sum(spent_part) as s from fund_entries group by 1),
    cases as (
      select application_id, sum(reserved_part) as r, sum(committed_part) as m, sum(spent_part) as s
      from fund_entries where application_id is not null group by 1)
    select 'balances that are not the sum of their entries' as rule, count(*)::int as count
      from fund_sources f left join sums on sums.source_id = f.id
      where (f.initial_fen, f.changed_fen, f.received_fen, f.reserved_fen, f.committed_fen, f.spent_fen)
        is distinct from (coalesce(i, 0), coalesce(c, 0), coalesce(v, 0), coalesce(r, 0), coalesce(m, 0), coalesce(s, 0))
    union all select 'a source below zero', count(*)::int from fund_sources where available_fen < 0 or cash_fen < 0
    union all select 'a case that holds another sum than its entries', count(*)::int
      from fund_reservations h full join cases on cases.application_id = h.application_id
      where (h.reserved_fen, h.committed_fen, h.spent_fen) is distinct from (r, m, s)
    union all select 'sources that hold another sum than their cases', count(*)::int from fund_sources f
      left join (select source_id, sum(reserved_fen) as r, sum(committed_fen) as m, sum(spent_fen) as s
        from fund_reservations group by 1) held on held.source_id = f.id
      where (f.reserved_fen, f.committed_fen, f.spent_fen) is distinct from (coalesce(r, 0), coalesce(m, 0), coalesce(s, 0))
    union all select 'money for a case it is not meant for', count(*)::int from fund_entries e
      join fund_sources f on f.id = e.source_id join applications a on a.id = e.application_id
      join households h on h.id = a.household_id
      where e.kind = 'reserved' and ((f.file_tiers <> '{}' and h.tier <> all (f.file_tiers))
        or (f.aid_types <> '{}' and a.aid_type <> all (f.aid_types)))
    union all select 'a case paid more often than it was granted', count(*)::int from (
      select application_id from fund_entries where application_id is not null group by 1
      having count(*) filter (where kind = 'spent') > count(*) filter (where kind = 'reserved')) broken
    union all select 'two sides of different kinds of source', count(*)::int from (
      select pair_id from fund_entries e join fund_sources f on f.id = e.source_id where pair_id is not null
      group by 1 having count(distinct f.kind) > 1 or sum(changed_part) <> 0) broken`.execute(
    query,
  );
  return rows.filter(({ count }) => count > 0).map(({ rule, count }) => `${rule}: ${count}`);
}
