import { sql } from 'kysely';

import { addDays } from '#core/plain-date.ts';
import { HouseholdForm } from '#features/households/rules/household-form.ts';
import { noteOpening } from '#features/households/server/audit-notes.ts';
import { openHouseholds } from '#features/households/server/commands/open-households.ts';
import type { NewFile, OpenedFile } from '#features/households/server/commands/open-households.ts';
import { addEvents } from '#features/households/server/history.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { Services } from '../services.ts';
import type { SampleHousehold } from './sample-form.ts';

const REASON = '样例数据';
/** Every so many files the yearly recheck is left to be done. */
const DUE_EVERY = 6;
const LAST_CHECKS_DAYS = 300;

/** A file of the sample as it was asked for and as it was opened. */
export interface OpenedSample<Household extends SampleHousehold = SampleHousehold> {
  readonly household: Household;
  readonly asked: NewFile;
  readonly opened: OpenedFile;
}

/** Files of the sample families, opened in the sample year; most were rechecked within this one. */
export async function seedHouseholds<Household extends SampleHousehold>(
  context: Context,
  keys: Pick<Services, 'cipher' | 'blindIndex'>,
  unions: ReadonlyMap<string, number>,
  households: readonly Household[],
): Promise<readonly OpenedSample<Household>[]> {
  const asked = households.map((household) => toNewFile(household, unions));
  const files = await openHouseholds(context, keys, asked);
  const samples = files.flatMap((opened, place) => {
    const [household, wish] = [households[place], asked[place]];
    return household === undefined || wish === undefined
      ? []
      : [{ household, asked: wish, opened }];
  });
  await context.recordAll(samples.map((sample) => noteOpening(sample.asked, sample.opened)));
  await addRechecks(context, samples);
  return samples;
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

/** All at once: one by one they would hold up the first start. */
async function addRechecks(context: Context, samples: readonly OpenedSample[]): Promise<void> {
  const today = toChinaDay(context.now);
  const checks = samples.flatMap(({ asked: { unionId }, opened: { id } }, place) => {
    if (place % DUE_EVERY === 0) return [];
    return [{ id, unionId, checkedOn: addDays(today, -((place * 17) % LAST_CHECKS_DAYS)) }];
  });
  await sql`update households h set checked_on = c."checkedOn"
    from json_to_recordset(${JSON.stringify(checks)}::json) as c (id bigint, "checkedOn" date)
    where h.id = c.id`.execute(context.transaction);
  await addEvents(
    context,
    checks.map(({ id: householdId, unionId, checkedOn: happenedOn }) => {
      return { householdId, unionId, kind: 'rechecked', happenedOn, reason: REASON };
    }),
  );
}
