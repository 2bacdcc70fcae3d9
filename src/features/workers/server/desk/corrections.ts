import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { oneOf } from '#core/one-of.ts';
import { addNotice } from '#features/notices/server/commands.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { WORKER_NOTICE_TEXTS } from '../../messages.ts';
import type { CorrectionAnswer, CorrectionQuery } from '../../rules/desk-inputs.ts';
import type { CorrectionRow } from '../../rules/desk-views.ts';
import { CORRECTION_TOPICS } from '../../rules/own-inputs.ts';
import { CORRECTION_STATE_TEXTS, TOPIC_NAMES } from '../../rules/own-texts.ts';
import { CORRECTION_STATES } from '../../rules/own-views.ts';
import { wishContext } from '../own/own-corrections.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { beforeId, COUNTED, toPage } from './list-page.ts';

type Keys = Pick<WorkerDependencies['keys'], 'cipher'>;

/** The newest first. */
export async function listCorrections(
  context: Context,
  keys: Keys,
  query: CorrectionQuery,
): Promise<{ items: CorrectionRow[]; next: string | null; total: number }> {
  const { state, below, limit } = query;
  const found = selectCorrections(context)
    .$if(state !== undefined, (select) => select.where('c.state', '=', state ?? ''))
    .$if(below !== undefined, (select) =>
      select.where(
        sql<boolean>`c.union_id in (select descendant_id from union_closure where ancestor_id = ${below ?? 0})`,
      ),
    );
  const rows = await found
    .$if(query.after !== undefined, (select) => select.where('c.id', '<', beforeId(query)))
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute();
  const { total } = await found.clearSelect().select(COUNTED).executeTakeFirstOrThrow();
  return toPage(
    rows.map((row) => toRow(keys, row)),
    query,
    total,
  );
}

function selectCorrections({ transaction }: Context) {
  return transaction
    .selectFrom('correctionRequests as c')
    .innerJoin('unions as u', 'u.id', 'c.unionId')
    .leftJoin('workerAccounts as w', 'w.accountId', 'c.accountId')
    .leftJoin('householdPeople as p', 'p.id', 'w.personId')
    .select(['c.id', 'c.unionId', 'u.name as unionName', 'c.name', 'c.topic', 'c.wishSecret'])
    .select(['c.state', 'c.askedAt', 'p.householdId', 'c.answer', 'c.answeredAt'])
    .select(['c.answeredByName', 'c.accountId']);
}

type StoredCorrection = Awaited<
  ReturnType<ReturnType<typeof selectCorrections>['executeTakeFirstOrThrow']>
>;

function toRow({ cipher }: Keys, row: StoredCorrection): CorrectionRow {
  const { wishSecret, askedAt, answeredAt, accountId: _accountId, ...rest } = row;
  const topic = oneOf(CORRECTION_TOPICS, row.topic);
  return {
    ...rest,
    topic,
    topicName: TOPIC_NAMES[topic],
    wish: cipher.decrypt(wishSecret, wishContext(row.id)),
    state: oneOf(CORRECTION_STATES, row.state),
    askedOn: toChinaDay(askedAt),
    answeredOn: answeredAt === null ? null : toChinaDay(answeredAt),
  };
}

/** @throws AppError `not_found` `correction.unknown`, `conflict` `correction.answered_already`. */
export async function answerCorrection(
  context: Context,
  keys: Keys,
  { id, isDone, answer }: CorrectionAnswer & { readonly id: number },
): Promise<CorrectionRow> {
  const { transaction, actor, now } = context;
  const found = await selectCorrections(context)
    .where('c.id', '=', id)
    .forUpdate('c')
    .executeTakeFirst();
  if (found === undefined) throw new AppError('not_found', 'correction.unknown');
  if (found.state !== 'open') throw new AppError('conflict', 'correction.answered_already');
  const state = isDone ? 'done' : 'declined';
  await transaction
    .updateTable('correctionRequests')
    .set({
      state,
      answer,
      answeredBy: actor.accountId,
      answeredByName: actor.name,
      answeredAt: now,
    })
    .where('id', '=', id)
    .execute();
  const { unionId, accountId } = found;
  await context.record({ subjectId: id, unionId, before: { state: 'open' }, after: { state } });
  if (accountId !== null) {
    const topic = TOPIC_NAMES[oneOf(CORRECTION_TOPICS, found.topic)];
    await addNotice(context, WORKER_NOTICE_TEXTS, {
      accountId,
      code: 'worker.correction_answered',
      params: { topic, state: CORRECTION_STATE_TEXTS[state] },
      link: '/my/corrections',
    });
  }
  const row = await selectCorrections(context).where('c.id', '=', id).executeTakeFirstOrThrow();
  return toRow(keys, row);
}
