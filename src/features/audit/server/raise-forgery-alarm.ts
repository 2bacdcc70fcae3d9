import { addNotice, queueMessage } from '#features/notices/server/commands.ts';
import { loadSettings } from '#features/settings/server/commands/load-settings.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { AUDIT_NOTICE_TEXTS, toForgeryAlarm } from '../messages.ts';

/** A group robot that the environment configures. */
export interface Robot {
  readonly channel: 'wecom' | 'dingtalk';
  readonly name: string;
}

export interface Forgery {
  readonly entryIds: readonly number[];
  readonly robots: readonly Robot[];
}

const NAMED_IDS = 10;

/**
 * Tells every audit administrator, and the group robots where that is switched on, of entries that the
 * program did not write. They stand for ever, so it is told again when the server starts anew.
 */
export async function raiseForgeryAlarm(
  context: Context,
  { entryIds, robots }: Forgery,
): Promise<void> {
  const ids = entryIds.slice(0, NAMED_IDS).join('、');
  const params = {
    count: entryIds.length,
    ids: entryIds.length > NAMED_IDS ? `${ids}等` : ids,
  };
  for (const accountId of await listAuditAdmins(context)) {
    const notice = { accountId, code: 'audit.forged', params, link: '/audit/integrity' } as const;
    await addNotice(context, AUDIT_NOTICE_TEXTS, notice);
  }
  const { transaction, now } = context;
  const settings = await loadSettings(transaction, toChinaDay(now));
  const unionId = await findRootUnion(context);
  if (!settings['notices.by_robot'] || unionId === undefined) return;
  for (const { channel, name: recipient } of robots) {
    await queueMessage(context, { channel, recipient, unionId, ...toForgeryAlarm(params) });
  }
}

/** Who holds the role today with an open account. */
async function listAuditAdmins({ transaction, now }: Context): Promise<number[]> {
  const today = toChinaDay(now);
  const rows = await transaction
    .selectFrom('roleAssignments')
    .innerJoin('accounts', 'accounts.id', 'roleAssignments.accountId')
    .select('accounts.id')
    .distinct()
    .where('role', '=', 'audit_admin')
    .where('accounts.disabledAt', 'is', null)
    .where('validFrom', '<=', today)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', today)]))
    .orderBy('accounts.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Whose administrators look after the whole installation; undefined before the first set-up. */
async function findRootUnion({ transaction }: Context): Promise<number | undefined> {
  const root = await transaction
    .selectFrom('unions')
    .select('id')
    .where('parentId', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  return root?.id;
}
