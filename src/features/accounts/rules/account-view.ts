import { z } from 'zod';

import { HeldRole, LinkedIdentity } from './session-view.ts';

/** `locked`: after failed sign-ins, for a while; `disabled`: until an administrator opens it again. */
export const ACCOUNT_STATES = ['active', 'locked', 'disabled'] as const;

export const AccountSummary = z.object({
  id: z.int(),
  username: z.string(),
  displayName: z.string(),
  unionId: z.int(),
  unionName: z.string(),
  /** As `138****0000`. */
  phoneMasked: z.string().nullable(),
  mail: z.string().nullable(),
  state: z.enum(ACCOUNT_STATES),
  mustChangePassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  isSample: z.boolean(),
  lastSignedInAt: z.iso.datetime().nullable(),
  /** In force today. */
  roles: z.array(HeldRole),
});
export type AccountSummary = z.output<typeof AccountSummary>;

export const RoleOfAccount = HeldRole.extend({
  id: z.int(),
  reason: z.string(),
  grantedBy: z.string().nullable(),
  grantedAt: z.iso.datetime(),
});
export type RoleOfAccount = z.output<typeof RoleOfAccount>;

export const AccountDetail = AccountSummary.extend({
  /** Sent back with a change, which is refused when someone else was quicker. */
  version: z.int(),
  createdAt: z.iso.datetime(),
  hasPassword: z.boolean(),
  passwordChangedAt: z.iso.datetime().nullable(),
  lockedUntil: z.iso.datetime().nullable(),
  /** All that were ever given, the newest first. */
  allRoles: z.array(RoleOfAccount),
  identities: z.array(LinkedIdentity),
});
export type AccountDetail = z.output<typeof AccountDetail>;

export const ACCOUNT_EXAMPLE: AccountDetail = {
  id: 7,
  username: 'li.qin',
  displayName: '样例李勤',
  unionId: 1,
  unionName: '样例区总工会',
  phoneMasked: '138****0000',
  mail: 'li.qin@example.org',
  state: 'active',
  mustChangePassword: false,
  hasSecondFactor: false,
  isSample: true,
  lastSignedInAt: '2026-03-02T02:00:00.000Z',
  roles: [],
  version: 3,
  createdAt: '2026-01-05T01:00:00.000Z',
  hasPassword: true,
  passwordChangedAt: '2026-02-02T02:00:00.000Z',
  lockedUntil: null,
  allRoles: [],
  identities: [],
};
