import { z } from 'zod';

import { DUPLICATE_KINDS } from './compare-people.ts';
import { VERDICTS } from './duplicate-views.ts';
import { ChangeReason } from './household-inputs.ts';

const Id = z.coerce.number().int().min(1);

export const PairParams = z.object({ id: Id });

export const DuplicateListQuery = z.object({
  state: z
    .enum(['open', ...VERDICTS, 'all'])
    .default('open')
    .describe('Whether it was judged'),
  kind: z.enum(DUPLICATE_KINDS).optional(),
  householdId: Id.optional().describe('Pairs with somebody of this file'),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type DuplicateListQuery = z.infer<typeof DuplicateListQuery>;

export const DuplicateVerdict = z.object({
  verdict: z.enum(VERDICTS),
  factsDigest: z.string().max(64).describe('Of the facts the verdict was made on'),
  reason: ChangeReason,
});
export type DuplicateVerdict = z.infer<typeof DuplicateVerdict>;
