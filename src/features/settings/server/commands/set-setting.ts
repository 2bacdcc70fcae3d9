import { refusal } from '#core/app-error.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideSettingChange } from '../../rules/decide-setting-change.ts';
import { settingInForce } from '../../rules/setting-in-force.ts';
import { isSettingKey } from '../../rules/settings.ts';
import type { SettingKey, SettingValue } from '../../rules/settings.ts';
import { readSettingEntries } from './load-settings.ts';

export interface NewSetting {
  readonly key: string;
  readonly value: SettingValue;
  readonly validFrom: PlainDate;
  readonly reason: string;
  readonly document: string | null;
}

/** Adds a dated value; what was before stays in force until its day. @throws AppError `settings.…` */
export async function setSetting(context: Context, setting: NewSetting): Promise<SettingKey> {
  const { transaction, actor, now } = context;
  const { key, value, validFrom, reason, document } = setting;
  const decision = decideSettingChange(setting, toChinaDay(now));
  if (!decision.ok) throw refusal(decision.reasons, 'invalid');
  if (!isSettingKey(key)) throw new Error('the rule let an unknown key pass');
  const before = settingInForce(await readSettingEntries(transaction), key, validFrom);
  await transaction
    .insertInto('settingEntries')
    .values({
      key,
      value: JSON.stringify(value),
      validFrom,
      reason,
      document,
      setBy: actor.accountId,
      setAt: now,
    })
    .execute();
  await context.record({
    action: 'setting.set',
    subject: 'setting',
    subjectId: key,
    reason,
    before: { value: before.value, validFrom: before.validFrom },
    after: { value, validFrom, document },
  });
  return key;
}
