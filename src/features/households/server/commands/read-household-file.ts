import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

import type { HouseholdClass } from '../../rules/classify-household.ts';
import type { HouseholdForm } from '../../rules/household-form.ts';
import { maskForm } from '../../rules/mask-form.ts';
import { classOn } from '../class-on.ts';
import { openFacts } from '../facts.ts';
import type { HouseholdKeys } from '../household-keys.ts';

/** A file as other rooms print it: one version of its form, masked. */
export interface HouseholdFile {
  readonly id: number;
  readonly fileNumber: string;
  readonly unionId: number;
  readonly openedOn: PlainDate;
  readonly versionNumber: number;
  /** The day that the form describes. */
  readonly validOn: PlainDate;
  readonly class: HouseholdClass;
  readonly form: HouseholdForm;
}

interface WantedFile {
  readonly id: number;
  /** The last version that was on file by the end of that day; the newest when left out. */
  readonly asOf?: PlainDate | null;
}

/** Undefined for a file outside the actor's scope. */
export async function readHouseholdFile(
  context: Context,
  keys: Pick<HouseholdKeys, 'cipher'>,
  { id, asOf = null }: WantedFile,
): Promise<HouseholdFile | undefined> {
  const row = await context.transaction
    .selectFrom('households as h')
    .innerJoin('householdVersions as v', 'v.householdId', 'h.id')
    .select(['h.id', 'h.fileNumber', 'h.unionId', 'h.openedOn'])
    .select(['v.id as versionId', 'v.number as versionNumber', 'v.validOn', 'v.factsSecret'])
    .where('h.id', '=', id)
    .where('v.number', '=', asOf === null ? sql<number>`h.version` : numberOn(asOf))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { versionId, factsSecret, ...file } = row;
  const form = openFacts(keys, { id: versionId, factsSecret });
  const validOn = day(row.validOn);
  return {
    ...file,
    openedOn: day(row.openedOn),
    validOn,
    class: await classOn(context, form, validOn),
    form: maskForm(form),
  };
}

/** A file that was opened only later shows what it had first. */
function numberOn(asOf: PlainDate): RawBuilder<number> {
  return sql<number>`(select coalesce(max(o.number) filter
      (where o.recorded_at < (${asOf}::date + 1)::timestamp at time zone 'Asia/Shanghai'), min(o.number))
    from household_versions o where o.household_id = h.id)`;
}
