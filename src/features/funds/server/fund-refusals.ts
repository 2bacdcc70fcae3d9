import { AppError } from '#core/app-error.ts';
import { findViolatedConstraint } from '#platform/database/database-errors.ts';

/** What the database itself refuses, by the constraint that says so. */
const REFUSALS: Readonly<Record<string, string>> = {
  fund_sources_available: 'fund.past_budget',
  fund_sources_cash: 'fund.past_receipts',
  fund_sources_initial_fen_check: 'fund.below_zero',
  fund_sources_received_fen_check: 'fund.below_zero',
  fund_sources_reserved_fen_check: 'fund.moved_meanwhile',
  fund_sources_committed_fen_check: 'fund.moved_meanwhile',
  fund_sources_spent_fen_check: 'fund.moved_meanwhile',
  fund_reservations_once: 'fund.reserved_already',
  fund_reservations_pkey: 'fund.reserved_already',
  fund_reservations_one_source: 'fund.other_source',
  fund_reservations_reserved_fen_check: 'fund.moved_meanwhile',
  fund_reservations_committed_fen_check: 'fund.moved_meanwhile',
  fund_reservations_spent_fen_check: 'fund.moved_meanwhile',
  fund_entries_fit: 'fund.unfit_for_case',
  fund_entries_same_kind: 'fund.between_kinds',
  fund_adjustments_no_netting: 'fund.between_kinds',
  fund_adjustments_two_people: 'fund.own_adjustment',
  fund_entries_approved: 'fund.adjustment_decided',
  fund_entries_counter: 'fund.not_correctable',
  fund_entries_corrects_id_key: 'fund.corrected_already',
  fund_years_union_id_year_key: 'fund.year_exists',
  fund_sources_fund_year_id_name_key: 'fund.source_exists',
};

/** @throws AppError `conflict` where the database refuses. */
export async function refusingInWords<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = REFUSALS[findViolatedConstraint(error) ?? ''];
    throw code === undefined ? error : new AppError('conflict', code, {}, error);
  }
}
