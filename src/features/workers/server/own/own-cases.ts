import { AppError } from '#core/app-error.ts';
import { oneOf, oneOfOrNull } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import { seeingUnion } from '#features/accounts/server/commands/seeing-union.ts';
import { CONSENT_NAMES } from '#features/applications/messages.ts';
import { toRound } from '#features/applications/rules/judge-application.ts';
import { APPLICATION_STATES } from '#features/applications/rules/states.ts';
import { changeApplication } from '#features/applications/server/commands/change-application.ts';
import {
  draftOwnCase,
  inOwnCase,
  loadOwnCase,
} from '#features/applications/server/commands/own-case.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';
import { findPolicyInForce } from '#features/policies/server/commands/load-policy.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { OwnChange } from '../../rules/own-inputs.ts';
import type { OwnDetail, OwnRow } from '../../rules/own-views.ts';
import { nameOfClass, toOwnDetail, toOwnRow } from '../../rules/to-own-detail.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { addFamily, changeFamily, findFamily } from './own-family.ts';
import type { StoredFamily } from './own-family.ts';
import { findOwnPerson } from './own-person.ts';

type Keys = WorkerDependencies['keys'];
type Wish = Omit<OwnChange, 'version'>;

/** The newest first: a person has few. */
export async function listOwnCases({ transaction, actor, now }: Context): Promise<OwnRow[]> {
  const policy = await findPolicyInForce(transaction, toChinaDay(now));
  const rows = await transaction
    .selectFrom('applications as a')
    .leftJoin('applicationFamilies as f', 'f.applicationId', 'a.id')
    .select(['a.id', 'a.number', 'a.aidType', 'a.aidClass', 'a.roundIndex', 'a.requestedFen'])
    .select(['a.approvedFen', 'a.state', 'a.appliedOn', 'a.decidedOn', 'a.version', 'f.handedInAt'])
    .where('a.applicantAccountId', '=', actor.accountId)
    .orderBy('a.id', 'desc')
    .execute();
  return rows.map(({ roundIndex, handedInAt, ...row }) => {
    const aidClass = oneOfOrNull(AID_CLASSES, row.aidClass);
    return toOwnRow({
      ...row,
      aidClass,
      aidType: oneOf(AID_TYPES, row.aidType),
      state: oneOf(APPLICATION_STATES, row.state),
      className: policy === undefined ? null : nameOfClass(aidClass, policy.version),
      round: roundIndex === null ? null : toRound(roundIndex),
      appliedOn: row.appliedOn === null ? null : day(row.appliedOn),
      decidedOn: row.decidedOn === null ? null : day(row.decidedOn),
      isHandedIn: handedInAt !== null,
    });
  });
}

/** @throws AppError `not_found` `application.unknown` for anybody else's. */
export function getOwnCase(context: Context, keys: Keys, id: number): Promise<OwnDetail> {
  return inOwnCase(context, id, (seeing) => describeOwnCase(seeing, keys, id));
}

/** Within `inOwnCase`. */
export async function describeOwnCase(
  context: Context,
  keys: Keys,
  id: number,
): Promise<OwnDetail> {
  const found = await loadOwnCase(context, keys, id);
  const family = await findFamily(context, keys, id);
  return toOwnDetail({
    ...found,
    consents: found.detail.consents.map(({ kind, textVersion, givenAt }) => ({
      kind,
      name: CONSENT_NAMES[kind],
      textVersion,
      givenOn: toChinaDay(new Date(givenAt)),
    })),
    family: toFamilyView(family, found.detail.householdId),
    familyReturn: toFamilyReturn(family),
    toldEvent: family === undefined || family.event === null ? null : toToldEvent(family),
  });
}

function toFamilyView(
  family: StoredFamily | undefined,
  householdId: number | null,
): OwnDetail['family'] {
  if (family === undefined || householdId !== null) return null;
  const { form, handedInAt } = family;
  return { form, handedInOn: handedInAt === null ? null : toChinaDay(handedInAt) };
}

function toFamilyReturn(family: StoredFamily | undefined): OwnDetail['returned'] {
  if (family === undefined || family.openedAt !== null || family.handedInAt !== null) return null;
  const { returnedAt, returnReason } = family;
  return returnedAt === null ? null : { on: toChinaDay(returnedAt), reason: returnReason ?? '' };
}

/** It gets its number with the family's file. */
function toToldEvent({ event }: StoredFamily): OwnDetail['event'] {
  return event === null ? null : { id: 0, number: '', ...event };
}

/** @throws AppError `application.event_unknown`, `application.person_not_in_household`. */
export async function createOwnCase(context: Context, keys: Keys, wish: Wish): Promise<OwnDetail> {
  const { accountId, name, unionId, person } = await findOwnPerson(context);
  const family = person ?? null;
  return seeingUnion(context, unionId, async (seeing) => {
    const applicant = { accountId, name, unionId, family };
    const id = await draftOwnCase(seeing, keys, { applicant, wish });
    if (family === null) {
      const told = { form: null, event: wish.event };
      await addFamily(seeing, keys, { applicationId: id, unionId, told });
    }
    return describeOwnCase(seeing, keys, id);
  });
}

/** @throws AppError as `changeApplication`, `conflict` `worker.handed_in`. */
export function changeOwnCase(
  context: Context,
  keys: Keys,
  { id, change }: { readonly id: number; readonly change: OwnChange },
): Promise<OwnDetail> {
  return inOwnCase(context, id, async (seeing) => {
    const family = await findOpenFamily(seeing, keys, id);
    await changeApplication(seeing, keys, { id, change });
    if (family !== undefined) {
      const told = { form: family.form, event: change.event };
      await changeFamily(seeing, keys, { id: family.id, told });
    }
    return describeOwnCase(seeing, keys, id);
  });
}

/** What was told of the family, while it may be changed. @throws AppError `conflict` `worker.handed_in`. */
export async function findOpenFamily(
  context: Context,
  keys: Keys,
  id: number,
): Promise<StoredFamily | undefined> {
  const family = await findFamily(context, keys, id);
  if (family === undefined || family.openedAt !== null) return undefined;
  if (family.handedInAt !== null) throw new AppError('conflict', 'worker.handed_in');
  return family;
}
