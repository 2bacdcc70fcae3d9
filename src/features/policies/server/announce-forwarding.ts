import { addNotice } from '#features/notices/server/commands.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { POLICY_NOTICE_TEXTS } from '../messages.ts';
import type { StoredPolicy } from './policy-row.ts';

interface Announcement {
  readonly code: keyof typeof POLICY_NOTICE_TEXTS;
  readonly unionIds: readonly number[];
}

/** Tells the officers of the unions themselves, not those of the unions below. */
export async function announceForwarding(
  context: Context,
  { id, title }: StoredPolicy,
  { code, unionIds }: Announcement,
): Promise<void> {
  for (const accountId of await listOfficers(context, unionIds)) {
    const notice = { accountId, code, params: { title }, link: `/policies/${id}` };
    await addNotice(context, POLICY_NOTICE_TEXTS, notice);
  }
}

async function listOfficers(
  { transaction, now }: Context,
  unionIds: readonly number[],
): Promise<number[]> {
  if (unionIds.length === 0) return [];
  const today = toChinaDay(now);
  const rows = await transaction
    .selectFrom('roleAssignments as r')
    .innerJoin('accounts as a', 'a.id', 'r.accountId')
    .select('a.id')
    .distinct()
    .where('r.role', 'in', ['town_officer', 'grassroots_officer'])
    .where('r.unionId', 'in', [...unionIds])
    .where('a.disabledAt', 'is', null)
    .where('r.validFrom', '<=', today)
    .where((where) => where.or([where('r.validTo', 'is', null), where('r.validTo', '>=', today)]))
    .orderBy('a.id')
    .execute();
  return rows.map(({ id }) => id);
}
