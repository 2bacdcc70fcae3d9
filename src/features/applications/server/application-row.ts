import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { oneOf, oneOfOrNull } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';
import {
  AID_CLASSES,
  AID_TYPES,
  SPECIAL_REASONS,
} from '#features/policies/rules/policy-version.ts';
import type { AidClass, AidType, SpecialReason } from '#features/policies/rules/policy-version.ts';
import type { Context } from '#platform/context.ts';

import type { Clock } from '../rules/clock.ts';
import { findTiers } from '../rules/find-tiers.ts';
import { APPLICATION_STATES } from '../rules/states.ts';
import type { Standing } from '../rules/tiers.ts';

/** An application as commands need it; facts stay sealed until they are asked for. */
export interface StoredApplication extends Standing, Clock {
  readonly id: number;
  readonly number: string;
  readonly unionId: number;
  readonly householdId: number | null;
  readonly personId: number | null;
  readonly applicantName: string;
  readonly applicantAccountId: number | null;
  readonly aidType: AidType;
  readonly aidClass: AidClass | null;
  readonly roundIndex: number | null;
  readonly eventId: number | null;
  readonly requestedFen: Fen | null;
  readonly proposedFen: Fen | null;
  readonly approvedFen: Fen | null;
  readonly specialReason: SpecialReason | null;
  readonly policyVersionId: number | null;
  readonly appliedOn: PlainDate | null;
  readonly districtReceivedOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly isReexamined: boolean;
  readonly hasOverride: boolean;
  readonly factsSecret: string;
  readonly version: number;
}

/** @throws AppError `not_found` `application.unknown`, also for one outside the actor's sight. */
export async function getApplication(context: Context, id: number): Promise<StoredApplication> {
  const [found] = await findApplications(context, [id]);
  if (found === undefined) throw new AppError('not_found', 'application.unknown');
  return found;
}

/**
 * The same for a change: the row is locked, so that what is judged still holds when it is written.
 * @throws AppError `not_found` `application.unknown`, `conflict` `application.changed_meanwhile`.
 */
export async function getForChange(
  context: Context,
  { id, version }: { readonly id: number; readonly version: number },
): Promise<StoredApplication> {
  await lockApplications(context, [id]);
  const found = await getApplication(context, id);
  if (found.version !== version) throw new AppError('conflict', 'application.changed_meanwhile');
  return found;
}

/** In the order of their ids, so that no two changes wait for each other. */
export async function lockApplications(
  { transaction }: Context,
  ids: readonly number[],
): Promise<void> {
  await transaction
    .selectFrom('applications')
    .select('id')
    .where(sql<boolean>`id = any(${sql.val([...ids])}::bigint[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** In the order of the ids; those out of sight are left out. */
export async function findApplications(
  context: Context,
  ids: readonly number[],
): Promise<StoredApplication[]> {
  const rows = await selectApplications(context, ids);
  return rows.map(({ levels, ...row }) => ({
    ...row,
    state: oneOf(APPLICATION_STATES, row.state),
    resumeState: oneOfOrNull(APPLICATION_STATES, row.resumeState),
    tiers: findTiers(levels.map((level) => oneOf(UNION_LEVELS, level))),
    aidType: oneOf(AID_TYPES, row.aidType),
    aidClass: oneOfOrNull(AID_CLASSES, row.aidClass),
    specialReason: oneOfOrNull(SPECIAL_REASONS, row.specialReason),
    requestedFen: toFen(row.requestedFen),
    proposedFen: toFen(row.proposedFen),
    approvedFen: toFen(row.approvedFen),
    appliedOn: toDay(row.appliedOn),
    districtReceivedOn: toDay(row.districtReceivedOn),
    enteredOn: day(row.enteredOn),
    dueOn: toDay(row.dueOn),
  }));
}

function selectApplications({ transaction }: Context, ids: readonly number[]) {
  const wanted = sql.val([...ids]);
  return transaction
    .selectFrom('applications as a')
    .select(['a.id', 'a.number', 'a.unionId', 'a.householdId', 'a.personId', 'a.applicantName'])
    .select(['a.applicantAccountId', 'a.aidType', 'a.aidClass', 'a.roundIndex', 'a.eventId'])
    .select(['a.requestedFen', 'a.proposedFen', 'a.approvedFen', 'a.specialReason'])
    .select(['a.policyVersionId', 'a.state', 'a.resumeState', 'a.appliedOn'])
    .select(['a.districtReceivedOn', 'a.enteredOn', 'a.spentDays', 'a.dueOn', 'a.isReexamined'])
    .select(['a.hasOverride', 'a.factsSecret', 'a.version'])
    .select(sql<readonly string[]>`find_union_levels(a.union_id)`.as('levels'))
    .where(sql<boolean>`a.id = any(${wanted}::bigint[])`)
    .orderBy(sql`array_position(${wanted}::bigint[], a.id)`)
    .execute();
}

function toFen(amount: number | null): Fen | null {
  return amount === null ? null : fen(amount);
}

function toDay(text: string | null): PlainDate | null {
  return text === null ? null : day(text);
}
