import { AppError, refusal } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { RoleGrantBody } from '../../rules/account-inputs.ts';
import { decideRoleGrant } from '../../rules/decide-role-grant.ts';
import { UNION_LEVELS } from '../../rules/roles.ts';
import type { UnionLevel } from '../../rules/roles.ts';
import { lockRoles } from './administrator-holders.ts';
import { listAssignments } from './list-assignments.ts';
import { lockAccount } from './lock-account.ts';
import { seeingAll } from './seeing-all.ts';

export interface RoleToGrant extends RoleGrantBody {
  readonly accountId: number;
}

/** The program itself grants at the first set-up and to samples. */
const PROGRAM = 0;

/**
 * Gives a role for a union and all below it, on its days.
 * @throws AppError `account.unknown`, `account.union_unknown`, or `roles.…` with every reason against it.
 */
export async function grantRole(context: Context, grant: RoleToGrant): Promise<number> {
  const { transaction, actor, now } = context;
  const { accountId, role, unionId, validFrom, validTo, reason } = grant;
  await lockRoles(context);
  const account = await lockAccount(context, accountId);
  const level = await getLevel(context, unionId);
  const decision = decideRoleGrant(
    {
      wanted: { role, unionId, validFrom, validTo },
      level,
      current: await seeingAll(context, () => listAssignments(transaction, accountId)),
      relatedUnionIds: await listRelated(context, unionId),
      accountId,
      grantedBy: actor.accountId ?? PROGRAM,
    },
    toChinaDay(now),
  );
  if (!decision.ok) throw refusal(decision.reasons);
  const id = await insert(context, grant);
  await context.record({
    action: 'role.granted',
    subject: 'account',
    subjectId: accountId,
    unionId: account.unionId,
    reason,
    after: { role, unionId, validFrom, validTo },
  });
  return id;
}

async function insert(
  { transaction, actor, now }: Context,
  { accountId, role, unionId, validFrom, validTo, reason }: RoleToGrant,
): Promise<number> {
  const { id } = await transaction
    .insertInto('roleAssignments')
    .values({
      accountId,
      role,
      unionId,
      validFrom,
      validTo,
      reason,
      grantedBy: actor.accountId,
      grantedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function getLevel({ transaction }: Context, unionId: number): Promise<UnionLevel> {
  const union = await transaction
    .selectFrom('unions')
    .select('level')
    .where('id', '=', unionId)
    .where('closedOn', 'is', null)
    .executeTakeFirst();
  const level = UNION_LEVELS.find((known) => known === union?.level);
  if (level === undefined) throw new AppError('not_found', 'account.union_unknown');
  return level;
}

/** Above and below, itself included. */
async function listRelated(
  { transaction }: Context,
  unionId: number,
): Promise<ReadonlySet<number>> {
  const rows = await transaction
    .selectFrom('unionClosure')
    .select(['ancestorId', 'descendantId'])
    .where((where) =>
      where.or([where('ancestorId', '=', unionId), where('descendantId', '=', unionId)]),
    )
    .execute();
  return new Set(rows.flatMap(({ ancestorId, descendantId }) => [ancestorId, descendantId]));
}
