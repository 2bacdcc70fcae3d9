import { sql } from 'kysely';

import { addDays } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

import type { Role } from '../../rules/roles.ts';
import { seeingAll } from './seeing-all.ts';

export interface OtherHolders {
  readonly role: Role;
  /** Held on the day after this one. */
  readonly after: PlainDate;
  readonly exceptAssignmentId?: number;
  readonly exceptAccountId?: number;
}

/** Grants, ends and closures of accounts wait for one another: two could each leave one administrator. */
export async function lockRoles({ transaction }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('role_assignments'))`.execute(transaction);
}

/** Persons in the whole installation with an open account who hold a role then, apart from those left out. */
export async function countHolders(
  context: Context,
  { role, after, exceptAssignmentId, exceptAccountId }: OtherHolders,
): Promise<number> {
  return seeingAll(context, async () => {
    const { count } = await context.transaction
      .selectFrom('roleAssignments')
      .innerJoin('accounts', 'accounts.id', 'roleAssignments.accountId')
      .select(({ fn }) => fn.count<number>('accounts.id').distinct().as('count'))
      .where('role', '=', role)
      .where('accounts.disabledAt', 'is', null)
      .where('validFrom', '<=', addDays(after, 1))
      .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', after)]))
      .where('roleAssignments.id', '!=', exceptAssignmentId ?? 0)
      .where('accounts.id', '!=', exceptAccountId ?? 0)
      .executeTakeFirstOrThrow();
    return count;
  });
}
