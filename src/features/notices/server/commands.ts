import { randomUUID } from 'node:crypto';

import { AppError } from '#core/app-error.ts';
import type { ErrorParams } from '#core/app-error.ts';
import { loadSettings } from '#features/settings/server/commands/load-settings.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import { insertRows } from '#platform/database/insert-rows.ts';

import { toNoticeMail } from '../messages.ts';
import type { NoticeTexts } from '../messages.ts';
import { RETRYABLE_STATES } from '../rules/outbox-message.ts';
import type { Channel } from '../rules/outbox-message.ts';

type Writing = Pick<Context, 'transaction' | 'now'>;

export interface NewNotice<Code extends string = string> {
  /** To whom. */
  readonly accountId: number;
  readonly code: Code;
  readonly params?: ErrorParams;
  /** Path of the page it speaks of. */
  readonly link?: string;
}

/**
 * Puts a notice into a person's inbox, in the caller's transaction, and queues the same as a mail where
 * that is switched on. The texts are those of the feature that speaks. A person whom the scope at hand
 * does not show gets no mail.
 */
export function addNotice<Code extends string>(
  writing: Writing,
  texts: NoticeTexts<Code>,
  notice: NewNotice<Code>,
): Promise<void> {
  return addNotices(writing, texts, [notice]);
}

/** The same to many people at once. */
export async function addNotices<Code extends string>(
  writing: Writing,
  texts: NoticeTexts<Code>,
  notices: readonly NewNotice<Code>[],
): Promise<void> {
  if (notices.length === 0) return;
  const { transaction, now } = writing;
  await insertRows(transaction, {
    table: 'notices',
    rows: notices.map(({ accountId, code, params = {}, link }) => ({
      accountId,
      code,
      params: { ...params },
      link: link ?? null,
      createdAt: now,
    })),
  });
  const settings = await loadSettings(transaction, toChinaDay(now));
  if (!settings['notices.by_mail']) return;
  for (const { accountId, code, params = {} } of notices) {
    await mailNotice(writing, accountId, texts[code](params));
  }
}

async function mailNotice(writing: Writing, accountId: number, sentence: string): Promise<void> {
  const { transaction } = writing;
  const person = await transaction
    .selectFrom('accounts')
    .select(['mail', 'unionId'])
    .where('id', '=', accountId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  if (person === undefined || person.mail === null) return;
  const { mail: recipient, unionId } = person;
  await queueMessage(writing, { channel: 'mail', recipient, unionId, ...toNoticeMail(sentence) });
}

export interface NewMessage {
  readonly channel: Channel;
  /** A mail address, or the name of a configured robot. */
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** Whose administrators see that it was sent. */
  readonly unionId: number;
}

/**
 * Writes a message to the outside into the caller's transaction; it is sent after the commit. The
 * text travels in the clear and through other companies' servers: it never names a person in need.
 * @returns its id.
 */
export async function queueMessage(
  { transaction, now }: Writing,
  message: NewMessage,
): Promise<string> {
  // Made here: the writer need not be able to see the message.
  const id = randomUUID();
  await transaction
    .insertInto('outboxMessages')
    .values({ id, ...message, createdAt: now, nextAttemptAt: now })
    .execute();
  return id;
}

/**
 * Lets a refused or lost message be sent once more, now.
 * @throws AppError not_found `outbox.unknown`, conflict `outbox.not_retryable`.
 */
export async function retryMessage(
  context: Context,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { transaction, now } = context;
  const before = await transaction
    .selectFrom('outboxMessages')
    .select(['state', 'attempt', 'unionId', 'lastReason'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) throw new AppError('not_found', 'outbox.unknown');
  if (!RETRYABLE_STATES.some((state) => state === before.state)) {
    throw new AppError('conflict', 'outbox.not_retryable');
  }
  await transaction
    .updateTable('outboxMessages')
    .set({ state: 'waiting', nextAttemptAt: now })
    .where('id', '=', id)
    .execute();
  const { unionId, state, attempt, lastReason } = before;
  await context.record({
    subjectId: id,
    unionId,
    reason,
    before: { state, attempt, lastReason },
    after: { state: 'waiting' },
  });
}

/** Marks own notices as read: one, or all up to one. @throws AppError not_found `notices.unknown`. */
export async function markRead(
  { transaction, now }: Context,
  which: { readonly id: number } | { readonly upToId: number },
): Promise<void> {
  if ('id' in which) {
    const notice = await transaction
      .selectFrom('notices')
      .select('id')
      .where('id', '=', which.id)
      .executeTakeFirst();
    if (notice === undefined) throw new AppError('not_found', 'notices.unknown');
  }
  const unread = transaction
    .updateTable('notices')
    .set({ readAt: now })
    .where('readAt', 'is', null);
  const chosen =
    'id' in which ? unread.where('id', '=', which.id) : unread.where('id', '<=', which.upToId);
  await chosen.execute();
}
