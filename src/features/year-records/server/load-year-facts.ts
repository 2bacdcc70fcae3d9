import { sql } from 'kysely';

import type { PlainDate } from '#core/plain-date.ts';
import { day } from '#core/plain-date.ts';
import type { FundFacts, PolicyForwarding } from '#features/fund-years/rules/year-records.ts';
import { classStandardsOn } from '#features/households/rules/class-standards.ts';
import { loadSettings } from '#features/settings/server/commands/load-settings.ts';
import type { Context } from '#platform/context.ts';

import type { YearExport } from '../rules/year-export-inputs.ts';
import type { LedgerYear } from './load-ledger.ts';

/** 项目 of a year: what the person told, and what the records tell. */
export async function loadFundFacts(context: Context, wish: YearExport): Promise<FundFacts> {
  const { year, cutoff, fundName, plannedRows, plannedQuarterlyRows, plannedEmergencyRows } = wish;
  const settings = await loadSettings(context.transaction, cutoff);
  return {
    name: fundName,
    organization: await findOrganization(context),
    year,
    department: null,
    minimumLivingFen: classStandardsOn(settings, cutoff).minimumLiving?.fen ?? null,
    plannedRows,
    plannedQuarterlyRows,
    plannedEmergencyRows,
    eligiblePersons: await countEligible(context, { year, cutoff }),
    nextYearBudgetFen: null,
    questionnairesSent: null,
    cutoff,
  };
}

/** 政策转发 of a year: every union that a version was sent to, and when it had it. */
export async function loadForwardings(
  { transaction }: Context,
  { year, cutoff }: LedgerYear,
): Promise<PolicyForwarding[]> {
  const rows = await transaction
    .selectFrom('policyForwardings as f')
    .innerJoin('policyVersions as v', 'v.id', 'f.policyId')
    .innerJoin('unions as u', 'u.id', 'f.unionId')
    .select(['v.title', 'u.name', 'f.receivedOn', 'f.evidence'])
    .where('f.sentOn', '>=', `${year}-01-01`)
    .where('f.sentOn', '<=', cutoff < `${year}-12-31` ? cutoff : `${year}-12-31`)
    .orderBy('f.sentOn')
    .orderBy('u.code')
    .execute();
  return rows.map(({ title, name, receivedOn, evidence }, index) => ({
    row: `政策转发!${index + 2}`,
    document: title,
    union: name,
    due: true,
    forwardedOn: receivedOn === null ? null : day(receivedOn),
    evidence,
  }));
}

/** The union whose right it is: of several the highest. */
async function findOrganization({ transaction, actor }: Context): Promise<string> {
  const { scopeRoots } = actor;
  const union = await transaction
    .selectFrom('unions as u')
    .select('u.name')
    .$if(scopeRoots !== 'all', (query) =>
      query.where(sql<boolean>`u.id = any(${sql.val([...scopeRoots])}::int[])`),
    )
    .orderBy(sql`(select count(*) from union_closure c where c.descendant_id = u.id)`)
    .orderBy('u.id')
    .executeTakeFirstOrThrow();
  return union.name;
}

/**
 * 应救助人数, the base of coverage: members in files of hardship that were open at some time of the year,
 * and members on low-income lists for whom none is open. A person counts once.
 */
async function countEligible(
  { transaction }: Context,
  { year, cutoff }: { readonly year: number; readonly cutoff: PlainDate },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select coalesce(p.identity_index, p.id::text) from household_people p
        join households h on h.id = p.household_id
        where p.is_union_member and h.state <> 'merged' and h.opened_on <= ${cutoff}::date
          and (p.left_on is null or p.left_on >= ${`${year}-01-01`}::date)
          and (h.exited_on is null or h.exited_on >= ${`${year}-01-01`}::date)
          and (h.hardship_class in ('deep', 'relative', 'accidental') or h.is_known_eligible)
      union
      select c.identity_index from civil_affairs_entries c
        where c.is_member and c.list_on <= ${cutoff}::date
    ) eligible`.execute(transaction);
  return rows[0]?.count ?? 0;
}
