import { AppError } from '#core/app-error.ts';
import { oneOf } from '#core/one-of.ts';
import { seeingUnion } from '#features/accounts/server/commands/seeing-union.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { CORRECTION_TOPICS } from '../../rules/own-inputs.ts';
import type { NewCorrection } from '../../rules/own-inputs.ts';
import { CORRECTION_STATE_TEXTS, TOPIC_NAMES } from '../../rules/own-texts.ts';
import { CORRECTION_STATES } from '../../rules/own-views.ts';
import type { OwnCorrection } from '../../rules/own-views.ts';
import { drawId } from '../draw-id.ts';
import { tellOfficers } from '../tell-officers.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { findOwnPerson } from './own-person.ts';

type Keys = WorkerDependencies['keys'];

export const wishContext = (id: number): string => `correction_requests.wish:${id}`;
const MAX_OPEN = 5;

/** The newest first. */
export async function listOwnCorrections(
  { transaction, actor }: Context,
  { cipher }: Keys,
): Promise<OwnCorrection[]> {
  const rows = await transaction
    .selectFrom('correctionRequests')
    .select(['id', 'topic', 'wishSecret', 'state', 'askedAt', 'answer', 'answeredAt'])
    .where('accountId', '=', actor.accountId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ id, wishSecret, askedAt, answer, answeredAt, ...row }) => {
    const topic = oneOf(CORRECTION_TOPICS, row.topic);
    const state = oneOf(CORRECTION_STATES, row.state);
    return {
      id,
      topic,
      topicName: TOPIC_NAMES[topic],
      wish: cipher.decrypt(wishSecret, wishContext(id)),
      state,
      stateText: CORRECTION_STATE_TEXTS[state],
      askedOn: toChinaDay(askedAt),
      answer,
      answeredOn: answeredAt === null ? null : toChinaDay(answeredAt),
    };
  });
}

/** @throws AppError `conflict` `correction.too_many_open`. */
export async function requestCorrection(
  context: Context,
  keys: Keys,
  { topic, wish }: NewCorrection,
): Promise<void> {
  const { accountId, name, unionId } = await findOwnPerson(context);
  const open = (await listOwnCorrections(context, keys)).filter(({ state }) => state === 'open');
  if (open.length >= MAX_OPEN) throw new AppError('conflict', 'correction.too_many_open');
  await seeingUnion(context, unionId, async (seeing) => {
    const { transaction, now } = seeing;
    const id = await drawId(transaction, 'correction_requests');
    const wishSecret = keys.cipher.encrypt(wish, wishContext(id));
    await transaction
      .insertInto('correctionRequests')
      .values({ id, unionId, accountId, name, topic, wishSecret, askedAt: now })
      .execute();
    await seeing.record({ subjectId: id, unionId, after: { topic } });
    await tellOfficers(seeing, unionId, {
      code: 'worker.correction_requested',
      params: { topic: TOPIC_NAMES[topic] },
      link: '/corrections',
    });
  });
}
