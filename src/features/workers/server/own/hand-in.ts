import { AppError, refusal } from '#core/app-error.ts';
import type { Reason } from '#core/decision.ts';
import { removeDraft } from '#features/applications/server/commands/change-application.ts';
import {
  actOnOwnCase,
  checkOwnCase,
  giveHousehold,
  inOwnCase,
  loadOwnCase,
} from '#features/applications/server/commands/own-case.ts';
import type { OwnAct } from '#features/applications/server/commands/own-case.ts';
import type { HouseholdForm } from '#features/households/rules/household-form.ts';
import { assertSoundForm } from '#features/households/server/commands/person-on-file.ts';
import type { Context } from '#platform/context.ts';

import type { OwnDetail } from '../../rules/own-views.ts';
import { tellOfficers } from '../tell-officers.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { describeOwnCase, findOpenFamily } from './own-cases.ts';
import { changeFamily, findFamily, markFamily } from './own-family.ts';
import { findOwnPerson } from './own-person.ts';

type Keys = WorkerDependencies['keys'];

interface Versioned {
  readonly id: number;
  readonly version: number;
}

/**
 * What the applicant tells of the family; the whole form, as often as it is changed.
 * @throws AppError `invalid` with every fault, `conflict` `worker.has_file`, `worker.handed_in`.
 */
export function setOwnFamily(
  context: Context,
  keys: Keys,
  { id, form }: { readonly id: number; readonly form: HouseholdForm },
): Promise<OwnDetail> {
  return inOwnCase(context, id, async (seeing) => {
    const family = await findOpenFamily(seeing, keys, id);
    if (family === undefined) throw new AppError('conflict', 'worker.has_file');
    await assertOwnHead(seeing, id, form);
    const told = { ...form, ...FOR_THE_UNION };
    assertSoundForm(seeing, told);
    await changeFamily(seeing, keys, { id: family.id, told: { form: told, event: family.event } });
    await seeing.record({ subjectId: id, after: { peopleCount: form.people.length } });
    return describeOwnCase(seeing, keys, id);
  });
}

/** How a file is kept is for the union to say: a new one begins under the current scheme, at the district. */
const FOR_THE_UNION = { scheme: 'current', tier: 'district', oldClass: null } as const;

/** A worker tells of the own family, as its head. */
async function assertOwnHead(
  { transaction }: Context,
  id: number,
  { people }: HouseholdForm,
): Promise<void> {
  const { applicantName: name } = await transaction
    .selectFrom('applications')
    .select('applicantName')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const head = people.find(({ role }) => role === 'head');
  if (head !== undefined && head.name !== name) {
    throw new AppError('invalid', 'worker.head_differs', { name });
  }
}

/**
 * Submits; where the union has no file of the family yet, hands the form in for it to open one.
 * @throws AppError `conflict` with every gap at once.
 */
export async function submitOwnCase(
  context: Context,
  keys: Keys,
  wanted: Versioned,
): Promise<OwnDetail> {
  const { person } = await findOwnPerson(context);
  return inOwnCase(context, wanted.id, async (seeing) => {
    const { detail } = await loadOwnCase(seeing, keys, wanted.id);
    const family = await findOpenFamily(seeing, keys, wanted.id);
    let { version } = wanted;
    if (detail.householdId === null && person === undefined) {
      await handIn(seeing, keys, wanted);
      return describeOwnCase(seeing, keys, wanted.id);
    }
    if (detail.householdId === null && person !== undefined) {
      // The file was opened meanwhile, without this draft.
      const { personId, householdId } = person;
      const event = family?.event ?? null;
      await giveHousehold(seeing, { id: wanted.id, personId, householdId, event });
      version += 1;
    }
    await actOnOwnCase(seeing, { id: wanted.id, version, action: 'submit', opinion: null });
    return describeOwnCase(seeing, keys, wanted.id);
  });
}

async function handIn(context: Context, keys: Keys, { id, version }: Versioned): Promise<void> {
  const { detail } = await loadOwnCase(context, keys, id);
  if (detail.version !== version) throw new AppError('conflict', 'application.changed_meanwhile');
  const family = await findFamily(context, keys, id);
  const missing = await listGaps(context, keys, id);
  if (missing.length > 0) throw refusal(missing);
  if (family === undefined) throw new Error('a draft without a file has no form');
  const { now } = context;
  const marks = { handedInAt: now, returnedAt: null, returnReason: null };
  await markFamily(context, family.id, marks);
  const { number, unionId } = detail;
  await context.record({
    action: 'application.handed_in',
    subject: 'application',
    subjectId: id,
    unionId,
    after: { number },
  });
  await tellOfficers(context, unionId, {
    code: 'worker.form_handed_in',
    params: { number },
    link: '/family-forms',
  });
}

/** Everything that keeps it from being sent, at once. Within `inOwnCase`. */
export async function listGaps(context: Context, keys: Keys, id: number): Promise<Reason[]> {
  const { missing } = await checkOwnCase(context, id);
  const family = await findFamily(context, keys, id);
  if (family === undefined || family.openedAt !== null) return missing;
  const others = missing.filter(({ code }) => code !== 'application.household_closed');
  return family.form === null ? [{ code: 'worker.family_missing', params: {} }, ...others] : others;
}

/** Supplements, withdrawal, re-examination. @throws AppError `conflict` with every reason against it. */
export function actForOneself(context: Context, keys: Keys, act: OwnAct): Promise<OwnDetail> {
  return inOwnCase(context, act.id, async (seeing) => {
    await actOnOwnCase(seeing, act);
    return describeOwnCase(seeing, keys, act.id);
  });
}

/** Also of one that was handed in: the union has not opened a file yet. */
export function removeOwnDraft(context: Context, wanted: Versioned): Promise<void> {
  return inOwnCase(context, wanted.id, (seeing) => removeDraft(seeing, wanted));
}
