import { toPersonKey } from '#core/identity-number.ts';
import { sumFen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type {
  AidRow,
  BudgetItem,
  FundSource,
  YearRecords,
} from '#features/fund-years/rules/year-records.ts';
import { FUND_SOURCES } from '#features/fund-years/rules/year-records.ts';

/** A fund-year as it stands at the cut-off day; every metric reads this, none reads the clock. */
export interface YearView {
  readonly records: YearRecords;
  readonly cutoff: PlainDate;
  /** 发放状态 成功, unless the money left after the cut-off. */
  readonly paid: readonly AidRow[];
  /** Decided at the district no later than the cut-off. */
  readonly decided: readonly AidRow[];
  readonly bySource: readonly SourceBudget[];
}

export interface SourceBudget {
  readonly source: FundSource;
  readonly initialFen: Fen;
  readonly adjustedFen: Fen;
  readonly receivedFen: Fen;
  readonly paidFen: Fen;
}

export function viewYear(records: YearRecords): YearView {
  const cutoff = records.fund.cutoff;
  const paid = records.aid.filter(
    (row) => row.status === '成功' && (row.paidOn === null || row.paidOn <= cutoff),
  );
  return {
    records,
    cutoff,
    paid,
    decided: records.aid.filter((row) => isBy(row.district.date, cutoff)),
    bySource: budgetBySource(records, paid),
  };
}

/** True when the day is known and not after the cut-off. */
export function isBy(date: PlainDate | null, cutoff: PlainDate): date is PlainDate {
  return date !== null && date <= cutoff;
}

/** One person, whether 15 or 18 places of the number were written down. */
export function personKey(row: AidRow): string {
  return toPersonKey(row.identityNumber);
}

export function countPersons(rows: readonly AidRow[]): number {
  return new Set(rows.map(personKey)).size;
}

/** Sources that appear in the budget or the payments, in the official order. */
function budgetBySource(records: YearRecords, paid: readonly AidRow[]): SourceBudget[] {
  const entries = records.budget.filter((entry) => entry.date <= records.fund.cutoff);
  const sumOf = (source: FundSource, item: BudgetItem): Fen =>
    sumFen(
      entries
        .filter((entry) => entry.source === source && entry.item === item)
        .map((entry) => entry.amountFen),
    );
  return FUND_SOURCES.map((source) => {
    const initialFen = sumOf(source, '年初预算');
    return {
      source,
      initialFen,
      adjustedFen: sumFen([initialFen, sumOf(source, '预算调整')]),
      receivedFen: sumOf(source, '到位'),
      paidFen: sumFen(paid.filter((row) => row.source === source).map((row) => row.amountFen)),
    };
  }).filter(
    ({ source, paidFen }) => paidFen > 0 || records.budget.some((entry) => entry.source === source),
  );
}
