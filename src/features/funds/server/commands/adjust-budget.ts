import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import type { AdjustmentDecision, NewAdjustment } from '../../rules/fund-inputs.ts';
import { refusingInWords } from '../fund-refusals.ts';
import { getFundYear } from './open-fund-year.ts';
import { assertPast, insertEntries } from './record-entries.ts';

/**
 * Proposes an adjustment of the budget with its document and reason; nothing moves until somebody else
 * approves it. @throws AppError `fund.year_unknown`, `fund.source_unknown`, `conflict` `fund.between_kinds`.
 */
export async function proposeAdjustment(
  context: Context,
  { fundYearId, wish }: { readonly fundYearId: number; readonly wish: NewAdjustment },
): Promise<number> {
  const { transaction, actor, now } = context;
  assertPast(context, wish.happenedOn);
  const { unionId } = await getFundYear(context, fundYearId);
  const { lines, ...facts } = wish;
  await assertSources(context, fundYearId, lines);
  const proposed = { proposedBy: actor.accountId, proposedByName: actor.name, proposedAt: now };
  const { id } = await transaction
    .insertInto('fundAdjustments')
    .values({ ...facts, ...proposed, fundYearId, unionId })
    .returning('id')
    .executeTakeFirstOrThrow();
  await refusingInWords(() =>
    transaction
      .insertInto('fundAdjustmentLines')
      .values(lines.map((line) => ({ ...line, adjustmentId: id, unionId })))
      .execute(),
  );
  const note = { action: 'fund.adjustment_proposed', subject: 'fund_adjustment', subjectId: id };
  await context.record({ ...note, unionId, after: wish });
  return id;
}

async function assertSources(
  { transaction }: Context,
  fundYearId: number,
  lines: NewAdjustment['lines'],
): Promise<void> {
  const ids = [...new Set(lines.map(({ sourceId }) => sourceId))];
  const found = await transaction
    .selectFrom('fundSources')
    .select('id')
    .where('fundYearId', '=', fundYearId)
    .where('id', 'in', ids)
    .execute();
  if (found.length < ids.length) throw new AppError('not_found', 'fund.source_unknown');
  if (ids.length < lines.length) throw new AppError('invalid', 'fund.source_twice');
}

/**
 * Approves or turns down an adjustment; the budget moves with the approval. Answers with the fund-year.
 * @throws AppError `fund.adjustment_unknown`, `conflict` `fund.own_adjustment`, `fund.adjustment_decided`,
 *   `fund.past_budget` where more is promised than would be left.
 */
export async function decideAdjustment(
  context: Context,
  { id, decision }: { readonly id: number; readonly decision: AdjustmentDecision },
): Promise<number> {
  const { transaction, actor, now } = context;
  const adjustment = await transaction
    .selectFrom('fundAdjustments')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (adjustment === undefined) throw new AppError('not_found', 'fund.adjustment_unknown');
  const { unionId, fundYearId, state: before, proposedBy } = adjustment;
  if (before !== 'proposed') throw new AppError('conflict', 'fund.adjustment_decided');
  if (proposedBy !== null && proposedBy === actor.accountId) {
    throw new AppError('conflict', 'fund.own_adjustment');
  }
  const state = decision.isApproved ? 'approved' : 'rejected';
  const decided = { decidedBy: actor.accountId, decidedByName: actor.name, decidedAt: now };
  await transaction
    .updateTable('fundAdjustments')
    .set({ state, ...decided, decisionNote: decision.note })
    .where('id', '=', id)
    .execute();
  if (decision.isApproved) await bookLines(context, adjustment);
  const note = { action: 'fund.adjustment_decided', subject: 'fund_adjustment', subjectId: id };
  await context.record({ ...note, unionId, before: { state: before }, after: { state } });
  return fundYearId;
}

interface Booked {
  readonly id: number;
  readonly unionId: number;
  readonly happenedOn: string;
  readonly document: string;
  readonly reason: string;
}

async function bookLines(
  context: Context,
  { id, unionId, happenedOn, document, reason }: Booked,
): Promise<void> {
  const lines = await context.transaction
    .selectFrom('fundAdjustmentLines')
    .select(['sourceId', 'amountFen'])
    .where('adjustmentId', '=', id)
    .execute();
  const facts = { kind: 'adjusted', adjustmentId: id, unionId, happenedOn, document, note: reason };
  await insertEntries(
    context,
    lines.map((line) => ({ ...line, ...facts })),
  );
}
