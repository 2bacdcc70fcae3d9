import type { Fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import { minimumLivingInForce } from '#features/policies/rules/parameters.ts';

/**
 * The monthly minimum living standard that the year's hard cap is built on: the records' own figure,
 * else the dated parameter of the fund-year. Null when neither is known: the cap is then not judged.
 */
export function minimumLivingOf({ fund }: YearRecords): Fen | null {
  return fund.minimumLivingFen ?? minimumLivingInForce(day(`${fund.year}-12-31`))?.fen ?? null;
}
