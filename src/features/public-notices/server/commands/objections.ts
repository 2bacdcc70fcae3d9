import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import type { DatabaseTransaction } from '#platform/database/open-database.ts';

import type { NewObjection, ObjectionAnswer } from '../../rules/public-notice-inputs.ts';
import { objectorContext } from '../notice-keys.ts';
import type { NoticeKeys } from '../notice-keys.ts';
import { lockNotice } from './cancel-notice.ts';

interface ObjectionRef {
  readonly id: number;
  readonly objectionId: number;
}

/** Unanswered objections to a case: while there is one, it neither goes on nor is paid. */
export async function countOpenObjections(
  transaction: DatabaseTransaction,
  applicationId: number,
): Promise<number> {
  const { count } = await transaction
    .selectFrom('publicNoticeObjections')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('applicationId', '=', applicationId)
    .where('answeredAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Records what somebody said against a case on a notice, with a name or without; also after the last day,
 * as long as the case has not gone on.
 * @throws AppError `not_found`, `conflict` `public_notice.…`.
 */
export async function addObjection(
  context: Context,
  keys: NoticeKeys,
  { id, objection }: { readonly id: number; readonly objection: NewObjection },
): Promise<void> {
  const { transaction, actor, now } = context;
  const notice = await lockNotice(context, id);
  const { applicationId, receivedOn, text } = objection;
  if (notice.state === 'cancelled') throw new AppError('conflict', 'public_notice.not_hanging');
  if (receivedOn > toChinaDay(now)) {
    throw new AppError('conflict', 'public_notice.received_in_future');
  }
  if (receivedOn < notice.startsOn) {
    throw new AppError('conflict', 'public_notice.received_before');
  }
  const unionId = await findEntryUnion(context, id, applicationId);
  const objectionId = await drawId(context);
  await transaction
    .insertInto('publicNoticeObjections')
    .values({
      id: objectionId,
      noticeId: id,
      applicationId,
      unionId,
      receivedOn,
      text,
      objectorSecret: sealObjector(keys, objectionId, objection),
      recordedBy: actor.accountId,
      recordedByName: actor.name,
      recordedAt: now,
    })
    .execute();
  await context.record({
    subjectId: id,
    unionId: notice.unionId,
    after: { objectionId, applicationId, receivedOn },
  });
}

/**
 * Answers an objection, once: upheld, the case does not go on by itself; else nothing stands in its way.
 * @throws AppError `not_found` `public_notice.objection_unknown`, `conflict` `public_notice.answered_already`.
 */
export async function answerObjection(
  context: Context,
  { id, objectionId, answer, isUpheld }: ObjectionRef & ObjectionAnswer,
): Promise<void> {
  const { transaction, actor, now } = context;
  const notice = await lockNotice(context, id);
  const found = await getObjection(context, { id, objectionId });
  if (found.answeredAt !== null) throw new AppError('conflict', 'public_notice.answered_already');
  await transaction
    .updateTable('publicNoticeObjections')
    .set({
      answer,
      isUpheld,
      answeredBy: actor.accountId,
      answeredByName: actor.name,
      answeredAt: now,
    })
    .where('id', '=', objectionId)
    .execute();
  const { applicationId } = found;
  await context.record({
    subjectId: id,
    unionId: notice.unionId,
    after: { objectionId, applicationId, isUpheld },
  });
}

/** Who objected, in the clear; empty texts where nothing was told. */
export async function revealObjector(
  context: Context,
  { cipher }: NoticeKeys,
  { id, objectionId, reason }: ObjectionRef & { readonly reason: string },
): Promise<{ name: string; contact: string }> {
  const found = await getObjection(context, { id, objectionId });
  await context.record({
    subjectId: id,
    unionId: found.unionId,
    reason,
    after: { objectionId },
  });
  if (found.objectorSecret === null) return { name: '', contact: '' };
  const opened = cipher.decrypt(found.objectorSecret, objectorContext(objectionId));
  const [name = '', contact = ''] = opened.split('\n');
  return { name, contact };
}

function sealObjector(
  { cipher }: NoticeKeys,
  objectionId: number,
  { objectorName, objectorContact }: NewObjection,
): string | null {
  const lines = [objectorName ?? '', objectorContact ?? ''];
  if (lines.every((line) => line === '')) return null;
  const text = lines.map((line) => line.replaceAll('\n', ' ')).join('\n');
  return cipher.encrypt(text, objectorContext(objectionId));
}

async function findEntryUnion(
  { transaction }: Context,
  noticeId: number,
  applicationId: number,
): Promise<number> {
  const entry = await transaction
    .selectFrom('publicNoticeEntries')
    .select('unionId')
    .where('noticeId', '=', noticeId)
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
  if (entry === undefined) throw new AppError('not_found', 'public_notice.entry_unknown');
  return entry.unionId;
}

async function getObjection({ transaction }: Context, { id, objectionId }: ObjectionRef) {
  const row = await transaction
    .selectFrom('publicNoticeObjections')
    .select(['applicationId', 'unionId', 'answeredAt', 'objectorSecret'])
    .where('id', '=', objectionId)
    .where('noticeId', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'public_notice.objection_unknown');
  return row;
}

/** Drawn first, because the secret is bound to it. */
async function drawId({ transaction }: Context): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nextval('public_notice_objections_id_seq')::int as id`.execute(transaction);
  if (rows[0] === undefined) throw new Error('no id was drawn');
  return rows[0].id;
}
