import type { Selectable } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import type { DB } from '#platform/database/schema.ts';

import type { FundPlan, NewFundYear, NewSource, SourceChange } from '../../rules/fund-inputs.ts';
import { refusingInWords } from '../fund-refusals.ts';

/** Opens the fund of a union for a year; its sources follow. @throws AppError `conflict` `fund.year_exists`. */
export async function openFundYear(
  context: Context,
  { unionId, year, isSample = false }: NewFundYear & { readonly isSample?: boolean },
): Promise<number> {
  const { transaction, actor } = context;
  const union = await transaction
    .selectFrom('unions')
    .select('id')
    .where('id', '=', unionId)
    .executeTakeFirst();
  if (union === undefined) throw new AppError('not_found', 'fund.union_unknown');
  const { id } = await refusingInWords(() =>
    transaction
      .insertInto('fundYears')
      .values({ unionId, year, isSample, openedBy: actor.accountId })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  const note = { action: 'fund.year_opened', subject: 'fund_year', subjectId: id };
  await context.record({ ...note, unionId, after: { year } });
  return id;
}

/** The monthly plan and next year's budget. @throws AppError `fund.year_unknown`, `fund.changed_meanwhile`. */
export async function planFundYear(
  context: Context,
  { id, plan }: { readonly id: number; readonly plan: FundPlan },
): Promise<void> {
  const before = await getFundYear(context, id);
  const { version, ...values } = plan;
  if (before.version !== version) throw new AppError('conflict', 'fund.changed_meanwhile');
  await context.transaction
    .updateTable('fundYears')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .execute();
  const { unionId, monthlyPlan, nextYearFen, nextYearNote } = before;
  await context.record({
    subjectId: id,
    unionId,
    before: { monthlyPlan, nextYearFen, nextYearNote },
    after: values,
  });
}

/** @throws AppError `fund.year_unknown`, `conflict` `fund.source_exists`. */
export async function addSource(
  context: Context,
  { fundYearId, source }: { readonly fundYearId: number; readonly source: NewSource },
): Promise<number> {
  const { unionId, year } = await getFundYear(context, fundYearId);
  const { id } = await refusingInWords(() =>
    context.transaction
      .insertInto('fundSources')
      .values({ ...source, fundYearId, unionId, year })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  const note = { action: 'fund.source_added', subject: 'fund_source', subjectId: id };
  await context.record({ ...note, unionId, after: { year, ...source } });
  return id;
}

/** Its name and what it may be spent on; what is granted already stays granted. */
export async function changeSource(
  context: Context,
  { id, change }: { readonly id: number; readonly change: SourceChange },
): Promise<number> {
  const before = await getSource(context, id);
  const { version, ...values } = change;
  if (before.version !== version) throw new AppError('conflict', 'fund.changed_meanwhile');
  await refusingInWords(() =>
    context.transaction
      .updateTable('fundSources')
      .set({ ...values, version: version + 1 })
      .where('id', '=', id)
      .execute(),
  );
  const { unionId, fundYearId, name, fileTiers, aidTypes } = before;
  await context.record({
    subjectId: id,
    unionId,
    before: { name, fileTiers, aidTypes },
    after: values,
  });
  return fundYearId;
}

/** @throws AppError `not_found` `fund.year_unknown`, also for one outside the actor's scope. */
export async function getFundYear(
  { transaction }: Context,
  id: number,
): Promise<Selectable<DB['fundYears']>> {
  const row = await transaction
    .selectFrom('fundYears')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'fund.year_unknown');
  return row;
}

/** @throws AppError `not_found` `fund.source_unknown`, also for one outside the actor's scope. */
export async function getSource(
  { transaction }: Context,
  id: number,
): Promise<Selectable<DB['fundSources']>> {
  const row = await transaction
    .selectFrom('fundSources')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'fund.source_unknown');
  return row;
}
