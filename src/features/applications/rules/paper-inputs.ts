import { z } from 'zod';

import { ApplicationFilter } from './application-inputs.ts';

/** Forms in one print: a page each. */
export const MAX_FORMS = 100;
/** Lines of a roster; one line more is told before anything is set. */
export const MAX_ROSTER_ROWS = 1000;
export const MAX_LEDGER_ROWS = 5000;

/** Ids in the order in which they are printed: `?ids=3,1,2`. */
export const FormsQuery = z.object({
  ids: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15})*$/)
    .transform((text) => [...new Set(text.split(',').map(Number))])
    .pipe(z.array(z.int().min(1)).min(1).max(MAX_FORMS))
    .describe('Ids of applications, parted by commas'),
});

const Purpose = z.string().trim().min(4).max(500).describe('Why; kept in the audit log');

export const ListExport = z.object({ filter: ApplicationFilter, reason: Purpose });
export type ListExport = z.infer<typeof ListExport>;

export const PurposeBody = z.object({ reason: Purpose });
