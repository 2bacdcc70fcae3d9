import type { Insertable } from 'kysely';

import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';
import { insertRows } from '#platform/database/insert-rows.ts';
import type { HouseholdVersions } from '#platform/database/schema.ts';

import type { HouseholdForm } from '../rules/household-form.ts';
import type { EventKind, FactSource, HardshipClass } from '../rules/words.ts';
import { drawIds } from './draw-ids.ts';
import { sealFacts } from './facts.ts';
import type { HouseholdKeys } from './household-keys.ts';

export interface NewVersion {
  readonly householdId: number;
  readonly unionId: number;
  readonly number: number;
  /** With an id for everybody. */
  readonly form: HouseholdForm;
  readonly hardshipClass: HardshipClass;
  readonly source: FactSource;
  readonly reason: string;
  readonly validOn: PlainDate;
}

export async function addVersions(
  context: Context,
  keys: HouseholdKeys,
  versions: readonly NewVersion[],
): Promise<void> {
  const { transaction } = context;
  const ids = await drawIds(transaction, 'household_versions', versions.length);
  const rows = toVersionRows(context, keys, { versions, ids });
  await insertRows(transaction, { table: 'householdVersions', rows });
}

interface NumberedVersions {
  readonly versions: readonly NewVersion[];
  readonly ids: readonly number[];
}

/** Rows of versions, sealed. */
export function toVersionRows(
  { actor, now }: Context,
  keys: HouseholdKeys,
  { versions, ids }: NumberedVersions,
): Insertable<HouseholdVersions>[] {
  return versions.flatMap(({ form, ...version }, place) => {
    const id = ids[place];
    if (id === undefined) return [];
    const factsSecret = sealFacts(keys, id, form);
    return [{ ...version, id, factsSecret, recordedAt: now, recordedBy: actor.accountId }];
  });
}

export interface NewEvent {
  readonly householdId: number;
  readonly unionId: number;
  readonly kind: EventKind;
  readonly happenedOn: PlainDate;
  readonly reason: string;
  readonly document?: string | null;
  readonly otherHouseholdId?: number | null;
  /** Of the version of the form that the act wrote. */
  readonly versionNumber?: number;
}

export async function addEvents(
  { transaction, actor, now }: Context,
  events: readonly NewEvent[],
): Promise<void> {
  const rows = events.map(
    ({ document = null, otherHouseholdId = null, versionNumber = null, ...event }) => ({
      ...event,
      document,
      otherHouseholdId,
      versionNumber,
      recordedAt: now,
      recordedBy: actor.accountId,
    }),
  );
  await insertRows(transaction, { table: 'householdEvents', rows });
}
