import { sql } from 'kysely';

import { fen, sumFen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { oneOf } from '#core/one-of.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { TIERS } from '#features/households/rules/words.ts';
import { AID_TYPES } from '#features/policies/rules/policy-version.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type {
  AdjustmentView,
  Figures,
  FundYearDetail,
  FundYearRow,
  SourceView,
} from '../rules/fund-views.ts';
import { ADJUSTMENT_STATES, SOURCE_KINDS } from '../rules/fund-words.ts';
import { forecastSpending, judgePace, plannedShare, rateOf } from '../rules/pace.ts';
import { getFundYear } from './commands/open-fund-year.ts';

/** Fund-years in sight, the newest first. */
export async function listFundYears({ transaction }: Context): Promise<{ items: FundYearRow[] }> {
  const items = await transaction
    .selectFrom('fundYears as y')
    .innerJoin('unions as u', 'u.id', 'y.unionId')
    .leftJoin('fundSources as s', 's.fundYearId', 'y.id')
    .select(['y.id', 'y.unionId', 'u.name as unionName', 'y.year', 'y.isSample'])
    .select([
      sql<number>`coalesce(sum(s.initial_fen + s.changed_fen), 0)::bigint`.as('budgetFen'),
      sql<number>`coalesce(sum(s.spent_fen), 0)::bigint`.as('spentFen'),
      sql<number>`coalesce(sum(s.available_fen), 0)::bigint`.as('availableFen'),
    ])
    .groupBy(['y.id', 'u.name'])
    .orderBy('y.year', 'desc')
    .orderBy('y.unionId')
    .execute();
  return { items };
}

/** A fund-year with all its sums as they stood at the end of a day; today when none is named. */
export async function getFundYearDetail(
  context: Context,
  id: number,
  asked?: PlainDate,
): Promise<FundYearDetail> {
  const fundYear = await getFundYear(context, id);
  const on = asked ?? toChinaDay(context.now);
  const { year, monthlyPlan, unionId } = fundYear;
  const planned = plannedShare(monthlyPlan, year, on);
  const sources = await listSources(context, { id, on, planned });
  const total = toFigures(addUp(sources), planned);
  return {
    id,
    unionId,
    unionName: await getUnionName(context, unionId),
    year,
    version: fundYear.version,
    isSample: fundYear.isSample,
    on,
    monthlyPlan,
    nextYearFen: fundYear.nextYearFen,
    nextYearNote: fundYear.nextYearNote,
    plannedRate: planned,
    forecastFen: forecastSpending(
      {
        spentFen: fen(total.spentFen),
        promisedFen: fen(total.reservedFen + total.committedFen),
        budgetFen: fen(total.budgetFen),
      },
      planned,
    ),
    total,
    sources,
    adjustments: await listAdjustments(context, id),
  };
}

async function getUnionName({ transaction }: Context, id: number): Promise<string> {
  const { name } = await transaction
    .selectFrom('unions')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return name;
}

interface Balances {
  readonly initialFen: number;
  readonly changedFen: number;
  readonly receivedFen: number;
  readonly reservedFen: number;
  readonly committedFen: number;
  readonly spentFen: number;
}

function toFigures(balances: Balances, planned: number): Figures {
  const { initialFen, changedFen, receivedFen, reservedFen, committedFen, spentFen } = balances;
  const [budget, spent]: readonly [Fen, Fen] = [fen(initialFen + changedFen), fen(spentFen)];
  const budgetRate = rateOf(spent, budget);
  return {
    initialFen,
    changedFen,
    receivedFen,
    reservedFen,
    committedFen,
    spentFen,
    budgetFen: budget,
    availableFen: budget - reservedFen - committedFen - spentFen,
    cashFen: receivedFen - committedFen - spentFen,
    initialRate: rateOf(spent, fen(initialFen)),
    budgetRate,
    receivedRate: rateOf(fen(receivedFen), budget),
    light: judgePace(budgetRate, planned),
  };
}

function addUp(sources: readonly Balances[]): Balances {
  const sumOf = (key: keyof Balances): number => sumFen(sources.map((one) => fen(one[key])));
  return {
    initialFen: sumOf('initialFen'),
    changedFen: sumOf('changedFen'),
    receivedFen: sumOf('receivedFen'),
    reservedFen: sumOf('reservedFen'),
    committedFen: sumOf('committedFen'),
    spentFen: sumOf('spentFen'),
  };
}

interface SourceRow extends Balances {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly fileTiers: readonly string[];
  readonly aidTypes: readonly string[];
  readonly version: number;
  readonly carriedOutFen: number;
  readonly returnedFen: number;
}

async function listSources(
  { transaction }: Context,
  { id, on, planned }: { readonly id: number; readonly on: PlainDate; readonly planned: number },
): Promise<SourceView[]> {
  const { rows } = await sql<SourceRow>`
    select s.id, s.kind, s.name, s.file_tiers as "fileTiers", s.aid_types as "aidTypes", s.version,
      b.initial_fen as "initialFen", b.changed_fen as "changedFen", b.received_fen as "receivedFen",
      b.reserved_fen as "reservedFen", b.committed_fen as "committedFen", b.spent_fen as "spentFen",
      (select coalesce(sum(e.amount_fen), 0)::bigint from fund_entries e
        where e.source_id = s.id and e.kind = 'carried_out' and e.happened_on <= ${on}::date) as "carriedOutFen",
      (select coalesce(sum(e.amount_fen), 0)::bigint from fund_entries e
        where e.source_id = s.id and e.kind = 'returned' and e.happened_on <= ${on}::date) as "returnedFen"
    from find_fund_balances(array(select f.id from fund_sources f where f.fund_year_id = ${id}::int), ${on}::date) b
    join fund_sources s on s.id = b.source_id
    order by s.id`.execute(transaction);
  return rows.map((row) => ({
    ...row,
    kind: oneOf(SOURCE_KINDS, row.kind),
    fileTiers: row.fileTiers.map((tier) => oneOf(TIERS, tier)),
    aidTypes: row.aidTypes.map((type) => oneOf(AID_TYPES, type)),
    ...toFigures(row, planned),
  }));
}

async function listAdjustments(
  { transaction, actor }: Context,
  fundYearId: number,
): Promise<AdjustmentView[]> {
  const rows = await transaction
    .selectFrom('fundAdjustments as a')
    .select(['a.id', 'a.state', 'a.happenedOn', 'a.document', 'a.reason', 'a.proposedBy'])
    .select(['a.proposedByName', 'a.decidedByName', 'a.decisionNote'])
    .select(
      sql<AdjustmentView['lines']>`(select json_agg(json_build_object('sourceId', l.source_id,
        'sourceName', s.name, 'amountFen', l.amount_fen) order by l.source_id)
        from fund_adjustment_lines l join fund_sources s on s.id = l.source_id where l.adjustment_id = a.id)`.as(
        'lines',
      ),
    )
    .where('a.fundYearId', '=', fundYearId)
    .orderBy('a.id', 'desc')
    .execute();
  return rows.map(({ proposedBy, proposedByName, decidedByName, state, ...row }) => ({
    ...row,
    state: oneOf(ADJUSTMENT_STATES, state),
    proposedBy: proposedByName,
    decidedBy: decidedByName,
    isOwn: proposedBy !== null && proposedBy === actor.accountId,
  }));
}
