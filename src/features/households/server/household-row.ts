import { sql } from 'kysely';

import { AppError, refusal } from '#core/app-error.ts';
import type { Decision, Reason } from '#core/decision.ts';
import { oneOf } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

import type { HouseholdForm } from '../rules/household-form.ts';
import { EXIT_KIND_NAMES } from '../rules/word-names.ts';
import { EXIT_KINDS, HARDSHIP_CLASSES, HOUSEHOLD_STATES } from '../rules/words.ts';
import type { HardshipClass, HouseholdState } from '../rules/words.ts';
import { openFacts } from './facts.ts';
import type { HouseholdKeys } from './household-keys.ts';

/** A file as its commands need it, with the form of its newest version. */
export interface StoredHousehold {
  readonly id: number;
  readonly unionId: number;
  readonly fileNumber: string;
  readonly state: HouseholdState;
  readonly openedOn: PlainDate;
  readonly exitedOn: PlainDate | null;
  /** Why it was ended: the kind, and what was written of it. */
  readonly exitReason: string | null;
  readonly mergedIntoId: number | null;
  readonly hardshipClass: HardshipClass;
  readonly netMonthlyFen: number | null;
  readonly checkedOn: PlainDate;
  readonly version: number;
  readonly isSample: boolean;
  readonly validOn: PlainDate;
  readonly form: HouseholdForm;
}

/** @throws AppError `not_found` `household.unknown`, also for a file outside the actor's scope. */
export async function getHousehold(
  context: Context,
  keys: HouseholdKeys,
  id: number,
): Promise<StoredHousehold> {
  const [household] = await findHouseholds(context, keys, [id]);
  if (household === undefined) throw new AppError('not_found', 'household.unknown');
  return household;
}

/** Files with their forms, in the order of the ids; those out of sight are left out. */
export async function findHouseholds(
  context: Context,
  keys: HouseholdKeys,
  ids: readonly number[],
): Promise<StoredHousehold[]> {
  const rows = await selectHouseholds(context, ids);
  return rows.map(({ versionId, factsSecret, exitKind, exitReason, ...row }) => ({
    ...row,
    state: oneOf(HOUSEHOLD_STATES, row.state),
    hardshipClass: oneOf(HARDSHIP_CLASSES, row.hardshipClass),
    openedOn: day(row.openedOn),
    exitedOn: row.exitedOn === null ? null : day(row.exitedOn),
    checkedOn: day(row.checkedOn),
    validOn: day(row.validOn),
    exitReason:
      exitKind === null
        ? null
        : `${EXIT_KIND_NAMES[oneOf(EXIT_KINDS, exitKind)]}：${exitReason ?? ''}`,
    form: openFacts(keys, { id: versionId, factsSecret }),
  }));
}

function selectHouseholds({ transaction }: Context, ids: readonly number[]) {
  const wanted = sql.val([...ids]);
  return transaction
    .selectFrom('households as h')
    .innerJoin('householdVersions as v', (join) =>
      join.onRef('v.householdId', '=', 'h.id').onRef('v.number', '=', 'h.version'),
    )
    .select(['h.id', 'h.unionId', 'h.fileNumber', 'h.state', 'h.openedOn', 'h.exitedOn'])
    .select(['h.mergedIntoId', 'h.hardshipClass', 'h.checkedOn', 'h.version', 'h.isSample'])
    .select(['h.exitKind', 'h.exitReason', 'h.netMonthlyFen'])
    .select(['v.id as versionId', 'v.validOn', 'v.factsSecret'])
    .where(sql<boolean>`h.id = any(${wanted}::bigint[])`)
    .orderBy(sql`array_position(${wanted}::bigint[], h.id)`)
    .execute();
}

/**
 * The same for a change: the row is locked, so that what is judged still holds when it is written.
 * @throws AppError `not_found` `household.unknown`, `conflict` `household.changed_meanwhile` when the file
 *   is no longer at the version that the change was made on.
 */
export async function getForChange(
  context: Context,
  keys: HouseholdKeys,
  { id, version }: { readonly id: number; readonly version: number },
): Promise<StoredHousehold> {
  await lockHouseholds(context, [id]);
  const household = await getHousehold(context, keys, id);
  if (household.version !== version) throw new AppError('conflict', 'household.changed_meanwhile');
  return household;
}

/** In the order of their ids, so that no two changes wait for each other; returns the versions. */
export async function lockHouseholds(
  { transaction }: Context,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await transaction
    .selectFrom('households')
    .select(['id', 'version'])
    .where(sql<boolean>`id = any(${sql.val([...ids])}::bigint[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** @throws AppError `conflict` with every reason against it. */
export function assertAllowed(decision: Decision<Reason>): void {
  if (!decision.ok) throw refusal(decision.reasons);
}
