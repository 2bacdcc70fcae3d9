import { z } from 'zod';

import { ROLES } from './roles.ts';

/** A role a person holds, will hold or held, with the name of its union. */
export const HeldRole = z.object({
  role: z.enum(ROLES),
  unionId: z.int(),
  unionName: z.string(),
  /** First and last day, both included. */
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
});
export type HeldRole = z.output<typeof HeldRole>;

/**
 * How a session stands with the second factor: not asked for, to be given now, given, or to be set up
 * because a role of today asks for one.
 */
const SECOND_FACTOR_STATES = ['none', 'asked', 'given', 'to_be_set_up'] as const;

/** Who is signed in, and what the page may offer. */
export const SessionView = z.object({
  accountId: z.int(),
  username: z.string(),
  displayName: z.string(),
  unionId: z.int(),
  unionName: z.string(),
  isSample: z.boolean(),
  /** Sent back in the header `x-csrf-token` with every write. */
  csrfToken: z.string(),
  /** What must be done before anything else is allowed. */
  restriction: z.enum(['password_change', 'second_factor']).nullable(),
  secondFactor: z.enum(SECOND_FACTOR_STATES),
  /** In force today. */
  roles: z.array(HeldRole),
  permissions: z.array(z.string()),
  unreadNotices: z.int(),
  /** False for someone who signs in by the identity provider only. */
  hasPassword: z.boolean(),
  /** Days until the password must be changed; null without a password; 0 today or overdue. */
  passwordDaysLeft: z.int().nullable(),
  signedInAt: z.iso.datetime(),
});
export type SessionView = z.output<typeof SessionView>;

export const SESSION_EXAMPLE: SessionView = {
  accountId: 7,
  username: 'li.qin',
  displayName: '样例李勤',
  unionId: 1,
  unionName: '样例区总工会',
  isSample: true,
  csrfToken: 'Ynl0ZXMtdGhhdC1hcmUtcmFuZG9t',
  restriction: null,
  secondFactor: 'none',
  roles: [
    {
      role: 'district_officer',
      unionId: 1,
      unionName: '样例区总工会',
      validFrom: '2026-01-01',
      validTo: null,
    },
  ],
  permissions: ['unions.read'],
  unreadNotices: 2,
  hasPassword: true,
  passwordDaysLeft: 61,
  signedInAt: '2026-03-02T02:00:00.000Z',
};

/** One open session in the list of a person's sessions. */
export const OpenSession = z.object({
  id: z.int(),
  /** The one that asks. */
  isCurrent: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
});
export type OpenSession = z.output<typeof OpenSession>;

export const OPEN_SESSION_EXAMPLE: OpenSession = {
  id: 12,
  isCurrent: true,
  createdAt: '2026-03-02T02:00:00.000Z',
  lastSeenAt: '2026-03-02T02:10:00.000Z',
  ip: '10.1.2.3',
  userAgent: 'Mozilla/5.0',
};

/** An identity at the provider that signs in to an account. */
export const LinkedIdentity = z.object({
  issuer: z.string(),
  subject: z.string(),
  linkedAt: z.iso.datetime(),
});
export type LinkedIdentity = z.output<typeof LinkedIdentity>;
