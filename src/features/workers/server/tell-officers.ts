import { findGrantingRoles } from '#features/accounts/rules/permissions.ts';
import { addNotice } from '#features/notices/server/commands.ts';
import type { NewNotice } from '#features/notices/server/commands.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { WORKER_NOTICE_TEXTS } from '../messages.ts';
import type { WorkerNoticeCode } from '../messages.ts';

/** Tells those of a union who answer its workers. */
export async function tellOfficers(
  context: Context,
  unionId: number,
  notice: Omit<NewNotice<WorkerNoticeCode>, 'accountId'>,
): Promise<void> {
  const today = toChinaDay(context.now);
  const officers = await context.transaction
    .selectFrom('roleAssignments')
    .select('accountId')
    .distinct()
    .where('unionId', '=', unionId)
    .where('role', 'in', findGrantingRoles('workers.answer'))
    .where('validFrom', '<=', today)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', today)]))
    .execute();
  for (const { accountId } of officers) {
    await addNotice(context, WORKER_NOTICE_TEXTS, { ...notice, accountId });
  }
}
