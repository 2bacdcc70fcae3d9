import { sql } from 'kysely';
import { z } from 'zod';

import { parsePlainDate } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Query } from '#platform/database/open-database.ts';

import type { RoleAssignment } from '../rules/assignments.ts';
import { isRole } from '../rules/roles.ts';

export interface NamedAssignment extends RoleAssignment {
  readonly unionName: string;
}

/** An open session with its account, as the database finds it by the digest of a cookie. */
export interface SessionRow {
  readonly sessionId: number;
  readonly accountId: number;
  readonly unionId: number;
  readonly unionName: string;
  readonly username: string;
  readonly displayName: string;
  readonly csrfToken: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly secondFactorAt: Date | null;
  /** False for someone who signs in by the identity provider only. */
  readonly hasPassword: boolean;
  readonly mustChangePassword: boolean;
  readonly passwordChangedAt: Date | null;
  readonly hasSecondFactor: boolean;
  readonly isSample: boolean;
  /** Of all days; with the names of their unions. */
  readonly assignments: readonly NamedAssignment[];
}

const day = z.string().transform((text, context): PlainDate => {
  const parsed = parsePlainDate(text);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});

const Assignments = z.array(
  z.object({
    role: z.string(),
    unionId: z.int(),
    unionName: z.string(),
    validFrom: day,
    validTo: day.nullable(),
  }),
);

export async function findSessionRow(
  query: Query,
  digest: Buffer,
): Promise<SessionRow | undefined> {
  const found = await sql<Omit<SessionRow, 'assignments'> & { readonly assignments: unknown }>`
    select * from find_session(${digest})`.execute(query);
  const row = found.rows[0];
  if (row === undefined) return undefined;
  return { ...row, assignments: parseAssignments(row.assignments) };
}

/** A role that a later version of the program knew gives nothing here. */
function parseAssignments(stored: unknown): readonly NamedAssignment[] {
  return Assignments.parse(stored).flatMap(({ role, ...rest }) =>
    isRole(role) ? [{ role, ...rest }] : [],
  );
}
