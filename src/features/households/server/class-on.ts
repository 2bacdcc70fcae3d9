import type { PlainDate } from '#core/plain-date.ts';
import { settingsInForce } from '#features/settings/rules/setting-in-force.ts';
import { readSettingEntries } from '#features/settings/server/commands/load-settings.ts';
import type { Context } from '#platform/context.ts';

import { classStandardsOn } from '../rules/class-standards.ts';
import type { ClassStandards } from '../rules/class-standards.ts';
import { classifyHousehold } from '../rules/classify-household.ts';
import type { HouseholdClass } from '../rules/classify-household.ts';
import type { HouseholdForm } from '../rules/household-form.ts';

export type Classify = (form: HouseholdForm, on: PlainDate) => HouseholdClass;

/** Classes by the figures in force on the day a form describes, as the settings now stand. */
export async function loadClassify({ transaction }: Context): Promise<Classify> {
  const entries = await readSettingEntries(transaction);
  // Most forms of a long list describe the same few days.
  const byDay = new Map<PlainDate, ClassStandards>();
  return (form, on) => {
    const standards = byDay.get(on) ?? classStandardsOn(settingsInForce(entries, on), on);
    byDay.set(on, standards);
    return classifyHousehold(form, standards, on);
  };
}

/** The class of one form. */
export async function classOn(
  context: Context,
  form: HouseholdForm,
  on: PlainDate,
): Promise<HouseholdClass> {
  const classify = await loadClassify(context);
  return classify(form, on);
}
