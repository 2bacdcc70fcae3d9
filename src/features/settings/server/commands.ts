import { refusal } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideSettingChange } from '../rules/decide-setting-change.ts';
import type { SettingChange } from '../rules/decide-setting-change.ts';
import { settingInForce } from '../rules/setting-in-force.ts';
import { isSettingKey } from '../rules/settings.ts';
import type { SettingKey } from '../rules/settings.ts';
import { listSettingEntries } from './load-settings.ts';

/**
 * Adds a dated value; what was in force on days gone by stays as it was.
 * @throws AppError `conflict` with every reason against it
 */
export async function changeSetting(context: Context, change: SettingChange): Promise<SettingKey> {
  const { transaction, actor, now } = context;
  const today = toChinaDay(now);
  const { key, value, validFrom, reason, document } = change;
  const decision = decideSettingChange(change, today);
  if (!decision.ok) throw refusal(decision.reasons);
  if (!isSettingKey(key)) throw new Error(`the rule let an unknown key pass: ${key}`);
  const before = settingInForce(await listSettingEntries(transaction), key, today);
  await transaction
    .insertInto('settingEntries')
    .values({
      key,
      value: JSON.stringify(value),
      validFrom,
      reason: reason.trim(),
      document,
      setBy: actor.accountId,
      setAt: now,
    })
    .execute();
  await context.record({
    subjectId: key,
    reason,
    before: { value: before.value, validFrom: before.validFrom },
    after: { value, validFrom, document },
  });
  return key;
}
