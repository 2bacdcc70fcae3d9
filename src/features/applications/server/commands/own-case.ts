import { AppError } from '#core/app-error.ts';
import { seeingUnion } from '#features/accounts/server/commands/seeing-union.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';
import type { Context } from '#platform/context.ts';

import { ActInput } from '../../rules/application-inputs.ts';
import type { ApplicationWish, NewEvent } from '../../rules/application-inputs.ts';
import type { ApplicationDetail, SubmissionCheck } from '../../rules/application-views.ts';
import type { TierAtWork } from '../../rules/states.ts';
import type { Action } from '../../rules/transitions.ts';
import type { Desk } from '../act-ground.ts';
import { describeApplication } from '../application-detail.ts';
import { openFacts } from '../application-keys.ts';
import type { ApplicationKeys } from '../application-keys.ts';
import { getApplication, getForChange } from '../application-row.ts';
import { checkSubmission } from '../check-submission.ts';
import { loadCase } from '../load-cases.ts';
import { actOnApplication } from './act.ts';
import { findEvent, insertDraft } from './create-application.ts';

const OWN_DESK: Desk = { seat: 'filing', as: 'own' };

/**
 * Works on a case as its applicant, with the case's union in sight.
 * @throws AppError `not_found` `application.unknown` for a case that is not the actor's own.
 */
export async function inOwnCase<Result>(
  context: Context,
  id: number,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const { transaction, actor } = context;
  const found = await transaction
    .selectFrom('applications')
    .select('unionId')
    .where('id', '=', id)
    .where('applicantAccountId', '=', actor.accountId)
    .executeTakeFirst();
  if (found === undefined) throw new AppError('not_found', 'application.unknown');
  return seeingUnion(context, found.unionId, work);
}

export interface OwnCase {
  /** As a desk sees it: what of it the applicant is told, the caller decides. */
  readonly detail: ApplicationDetail;
  readonly tiers: readonly TierAtWork[];
  readonly policy: PolicyVersion;
}

/** Within `inOwnCase`. */
export async function loadOwnCase(
  context: Context,
  keys: ApplicationKeys,
  id: number,
): Promise<OwnCase> {
  const application = await getApplication(context, id);
  const { policy } = await loadCase(context, application);
  const detail = await describeApplication(context, keys, id, [OWN_DESK]);
  return { detail, tiers: application.tiers, policy };
}

export interface OwnAct {
  readonly id: number;
  readonly version: number;
  readonly action: Extract<
    Action,
    'submit' | 'answer_supplement' | 'withdraw' | 'request_reexamination'
  >;
  readonly opinion: string | null;
}

/** Within `inOwnCase`. @throws AppError as `actOnApplication`. */
export async function actOnOwnCase(
  context: Context,
  { id, version, action, opinion }: OwnAct,
): Promise<void> {
  const input = ActInput.parse({ action, version, opinion });
  await actOnApplication(context, { id, input, desk: OWN_DESK });
}

/** Within `inOwnCase`. */
export function checkOwnCase(context: Context, id: number): Promise<SubmissionCheck> {
  return checkSubmission(context, id);
}

export interface OwnApplicant {
  readonly accountId: number;
  readonly name: string;
  readonly unionId: number;
  /** Null while the union has no file of the family. */
  readonly family: { readonly householdId: number; readonly personId: number } | null;
}

/** Begins an own application, with the applicant's union in sight; returns its id. */
export function draftOwnCase(
  context: Context,
  keys: ApplicationKeys,
  { applicant, wish }: { readonly applicant: OwnApplicant; readonly wish: ApplicationWish },
): Promise<number> {
  const { accountId, name, unionId, family } = applicant;
  const { householdId, personId } = family ?? { householdId: null, personId: null };
  const ground = { unionId, name, householdId, personId, ownAccountId: accountId };
  return insertDraft(context, keys, { ...ground, wish });
}

/**
 * Puts a draft under the file that was opened from what its applicant told of the family.
 * @throws AppError `conflict` `application.not_a_draft` for one that has a file already.
 */
export async function giveHousehold(
  context: Context,
  { id, householdId, personId, event }: HouseholdOfDraft,
): Promise<void> {
  const { version } = await getApplication(context, id);
  const draft = await getForChange(context, { id, version });
  const { state, unionId } = draft;
  if (state !== 'draft' || draft.householdId !== null) {
    throw new AppError('conflict', 'application.not_a_draft');
  }
  const eventId = await findEvent(context, {
    householdId,
    unionId,
    wish: { event, eventId: null },
  });
  await context.transaction
    .updateTable('applications')
    .set({ eventId, householdId, personId, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

interface HouseholdOfDraft {
  readonly id: number;
  readonly householdId: number;
  readonly personId: number;
  /** As it was told before there was a file. */
  readonly event: NewEvent | null;
}

/** Events of the own family on file, with its union in sight. */
export { listEvents as listFamilyEvents } from '../application-detail.ts';

/** What the applicant tells, in the own words. */
export async function readStory(
  context: Context,
  keys: ApplicationKeys,
  id: number,
): Promise<string | null> {
  const { factsSecret } = await getApplication(context, id);
  return openFacts(keys, id, factsSecret).story;
}
