import { parsePlainDate } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { DatabaseTransaction } from '#platform/database/open-database.ts';

import type { RoleAssignment } from '../../rules/assignments.ts';
import { isRole } from '../../rules/roles.ts';

export interface StoredAssignment extends RoleAssignment {
  readonly id: number;
}

/** All assignments of a person that were or will be in force on some day, as far as the scope reaches. */
export async function listAssignments(
  transaction: DatabaseTransaction,
  accountId: number,
): Promise<readonly StoredAssignment[]> {
  const rows = await transaction
    .selectFrom('roleAssignments')
    .select(['id', 'role', 'unionId', 'validFrom', 'validTo'])
    .where('accountId', '=', accountId)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, role, unionId, validFrom, validTo }) => {
    const [from, to] = [toDay(validFrom), validTo === null ? null : toDay(validTo)];
    // One that was taken back before its first day ends before it starts.
    if (!isRole(role) || (to !== null && to < from)) return [];
    return [{ id, role, unionId, validFrom: from, validTo: to }];
  });
}

function toDay(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === undefined) throw new Error(`the database gave no day: ${text}`);
  return day;
}
