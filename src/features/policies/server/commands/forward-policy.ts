import { AppError } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { Forwarding, Receipt } from '../../rules/policy-inputs.ts';
import { announceForwarding } from '../announce-forwarding.ts';
import { getWritablePolicy } from '../policy-row.ts';
import type { StoredPolicy } from '../policy-row.ts';

/**
 * Forwards an active version to unions and tells their officers; a union that has it already keeps its
 * days.
 * @throws AppError `not_found`, `conflict` `policy.not_active`, `invalid` `policy.forward_…`.
 */
export async function forwardPolicy(
  context: Context,
  { id, unionIds, dueOn }: Forwarding & { readonly id: number },
): Promise<void> {
  const policy = await getActive(context, id);
  const today = toChinaDay(context.now);
  if (unionIds.length === 0) throw new AppError('invalid', 'policy.forward_nobody');
  if (dueOn < today) throw new AppError('invalid', 'policy.forward_due_past');
  const sentBy = context.actor.accountId;
  const wanted = [...new Set(unionIds)];
  await assertOpen(context, wanted);
  const added = await context.transaction
    .insertInto('policyForwardings')
    .values(wanted.map((unionId) => ({ policyId: id, unionId, sentOn: today, dueOn, sentBy })))
    .onConflict((conflict) => conflict.columns(['policyId', 'unionId']).doNothing())
    .returning('unionId')
    .execute();
  const sentTo = added.map(({ unionId }) => unionId);
  await announceForwarding(context, policy, { code: 'policy.forwarded', unionIds: sentTo });
  await context.record({
    subjectId: id,
    unionId: policy.unionId,
    after: { unionIds: sentTo, sentOn: today, dueOn },
  });
}

/**
 * A union says that it has the version. @throws AppError `not_found` `policy.forwarding_unknown`,
 * `conflict` `policy.already_received`, `invalid` for a day that cannot be.
 */
export async function acknowledgePolicy(
  context: Context,
  { id, unionId, receivedOn, evidence }: Receipt & { readonly id: number },
): Promise<void> {
  const { transaction, actor, now } = context;
  const forwarding = await transaction
    .selectFrom('policyForwardings')
    .select(['id', 'sentOn', 'receivedOn'])
    .where('policyId', '=', id)
    .where('unionId', '=', unionId)
    .forUpdate()
    .executeTakeFirst();
  if (forwarding === undefined) throw new AppError('not_found', 'policy.forwarding_unknown');
  if (forwarding.receivedOn !== null) throw new AppError('conflict', 'policy.already_received');
  if (receivedOn > toChinaDay(now)) throw new AppError('invalid', 'policy.received_in_future');
  if (receivedOn < forwarding.sentOn) {
    throw new AppError('invalid', 'policy.received_before_sent');
  }
  await transaction
    .updateTable('policyForwardings')
    .set({ receivedOn, evidence, acknowledgedBy: actor.accountId, acknowledgedAt: now })
    .where('id', '=', forwarding.id)
    .execute();
  await context.record({ subjectId: id, unionId, after: { unionId, receivedOn, evidence } });
}

/**
 * Reminds every union that has not said so yet, each once a day.
 * @throws AppError `not_found`, `conflict` `policy.not_active` or `policy.nobody_to_remind`.
 */
export async function remindUnions(context: Context, id: number): Promise<void> {
  const { transaction, now } = context;
  const policy = await getActive(context, id);
  const missing = await transaction
    .selectFrom('policyForwardings')
    .select(['id', 'unionId', 'remindedAt'])
    .where('policyId', '=', id)
    .where('receivedOn', 'is', null)
    .forUpdate()
    .execute();
  const today = toChinaDay(now);
  const due = missing.filter(({ remindedAt }) => {
    const last = remindedAt.at(-1);
    return last === undefined || toChinaDay(last) < today;
  });
  if (due.length === 0) throw new AppError('conflict', 'policy.nobody_to_remind');
  for (const { id: forwardingId, remindedAt } of due) {
    await transaction
      .updateTable('policyForwardings')
      .set({ remindedAt: [...remindedAt, now] })
      .where('id', '=', forwardingId)
      .execute();
  }
  const unionIds = due.map(({ unionId }) => unionId);
  await announceForwarding(context, policy, { code: 'policy.reminded', unionIds });
  await context.record({ subjectId: id, unionId: policy.unionId, after: { unionIds } });
}

async function getActive(context: Context, id: number): Promise<StoredPolicy> {
  const policy = await getWritablePolicy(context, id);
  if (policy.state !== 'active') throw new AppError('conflict', 'policy.not_active');
  return policy;
}

async function assertOpen({ transaction }: Context, unionIds: readonly number[]): Promise<void> {
  const found = await transaction
    .selectFrom('unions')
    .select('id')
    .where('id', 'in', [...unionIds])
    .where('closedOn', 'is', null)
    .execute();
  if (found.length !== unionIds.length) {
    throw new AppError('invalid', 'policy.forward_union_unknown');
  }
}
