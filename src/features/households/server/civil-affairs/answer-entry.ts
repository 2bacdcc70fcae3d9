import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import type { CivilAffairsRow, EntryAnswer } from '../../rules/civil-affairs-routes.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { getEntry } from './list-entries.ts';

/**
 * Keeps what somebody on a list said when they were asked.
 * @throws AppError `not_found` `civil_affairs.unknown`, `conflict` `civil_affairs.has_file` or
 *   `civil_affairs.not_to_ask`.
 */
export async function answerEntry(
  context: Context,
  keys: HouseholdKeys,
  { id, answer, reason }: EntryAnswer & { readonly id: number },
): Promise<CivilAffairsRow> {
  const { transaction, actor, now } = context;
  const row = await transaction
    .selectFrom('civilAffairsEntries')
    .select('unionId')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'civil_affairs.unknown');
  const before = await getEntry(context, keys, id);
  if (before.answer === 'opened') throw new AppError('conflict', 'civil_affairs.has_file');
  if (before.answer === null) throw new AppError('conflict', 'civil_affairs.not_to_ask');
  await transaction
    .updateTable('civilAffairsEntries')
    .set({ answer, answerReason: reason, answeredAt: now, answeredBy: actor.accountId })
    .where('id', '=', id)
    .execute();
  await context.record({
    subjectId: id,
    unionId: row.unionId,
    reason,
    before: { answer: before.answer },
    after: { answer },
  });
  return getEntry(context, keys, id);
}
