import { randomUUID } from 'node:crypto';

import type { Insertable } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import type { DB } from '#platform/database/schema.ts';

import type { NewEntry, NewTransfer } from '../../rules/fund-inputs.ts';
import { refusingInWords } from '../fund-refusals.ts';
import { getSource } from './open-fund-year.ts';

/** Initial budget, receipt, carry-over from before the program, return; answers with the fund-year. */
export async function recordEntry(context: Context, entry: NewEntry): Promise<number> {
  assertPast(context, entry.happenedOn);
  const { unionId, fundYearId } = await getSource(context, entry.sourceId);
  await insertEntries(context, [{ ...entry, unionId }]);
  await context.record({
    action: 'fund.entry_recorded',
    subject: 'fund_source',
    subjectId: entry.sourceId,
    unionId,
    after: entry,
  });
  return fundYearId;
}

/**
 * Money of one kind handed from a source to another: down to a tier below (下拨), or on to the next year
 * (结转). Both sides are one act.
 * @throws AppError `conflict` `fund.between_kinds`, `fund.wrong_way`, `fund.past_budget`, `fund.past_receipts`.
 */
export async function transferFunds(context: Context, transfer: NewTransfer): Promise<number> {
  const { kind, fromId, toId, ...facts } = transfer;
  assertPast(context, transfer.happenedOn);
  const [from, to] = [await getSource(context, fromId), await getSource(context, toId)];
  await assertWay(context, kind, { from, to });
  const pairId = randomUUID();
  const [outward, inward] = SIDES[kind];
  await insertEntries(context, [
    { ...facts, pairId, kind: outward, sourceId: fromId, unionId: from.unionId },
    { ...facts, pairId, kind: inward, sourceId: toId, unionId: to.unionId },
  ]);
  await context.record({
    action: 'fund.transferred',
    subject: 'fund_source',
    subjectId: fromId,
    unionId: from.unionId,
    after: transfer,
  });
  return from.fundYearId;
}

const SIDES = {
  allocated: ['allocated_out', 'allocated_in'],
  carried: ['carried_out', 'carried_in'],
} as const;

interface Side {
  readonly unionId: number;
  readonly year: number;
}

async function assertWay(
  { transaction }: Context,
  kind: NewTransfer['kind'],
  { from, to }: { readonly from: Side; readonly to: Side },
): Promise<void> {
  const isNextYear = to.unionId === from.unionId && to.year > from.year;
  const below = await transaction
    .selectFrom('unionClosure')
    .select('depth')
    .where('ancestorId', '=', from.unionId)
    .where('descendantId', '=', to.unionId)
    .executeTakeFirst();
  const isDown = to.year === from.year && (below?.depth ?? 0) > 0;
  if (kind === 'carried' ? !isNextYear : !isDown) {
    throw new AppError('conflict', 'fund.wrong_way');
  }
}

/**
 * Takes an entry back whole by a counter-entry (冲正), with the other side of an allocation; never by who
 * recorded it. @throws AppError `fund.entry_unknown`, `conflict` `fund.own_entry`, `fund.corrected_already`.
 */
export async function takeBackEntry(
  context: Context,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<number> {
  const entry = await getTakeable(context, id);
  const { unionId, sourceId, pairId, kind, amountFen } = entry;
  const sides = await listSides(context, entry);
  const [counterPair, happenedOn] = [randomUUID(), toChinaDay(context.now)];
  await insertEntries(
    context,
    sides.map((side) => ({
      sourceId: side.sourceId,
      unionId: side.unionId,
      kind: side.kind,
      amountFen: -side.amountFen,
      document: side.document,
      happenedOn,
      note: reason,
      correctsId: side.id,
      pairId: pairId === null ? null : counterPair,
    })),
  );
  await context.record({ subjectId: id, unionId, reason, before: { kind, amountFen } });
  return (await getSource(context, sourceId)).fundYearId;
}

async function getTakeable({ transaction, actor }: Context, id: number) {
  const entry = await transaction
    .selectFrom('fundEntries')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (entry === undefined) throw new AppError('not_found', 'fund.entry_unknown');
  if (entry.applicationId !== null || entry.kind === 'adjusted' || entry.correctsId !== null) {
    throw new AppError('conflict', 'fund.not_correctable');
  }
  if (entry.recordedBy !== null && entry.recordedBy === actor.accountId) {
    throw new AppError('conflict', 'fund.own_entry');
  }
  return entry;
}

type TakenBack = Awaited<ReturnType<typeof getTakeable>>;

/** An allocation is taken back on both sides or on none. */
async function listSides(
  { transaction }: Context,
  entry: TakenBack,
): Promise<readonly TakenBack[]> {
  if (entry.pairId === null) return [entry];
  return transaction
    .selectFrom('fundEntries')
    .selectAll()
    .where('pairId', '=', entry.pairId)
    .execute();
}

type EntryRow = Omit<Insertable<DB['fundEntries']>, 'recordedBy' | 'recordedByName' | 'recordedAt'>;

/** @throws AppError `conflict` where the database refuses. */
export async function insertEntries(context: Context, rows: readonly EntryRow[]): Promise<void> {
  const { transaction, actor, now } = context;
  const signed = { recordedBy: actor.accountId, recordedByName: actor.name, recordedAt: now };
  await refusingInWords(() =>
    transaction
      .insertInto('fundEntries')
      .values(rows.map((row) => ({ ...row, ...signed })))
      .execute(),
  );
}

export function assertPast({ now }: Context, day: PlainDate): void {
  if (day > toChinaDay(now)) throw new AppError('invalid', 'fund.day_in_future');
}
