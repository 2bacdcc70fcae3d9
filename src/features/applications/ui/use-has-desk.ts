import type { Permission } from '#features/accounts/rules/permissions.ts';
import { useMay } from '#ui/rights.ts';

const DESKS = [
  'applications.review_grassroots',
  'applications.review_town',
  'applications.review_district',
  'applications.approve',
] as const satisfies readonly Permission[];

/** Whether applications ever wait for this person. */
export function useHasDesk(): boolean {
  const may = useMay();
  return DESKS.some((desk) => may(desk));
}
