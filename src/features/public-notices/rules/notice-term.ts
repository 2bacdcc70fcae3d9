import type { PlainDate } from '#core/plain-date.ts';
import type { NoticeRules } from '#features/policies/rules/policy-version.ts';
import { addWorkingDays } from '#features/policies/rules/working-days.ts';

import type { NoticeTier } from './public-notice-inputs.ts';

/** What a notice may last at all, in working days. */
export const MIN_NOTICE_DAYS = 3;
export const MAX_NOTICE_DAYS = 30;

/** The least that the rules ask for at a tier; of several versions the longest. */
export function requiredDays(tier: NoticeTier, rules: readonly NoticeRules[]): number {
  const days = rules.map((rule) =>
    tier === 'grassroots' ? rule.grassrootsDays : rule.districtDays,
  );
  return Math.min(MAX_NOTICE_DAYS, Math.max(MIN_NOTICE_DAYS, ...days));
}

/** The last day: the day of putting up is not counted. */
export function noticeEnd(startsOn: PlainDate, workingDays: number): PlainDate {
  return addWorkingDays(startsOn, workingDays);
}
