import { z } from 'zod';

import { Finding, VIOLATION_CODES } from '../rules/evaluation.ts';

/** What stands behind the question mark of each page's address; what cannot be read is left out. */

export const ScoresSearch = z.object({
  lost: z.boolean().optional().catch(undefined),
  open: z.int().min(0).optional().catch(undefined),
});

/** A number typed as a search comes back from the address as a number. */
const SearchText = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

export const RecordsSearch = z.object({
  sheet: z.string().optional().catch(undefined),
  missed: z.boolean().optional().catch(undefined),
  find: SearchText,
  open: SearchText,
});

export const FindingsSearch = z.object({
  severity: Finding.shape.severity.optional().catch(undefined),
  indicator: z.string().optional().catch(undefined),
});

export const ViolationsSearch = z.object({
  code: z.enum(VIOLATION_CODES).optional().catch(undefined),
  find: SearchText,
});

export type RecordsSearch = z.infer<typeof RecordsSearch>;
export type FindingsSearch = z.infer<typeof FindingsSearch>;
