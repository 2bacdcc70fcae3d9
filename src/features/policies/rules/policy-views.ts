import { z } from 'zod';

import { PolicyBody } from './policy-body.ts';
import { POLICY_PHASES, POLICY_STATES } from './policy-states.ts';
import { OUTCOMES, PolicyTest, REASON_CODES } from './policy-tests.ts';

/** Why something is refused: a code of `messages.ts` and the figures of its sentence. */
export const PolicyReasonView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const PolicySummary = z.object({
  id: z.int(),
  /** Cases and reports name a version by it. */
  code: z.string(),
  title: z.string(),
  state: z.enum(POLICY_STATES),
  phase: z.enum(POLICY_PHASES).describe('Where it stands today'),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  note: z.string().nullable(),
  version: z.int(),
  testCount: z.int(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  editedAt: z.iso.datetime(),
  editedBy: z.string().nullable(),
  activatedAt: z.iso.datetime().nullable(),
  activatedBy: z.string().nullable(),
  /** Its own staff may change it, as far as their rights go. */
  isWritable: z.boolean(),
});
export type PolicySummary = z.output<typeof PolicySummary>;

export const PolicyTestView = z.object({
  id: z.int(),
  test: PolicyTest,
  isPassed: z.boolean(),
  outcome: z.enum(OUTCOMES),
  reasons: z.array(
    z.object({
      code: z.enum(REASON_CODES),
      rule: z.string(),
      detail: z.string(),
      citation: z.string(),
    }),
  ),
  missingCodes: z.array(z.string()),
  extraCodes: z.array(z.string()),
});
export type PolicyTestView = z.output<typeof PolicyTestView>;

export const PolicyDetail = PolicySummary.extend({
  basedOn: z.object({ id: z.int(), title: z.string() }).nullable(),
  body: PolicyBody,
  tests: z.array(PolicyTestView),
  /** What speaks against activating it now, even if versions in the way are ended. */
  obstacles: z.array(PolicyReasonView),
  /** Active versions that would be ended by its activation. */
  overlapping: z.array(z.object({ id: z.int(), title: z.string() })),
});
export type PolicyDetail = z.output<typeof PolicyDetail>;

const Value = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), fen: z.int() }),
  z.object({ kind: z.literal('number'), value: z.int() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('flag'), isOn: z.boolean() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()).readonly() }),
]);
const Named = z.object({ id: z.int(), title: z.string() });

export const PolicyComparison = z.object({
  before: Named,
  after: Named,
  differences: z.array(
    z.object({
      place: z.array(z.string()).readonly(),
      before: Value.nullable(),
      after: Value.nullable(),
    }),
  ),
});
export type PolicyComparison = z.output<typeof PolicyComparison>;

export const FORWARDING_STATES = ['waiting', 'overdue', 'received'] as const;

export const ForwardingView = z.object({
  unionId: z.int(),
  unionName: z.string(),
  state: z.enum(FORWARDING_STATES),
  sentOn: z.iso.date(),
  dueOn: z.iso.date(),
  receivedOn: z.iso.date().nullable(),
  evidence: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  remindedAt: z.array(z.iso.datetime()),
});
export type ForwardingView = z.output<typeof ForwardingView>;

export const ForwardingList = z.object({
  /** Missing ones first. */
  items: z.array(ForwardingView),
  /** Unions in sight that it was not forwarded to: towns and systems, and what stands beside them. */
  candidates: z.array(z.object({ unionId: z.int(), unionName: z.string() })),
});
export type ForwardingList = z.output<typeof ForwardingList>;
