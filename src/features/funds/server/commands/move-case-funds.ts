import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

import { refusingInWords } from '../fund-refusals.ts';

export interface ReserveWish {
  readonly applicationId: number;
  readonly sourceId: number;
  readonly amountFen: Fen;
}

interface CasesOnDay {
  readonly applicationIds: readonly number[];
  readonly on: PlainDate;
}

/**
 * Holds money for cases that are granted (预留), with one statement however many they are.
 * The act that grants writes the log.
 * @throws AppError `conflict` `fund.past_budget`, `fund.unfit_for_case`, `fund.reserved_already`.
 */
export async function reserveFunds(
  { transaction, actor }: Context,
  wishes: readonly ReserveWish[],
  on: PlainDate,
): Promise<void> {
  if (wishes.length === 0) return;
  const text = JSON.stringify(wishes);
  await refusingInWords(async () => {
    const { numAffectedRows } = await sql`
      insert into fund_entries (source_id, union_id, kind, amount_fen, happened_on, application_id, recorded_by, recorded_by_name)
      select s.id, s.union_id, 'reserved', w."amountFen", ${on}::date, w."applicationId", ${actor.accountId}::bigint, ${actor.name}
      from json_to_recordset(${text}::json) w ("applicationId" bigint, "sourceId" int, "amountFen" bigint)
      join fund_sources s on s.id = w."sourceId"`.execute(transaction);
    if (Number(numAffectedRows) !== wishes.length) {
      throw new AppError('not_found', 'fund.source_unknown');
    }
  });
}

/** Gives back what cases hold and have not sent (释放): refused, withdrawn, cancelled. Cases that hold nothing are passed over. */
export async function releaseFunds(context: Context, cases: CasesOnDay): Promise<void> {
  await move(context, { ...cases, kind: 'released', column: 'reserved_fen' });
}

/** Puts what cases hold into a payment batch (占用). @throws AppError `conflict` `fund.past_receipts`, `fund.moved_meanwhile`. */
export async function commitFunds(
  context: Context,
  cases: CasesOnDay & { readonly batchId?: number },
): Promise<void> {
  const moved = await move(context, { ...cases, kind: 'committed', column: 'reserved_fen' });
  requireAll(cases, moved);
}

/** Takes cases out of a batch again: cancelled before it was sent, or failed at the bank. They hold their money still. */
export async function uncommitFunds(
  context: Context,
  cases: CasesOnDay & { readonly batchId?: number },
): Promise<void> {
  const moved = await move(context, { ...cases, kind: 'uncommitted', column: 'committed_fen' });
  requireAll(cases, moved);
}

/** The bank has paid (支出). @throws AppError `conflict` `fund.moved_meanwhile` for a case that is in no batch. */
export async function spendFunds(
  context: Context,
  cases: CasesOnDay & { readonly batchId?: number; readonly document?: string },
): Promise<void> {
  const moved = await move(context, { ...cases, kind: 'spent', column: 'committed_fen' });
  requireAll(cases, moved);
}

export interface Recovery {
  readonly applicationId: number;
  readonly amountFen: Fen;
  readonly on: PlainDate;
  readonly note: string;
  readonly document?: string;
}

/** Money that came back from a payee (追回): it may be granted again. @throws AppError `conflict` `fund.moved_meanwhile`. */
export async function recoverFunds(
  { transaction, actor }: Context,
  { applicationId, amountFen, on, note, document }: Recovery,
): Promise<void> {
  await refusingInWords(async () => {
    const { numAffectedRows } = await sql`
      insert into fund_entries (source_id, union_id, kind, amount_fen, happened_on, document, note, application_id, recorded_by, recorded_by_name)
      select r.source_id, r.union_id, 'recovered', ${amountFen}::bigint, ${on}::date, ${document ?? null}, ${note}, r.application_id,
        ${actor.accountId}::bigint, ${actor.name}
      from fund_reservations r where r.application_id = ${applicationId}::bigint`.execute(
      transaction,
    );
    requireAll({ applicationIds: [applicationId] }, Number(numAffectedRows));
  });
}

interface Move extends CasesOnDay {
  readonly kind: 'released' | 'committed' | 'uncommitted' | 'spent';
  /** What is moved, whole. */
  readonly column: 'reserved_fen' | 'committed_fen';
  readonly batchId?: number;
  readonly document?: string;
}

async function move(
  { transaction, actor }: Context,
  { applicationIds, on, kind, column, batchId, document }: Move,
): Promise<number> {
  const amount = sql.ref(`r.${column}`);
  const { numAffectedRows } = await refusingInWords(() =>
    sql`insert into fund_entries (source_id, union_id, kind, amount_fen, happened_on, document, application_id, batch_id,
        recorded_by, recorded_by_name)
      select r.source_id, r.union_id, ${kind}, ${amount}, ${on}::date, ${document ?? null}, r.application_id,
        ${batchId ?? null}::bigint, ${actor.accountId}::bigint, ${actor.name}
      from fund_reservations r
      where r.application_id = any(${sql.val([...applicationIds])}::bigint[]) and ${amount} > 0`.execute(
      transaction,
    ),
  );
  return Number(numAffectedRows);
}

/** A case that holds nothing to be moved was moved by somebody else. */
function requireAll({ applicationIds }: Pick<CasesOnDay, 'applicationIds'>, moved: number): void {
  if (moved !== new Set(applicationIds).size) {
    throw new AppError('conflict', 'fund.moved_meanwhile');
  }
}
