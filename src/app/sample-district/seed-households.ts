import { addDays } from '#core/plain-date.ts';
import { HouseholdForm } from '#features/households/rules/household-form.ts';
import { openHouseholds } from '#features/households/server/commands/open-households.ts';
import type { NewFile } from '#features/households/server/commands/open-households.ts';
import { recheckHousehold } from '#features/households/server/commands/recheck-household.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { Services } from '../services.ts';
import { listSampleHouseholds } from './sample-households.ts';
import type { SampleHousehold } from './sample-households.ts';

const REASON = '样例数据';
/** Every so many files the yearly recheck is left to be done. */
const DUE_EVERY = 6;
const LAST_CHECKS_DAYS = 300;

/** Files of the sample families, opened in the sample year; most were rechecked within this one. */
export async function seedHouseholds(
  context: Context,
  keys: Pick<Services, 'cipher' | 'blindIndex'>,
  unions: ReadonlyMap<string, number>,
): Promise<void> {
  const households = listSampleHouseholds();
  const opened = await openHouseholds(
    context,
    keys,
    households.map((household) => toNewFile(household, unions)),
  );
  const today = toChinaDay(context.now);
  for (const [place, { id, fileNumber, class: judged }] of opened.entries()) {
    const unionId = unions.get(households[place]?.union ?? '') ?? null;
    const after = { fileNumber, hardshipClass: judged.hardshipClass };
    const entry = { action: 'household.opened', subject: 'household', subjectId: id, unionId };
    await context.record({ ...entry, reason: REASON, after });
    if (place % DUE_EVERY === 0) continue;
    const checkedOn = addDays(today, -((place * 17) % LAST_CHECKS_DAYS));
    await recheckHousehold(context, keys, {
      id,
      recheck: { version: 1, checkedOn, reason: REASON },
    });
  }
}

function toNewFile(
  { union, form, openedOn }: SampleHousehold,
  unions: ReadonlyMap<string, number>,
): NewFile {
  const unionId = unions.get(union);
  if (unionId === undefined) throw new Error(`the sample tree has no union ${union}`);
  const facts = { form: HouseholdForm.parse(form), source: 'application', reason: REASON } as const;
  return { ...facts, unionId, openedOn, isSample: true };
}
