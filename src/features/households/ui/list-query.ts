import type { z } from 'zod';

import type { ListSearch } from '#ui/list-page/list-search.ts';

import { HouseholdFilterBody, HouseholdListQuery } from '../rules/household-inputs.ts';
import type { HouseholdFilter } from '../rules/household-inputs.ts';

/** The address as the route of the list asks for it. */
export function toListQuery(search: ListSearch): z.input<typeof HouseholdListQuery> {
  const { isCheckDue, isKnownEligible, ...query } = HouseholdListQuery.parse({
    ...search,
    // Whoever waited longest comes first.
    sort: search['isCheckDue'] === 'true' ? 'checked' : 'newest',
  });
  return {
    ...query,
    ...(isCheckDue === undefined ? {} : { isCheckDue: flagText(isCheckDue) }),
    ...(isKnownEligible === undefined ? {} : { isKnownEligible: flagText(isKnownEligible) }),
  };
}

/** The same as the body of an export. */
export function toFilter(search: ListSearch): HouseholdFilter {
  // Order and page are no part of it, and are left out.
  return HouseholdFilterBody.parse(HouseholdListQuery.parse(search));
}

function flagText(flag: boolean): 'true' | 'false' {
  return flag ? 'true' : 'false';
}
