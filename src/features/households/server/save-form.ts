import { sql } from 'kysely';

import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

import type { HouseholdClass } from '../rules/classify-household.ts';
import type { HouseholdForm } from '../rules/household-form.ts';
import type { FactSource } from '../rules/words.ts';
import { loadClassify } from './class-on.ts';
import { findDuplicates } from './find-duplicates.ts';
import { addVersions } from './history.ts';
import type { HouseholdKeys } from './household-keys.ts';
import type { StoredHousehold } from './household-row.ts';
import { endPeople, giveIds, writePeople } from './write-people.ts';

export interface FormChange {
  readonly form: HouseholdForm;
  readonly source: FactSource;
  readonly reason: string;
  readonly validOn: PlainDate;
  /** Of each person of the form, the row in the file they came from. */
  readonly cameFrom?: readonly (number | null)[];
  readonly checkedOn?: PlainDate;
}

export interface SavedForm {
  readonly form: HouseholdForm;
  readonly number: number;
  readonly class: HouseholdClass;
}

/** The newest form of one file: see `saveForms`. */
export async function saveForm(
  context: Context,
  keys: HouseholdKeys,
  household: StoredHousehold,
  change: FormChange,
): Promise<SavedForm> {
  const [saved] = await saveForms(context, keys, [{ household, change }]);
  await findDuplicates(context, keys, { householdIds: [household.id] });
  if (saved === undefined) throw new Error('one form was saved and none came back');
  return saved;
}

export interface Saving {
  readonly household: StoredHousehold;
  readonly change: FormChange;
}

/**
 * Makes each form the newest version of its file, one or some hundred in one go: people, class and what
 * lists show follow it. The caller looks for duplicates.
 * @throws AppError `conflict` `household.person_in_other_file`.
 */
export async function saveForms(
  context: Context,
  keys: HouseholdKeys,
  savings: readonly Saving[],
): Promise<(Saving & SavedForm)[]> {
  const forms = await giveIds(
    context,
    savings.map(({ change }) => change.form),
  );
  const classify = await loadClassify(context);
  const saved = savings.map(({ household, change }, place) => {
    const form = forms[place] ?? change.form;
    const number = household.version + 1;
    return { household, change, form, number, class: classify(form, change.validOn) };
  });
  for (const { household, form, change } of saved) {
    await endMissing(context, household, { form, leftOn: change.validOn });
  }
  const people = saved.map(({ household: { id: householdId, unionId }, form, change }) => ({
    householdId,
    unionId,
    form,
    cameFrom: change.cameFrom,
  }));
  await writePeople(context, keys, people);
  const versions = saved.map(({ household, change, form, number, class: judged }) => ({
    householdId: household.id,
    unionId: household.unionId,
    number,
    form,
    hardshipClass: judged.hardshipClass,
    source: change.source,
    reason: change.reason,
    validOn: change.validOn,
  }));
  await addVersions(context, keys, versions);
  await updateHouseholds(context, saved);
  return saved;
}

async function endMissing(
  context: Context,
  { id, form: before }: StoredHousehold,
  { form, leftOn }: { readonly form: HouseholdForm; readonly leftOn: PlainDate },
): Promise<void> {
  const stay = form.people.flatMap((person) => person.id ?? []);
  if (!before.people.some((person) => person.id !== null && !stay.includes(person.id))) return;
  await endPeople(context, id, { stay, leftOn });
}

async function updateHouseholds(
  { transaction }: Context,
  saved: readonly (Saving & SavedForm)[],
): Promise<void> {
  const rows = saved.map(({ household, change, form, number, class: judged }) => ({
    id: household.id,
    checkedOn: change.checkedOn ?? household.checkedOn,
    version: number,
    ...toListFacts(form, judged),
  }));
  await sql`update households h
    set hardship_class = v."hardshipClass", net_monthly_fen = v."netMonthlyFen", scheme = v.scheme,
      tier = v.tier, main_cause = v."mainCause", member_count = v."memberCount",
      checked_on = v."checkedOn", version = v.version
    from json_to_recordset(${JSON.stringify(rows)}::json) as v (id bigint, "hardshipClass" text,
      "netMonthlyFen" bigint, scheme text, tier text, "mainCause" text, "memberCount" int,
      "checkedOn" date, version int)
    where h.id = v.id`.execute(transaction);
}

type ListFacts = Pick<HouseholdForm, 'scheme' | 'tier' | 'mainCause'> &
  Pick<HouseholdClass, 'hardshipClass' | 'netMonthlyFen'> & { readonly memberCount: number };

/** What lists show and filter by. */
export function toListFacts(
  form: HouseholdForm,
  { hardshipClass, netMonthlyFen }: HouseholdClass,
): ListFacts {
  const { scheme, tier, mainCause } = form;
  return { hardshipClass, netMonthlyFen, scheme, tier, mainCause, memberCount: form.people.length };
}
