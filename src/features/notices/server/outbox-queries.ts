import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import { readMomentCursor, writeMomentCursor } from '#platform/page-cursor.ts';

import { Channel, MessageState } from '../contract.ts';
import type { OutboxListQuery, OutboxMessage } from '../contract.ts';
import { explainSendReason } from '../messages.ts';
import { maskRecipient } from '../rules/outbox-message.ts';

const COLUMNS = [
  'outboxMessages.id',
  'channel',
  'recipient',
  'unionId',
  'unions.name as unionName',
  'state',
  'attempt',
  'createdAt',
  'nextAttemptAt',
  'sentAt',
  'lastReason',
] as const;

/** The newest first. */
export async function listMessages(
  { transaction }: Context,
  { state, channel, after, limit }: OutboxListQuery,
): Promise<{ items: OutboxMessage[]; next: string | null }> {
  let query = transaction
    .selectFrom('outboxMessages')
    .innerJoin('unions', 'unions.id', 'unionId')
    .select(COLUMNS)
    .orderBy('createdAt', 'desc')
    .orderBy('outboxMessages.id', 'desc')
    .limit(limit + 1);
  if (state !== undefined) query = query.where('state', '=', state);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  if (after !== undefined) {
    const { at, id } = readMomentCursor(after);
    query = query.where(
      sql<boolean>`(created_at, outbox_messages.id) < (${at}::timestamptz, ${id}::uuid)`,
    );
  }
  const rows = await query.execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(toView),
    next: last === undefined ? null : writeMomentCursor({ at: last.createdAt, id: last.id }),
  };
}

/** @throws AppError not_found `outbox.unknown`. */
export async function getMessage({ transaction }: Context, id: string): Promise<OutboxMessage> {
  const row = await transaction
    .selectFrom('outboxMessages')
    .innerJoin('unions', 'unions.id', 'unionId')
    .select(COLUMNS)
    .where('outboxMessages.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'outbox.unknown');
  return toView(row);
}

interface MessageRow {
  readonly id: string;
  readonly channel: string;
  readonly recipient: string;
  readonly unionId: number;
  readonly unionName: string;
  readonly state: string;
  readonly attempt: number;
  readonly createdAt: Date;
  readonly nextAttemptAt: Date;
  readonly sentAt: Date | null;
  readonly lastReason: string | null;
}

function toView({ nextAttemptAt, lastReason, ...row }: MessageRow): OutboxMessage {
  const channel = Channel.parse(row.channel);
  return {
    ...row,
    channel,
    state: MessageState.parse(row.state),
    recipient: maskRecipient(channel, row.recipient),
    createdAt: row.createdAt.toISOString(),
    nextAttemptAt: row.state === 'waiting' ? nextAttemptAt.toISOString() : null,
    sentAt: row.sentAt?.toISOString() ?? null,
    reason: lastReason === null ? null : explainSendReason(lastReason),
  };
}
