import type { ServedApi } from './served-api.ts';

export interface StagedFund {
  readonly fundYearId: number;
  readonly fundSourceId: number;
  readonly fundEntryId: number;
  readonly adjustmentId: number;
}

/** A fund of some year of its own with a source, an entry and an open adjustment; every text carries the mark. */
const ROWS_OF_A_FUND = `
  with y as (insert into fund_years (union_id, year, next_year_note)
      values ($1, $3, $2) returning id, year),
    s as (insert into fund_sources (fund_year_id, union_id, year, kind, name)
      select id, $1, year, 'union', $2 || '经费' from y returning id, fund_year_id),
    e as (insert into fund_entries (source_id, union_id, kind, amount_fen, happened_on, note, recorded_by_name)
      select id, $1, 'initial', 100000, '2026-01-05', $2, $2 from s returning id),
    a as (insert into fund_adjustments (fund_year_id, union_id, happened_on, document, reason, proposed_by_name)
      select id, $1, '2026-02-05', $2 || '文号', $2 || '的调整理由', $2 from y returning id),
    l as (insert into fund_adjustment_lines (adjustment_id, source_id, union_id, amount_fen)
      select a.id, s.id, $1, -100 from a, s)
  select s.fund_year_id as "fundYearId", s.id as "fundSourceId", e.id as "fundEntryId", a.id as "adjustmentId"
  from s, e, a`;

/** No two of a union: funds are staged at the same moment. */
let lastYear = 2030;

export async function stageFund(
  { owner }: ServedApi,
  unionId: number,
  mark: string,
): Promise<StagedFund> {
  const { rows } = await owner.pool.query<StagedFund>(ROWS_OF_A_FUND, [unionId, mark, ++lastYear]);
  if (rows[0] === undefined) throw new Error('no fund was staged');
  return rows[0];
}
