import { z } from 'zod';

import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';

const Level = z.enum(UNION_LEVELS);

/** Why something is refused or doubtful: a code of `messages.ts` and the figures of its sentence. */
export const UnionReasonView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const UnionNode = z.object({
  id: z.int(),
  /** Null for a top of what the person may see. */
  parentId: z.int().nullable(),
  code: z.string(),
  name: z.string(),
  level: Level,
  closedOn: z.iso.date().nullable(),
  /** Open ones, or all when closed ones are asked for. */
  childCount: z.int(),
  isSample: z.boolean(),
});
export type UnionNode = z.infer<typeof UnionNode>;

export const UnionTree = z.object({
  nodes: z.array(UnionNode),
  /** Every union the person may see is among the nodes; else ask again with `parentId`. */
  isWhole: z.boolean(),
});
export type UnionTree = z.infer<typeof UnionTree>;

export const UnionRow = UnionNode.extend({
  parentName: z.string().nullable(),
  regionCode: z.string().nullable(),
  creditCode: z.string().nullable(),
  foundedOn: z.iso.date().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable().describe('Masked'),
  memberCount: z.int().nullable().describe('Of the newest year on record'),
  workerCount: z.int().nullable(),
  membershipYear: z.int().nullable(),
});
export type UnionRow = z.infer<typeof UnionRow>;

export const UnionPage = z.object({
  items: z.array(UnionRow),
  next: z.string().nullable(),
  total: z.int(),
});
export type UnionPage = z.infer<typeof UnionPage>;

export const UnionDetail = UnionRow.extend({
  version: z.int(),
  /** From the topmost visible union down to the parent. */
  ancestors: z.array(z.object({ id: z.int(), name: z.string() })),
  /** Of the whole subtree, itself included; open unions only. */
  subtree: z.object({ unionCount: z.int(), memberCount: z.int() }),
  memberships: z.array(
    z.object({
      year: z.int(),
      memberCount: z.int(),
      workerCount: z.int().nullable(),
      source: z.string().nullable(),
    }),
  ),
  /** Newest first. */
  placements: z.array(
    z.object({
      id: z.int(),
      /** Null for a root, or a parent outside what the person may see. */
      parentId: z.int().nullable(),
      parentName: z.string().nullable(),
      name: z.string(),
      validFrom: z.iso.date().nullable(),
      validTo: z.iso.date().nullable(),
      reason: z.string(),
      document: z.string().nullable(),
      /** Why the union was closed at the end of this time. */
      endReason: z.string().nullable(),
      recordedAt: z.iso.datetime(),
      recordedBy: z.string().nullable(),
    }),
  ),
  /** What looks doubtful and blocks nothing: the credit code's check, unlikely counts. */
  warnings: z.array(UnionReasonView),
  /** What stands against closing it today. */
  closureObstacles: z.array(UnionReasonView),
});
export type UnionDetail = z.infer<typeof UnionDetail>;
