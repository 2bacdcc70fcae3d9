import { AppError } from '#core/app-error.ts';
import { oneOf } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

import { compareForms } from '../rules/compare-forms.ts';
import type {
  HouseholdDetail,
  HouseholdEventView,
  HouseholdVersionDetail,
  HouseholdVersionView,
} from '../rules/household-views.ts';
import { maskForm } from '../rules/mask-form.ts';
import { EVENT_KINDS, FACT_SOURCES, HARDSHIP_CLASSES } from '../rules/words.ts';
import { classOn } from './class-on.ts';
import { openFacts } from './facts.ts';
import type { HouseholdKeys } from './household-keys.ts';
import { getHousehold } from './household-row.ts';
import { readHouseholdRows } from './read-household-rows.ts';

/** @throws AppError `not_found` `household.unknown`, also for a file outside the actor's scope. */
export async function getHouseholdDetail(
  context: Context,
  keys: HouseholdKeys,
  id: number,
): Promise<HouseholdDetail> {
  const { form, validOn, version, mergedIntoId, exitReason } = await getHousehold(
    context,
    keys,
    id,
  );
  const [row] = await readHouseholdRows(context, keys, [id]);
  if (row === undefined) throw new Error('a file that was just read has no row');
  return {
    ...row,
    version,
    mergedIntoId,
    exitReason,
    form: maskForm(form),
    class: await classOn(context, form, validOn),
    versions: await listVersions(context, id),
    events: await listEvents(context, id),
    openPairCount: await countOpenPairs(context, id),
  };
}

/** @throws AppError `not_found` `household.unknown` or `household.version_unknown`. */
export async function getVersionDetail(
  context: Context,
  keys: HouseholdKeys,
  { id, number }: { readonly id: number; readonly number: number },
): Promise<HouseholdVersionDetail> {
  const views = await listVersions(context, id);
  if (views.length === 0) throw new AppError('not_found', 'household.unknown');
  const version = views.find((view) => view.number === number);
  if (version === undefined) throw new AppError('not_found', 'household.version_unknown');
  const rows = await context.transaction
    .selectFrom('householdVersions')
    .select(['id', 'number', 'factsSecret'])
    .where('householdId', '=', id)
    .where('number', 'in', [number - 1, number])
    .orderBy('number', 'desc')
    .execute();
  const [form, before] = rows.map((row) => openFacts(keys, row));
  if (form === undefined) throw new Error('a version that was just listed has no form');
  const changed = before === undefined ? [] : compareForms(before, form);
  return { version, form: maskForm(form), changed };
}

async function listVersions({ transaction }: Context, id: number): Promise<HouseholdVersionView[]> {
  const rows = await transaction
    .selectFrom('householdVersions as v')
    .leftJoin('accounts as a', 'a.id', 'v.recordedBy')
    .select(['v.number', 'v.source', 'v.reason', 'v.validOn', 'v.hardshipClass', 'v.recordedAt'])
    .select('a.displayName as recordedByName')
    .where('v.householdId', '=', id)
    .orderBy('v.number', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    source: oneOf(FACT_SOURCES, row.source),
    validOn: day(row.validOn),
    hardshipClass: oneOf(HARDSHIP_CLASSES, row.hardshipClass),
    recordedAt: row.recordedAt.toISOString(),
  }));
}

async function listEvents({ transaction }: Context, id: number): Promise<HouseholdEventView[]> {
  const rows = await transaction
    .selectFrom('householdEvents as e')
    .leftJoin('accounts as a', 'a.id', 'e.recordedBy')
    // A file out of sight is none.
    .leftJoin('households as o', 'o.id', 'e.otherHouseholdId')
    .select(['e.id', 'e.kind', 'e.happenedOn', 'e.reason', 'e.document', 'e.recordedAt'])
    .select(['o.id as otherHouseholdId', 'o.fileNumber as otherFileNumber'])
    .select('a.displayName as recordedByName')
    .where('e.householdId', '=', id)
    .orderBy('e.id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: oneOf(EVENT_KINDS, row.kind),
    recordedAt: row.recordedAt.toISOString(),
  }));
}

/** Of people who are in the file now; pairs with somebody out of sight are not seen. */
async function countOpenPairs({ transaction }: Context, id: number): Promise<number> {
  const people = transaction
    .selectFrom('householdPeople')
    .select('id')
    .where('householdId', '=', id)
    .where('leftOn', 'is', null);
  const { count } = await transaction
    .selectFrom('duplicatePairs')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('verdict', 'is', null)
    .where((eb) => eb.or([eb('firstId', 'in', people), eb('secondId', 'in', people)]))
    .executeTakeFirstOrThrow();
  return count;
}
