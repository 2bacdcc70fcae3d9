import { day } from '#core/plain-date.ts';
import { setSetting } from '#features/settings/server/commands/set-setting.ts';
import type { Context } from '#platform/context.ts';

import { seedFunds } from './seed-funds.ts';

const SECURITY_ADMINISTRATOR = 'anquan';
const FIGURE = {
  key: 'households.minimum_living_yuan',
  value: 1238,
  validFrom: day('2024-01-01'),
  reason: '样例数据：沿用2023年的数值，正式使用前请按当年通知改正',
  document: '样例，无文号',
};

/**
 * The minimum living standard after the last year of the built-in table and the budgets: without them
 * nothing can be decided. It is set by a sample person, and goes with the sample.
 */
export async function seedFigures(context: Context): Promise<void> {
  const { id, displayName } = await context.transaction
    .selectFrom('accounts')
    .select(['id', 'displayName'])
    .where('username', '=', SECURITY_ADMINISTRATOR)
    .executeTakeFirstOrThrow();
  await setSetting(
    { ...context, actor: { ...context.actor, accountId: id, name: displayName } },
    FIGURE,
  );
  await seedFunds(context);
}
