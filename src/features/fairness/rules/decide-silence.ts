import type { PlainDate } from '#core/plain-date.ts';

import type { Span } from './fairness-periods.ts';

export const SILENCES = ['silent', 'heard', 'closed', 'too_new', 'records_too_new'] as const;
export type Silence = (typeof SILENCES)[number];

export interface SilenceFacts {
  readonly foundedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  /** Applications in the two quarters. */
  readonly quietCount: number;
}

/**
 * Whether a union brought no application at all in two whole quarters. One that was not there all the
 * time is not blamed, and nobody is while the district itself has not kept records for so long.
 * @param recordsSince day of the district's first application; null where there is none
 */
export function decideSilence(
  { foundedOn, closedOn, quietCount }: SilenceFacts,
  quarters: Span,
  recordsSince: PlainDate | null,
): Silence {
  if (quietCount > 0) return 'heard';
  if (closedOn !== null) return 'closed';
  if (foundedOn !== null && foundedOn > quarters.from) return 'too_new';
  return recordsSince === null || recordsSince > quarters.from ? 'records_too_new' : 'silent';
}
