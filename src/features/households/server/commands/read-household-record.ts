import type { Context } from '#platform/context.ts';

import { compareForms } from '../../rules/compare-forms.ts';
import type { HouseholdDetail, HouseholdVersionDetail } from '../../rules/household-views.ts';
import { maskForm } from '../../rules/mask-form.ts';
import { openFacts } from '../facts.ts';
import { getHouseholdDetail } from '../household-detail.ts';
import type { HouseholdKeys } from '../household-keys.ts';

/** The whole file of a family (一户一档), masked: as it stands, and every version it ever had. */
export interface HouseholdRecord {
  readonly detail: HouseholdDetail;
  /** The newest first. */
  readonly versions: readonly HouseholdVersionDetail[];
}

/** @throws AppError `not_found` `household.unknown`, also for a file outside the actor's scope. */
export async function readHouseholdRecord(
  context: Context,
  keys: HouseholdKeys,
  id: number,
): Promise<HouseholdRecord> {
  const detail = await getHouseholdDetail(context, keys, id);
  const rows = await context.transaction
    .selectFrom('householdVersions')
    .select(['id', 'number', 'factsSecret'])
    .where('householdId', '=', id)
    .execute();
  const forms = new Map(rows.map((row) => [row.number, openFacts(keys, row)]));
  const versions = detail.versions.flatMap((version) => {
    const form = forms.get(version.number);
    const before = forms.get(version.number - 1);
    if (form === undefined) return [];
    const changed = before === undefined ? [] : compareForms(before, form);
    return [{ version, form: maskForm(form), changed }];
  });
  return { detail, versions };
}
