import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';
import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';

import { CODE_PATTERN } from './union-code.ts';

export const ChangeReason = z
  .string()
  .trim()
  .min(4)
  .max(500)
  .describe('Why; kept in the audit log');
const Level = z.enum(UNION_LEVELS);
const Version = z.int().min(1).describe('The version the change was made on');
export const MembershipYear = z.coerce.number().int().min(1949).max(2200);
export const UnionId = z.coerce.number().int().min(1);
const Name = z.string().trim().min(2).max(100);
/** What a text field holds: blank is none. */
const OptionalText = (max: number): z.ZodType<string | null> =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .transform((text) => (text === '' ? null : text));
export const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** What is searched and exported. */
const UnionFilter = {
  search: z.string().trim().max(100).optional().describe('Part of the name or the code'),
  level: Level.optional(),
  below: UnionId.optional().describe('This union and all below it'),
  state: z.enum(['open', 'closed', 'all']).default('open'),
};
export const UnionFilterBody = z.object({ ...UnionFilter, below: z.int().min(1).optional() });
export type UnionFilter = z.infer<typeof UnionFilterBody>;

const UNION_SORTS = ['tree', 'name', 'code'] as const;
export const UnionListQuery = z.object({
  ...UnionFilter,
  sort: z.enum(UNION_SORTS).default('tree'),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type UnionListQuery = z.infer<typeof UnionListQuery>;

const UnionFacts = {
  name: Name,
  regionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  creditCode: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z]{18}$/)
    .nullable(),
  foundedOn: DayInput.nullable(),
  contactName: OptionalText(60),
  contactPhone: OptionalText(30).describe('In full; kept encrypted'),
};

export const NewUnion = z.object({
  ...z.object(UnionFacts).partial().shape,
  parentId: z.int().min(1),
  code: z.string().trim().regex(CODE_PATTERN),
  name: Name,
  level: Level,
  reason: ChangeReason,
  document: OptionalText(200).optional(),
});
export type NewUnion = z.infer<typeof NewUnion>;

/** Fields left out stay as they are. */
export const UnionChange = z.object({
  ...z.object(UnionFacts).partial().shape,
  version: Version,
  reason: ChangeReason.optional().describe(
    'Must be given for a new name, which enters the history',
  ),
});
export type UnionChange = z.infer<typeof UnionChange>;

export const UnionMove = z.object({
  version: Version,
  parentId: z.int().min(1),
  from: DayInput.describe('First day under the new parent; not in the future'),
  reason: ChangeReason,
  document: OptionalText(200).optional(),
});
export type UnionMove = z.infer<typeof UnionMove>;

export const UnionClosure = z.object({
  version: Version,
  closedOn: DayInput.describe('Last day; not in the future'),
  reason: ChangeReason,
});
export type UnionClosure = z.infer<typeof UnionClosure>;

export const UnionReopening = z.object({ version: Version, from: DayInput, reason: ChangeReason });
export type UnionReopening = z.infer<typeof UnionReopening>;

export const Membership = z.object({
  memberCount: z.int().min(0).max(100_000_000),
  workerCount: z.int().min(0).max(100_000_000).nullable(),
  source: OptionalText(100),
});
export type Membership = z.infer<typeof Membership>;
