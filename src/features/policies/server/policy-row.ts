import { sql } from 'kysely';

import { AppError, refusal } from '#core/app-error.ts';
import type { Decision, Reason } from '#core/decision.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

import { PolicyBody } from '../rules/policy-body.ts';
import { POLICY_STATES } from '../rules/policy-states.ts';
import type { PolicyState } from '../rules/policy-states.ts';

/** A version as its commands need it. */
export interface StoredPolicy {
  readonly id: number;
  readonly unionId: number;
  readonly code: string;
  readonly title: string;
  readonly state: PolicyState;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly note: string | null;
  readonly body: PolicyBody;
  readonly version: number;
  readonly editedBy: number | null;
}

export function toPolicyState(text: string): PolicyState {
  const state = POLICY_STATES.find((one) => one === text);
  if (state === undefined) throw new RangeError(`not a state of a policy: ${text}`);
  return state;
}

/** Versions come into force and end one at a time: what was judged of their days still holds then. */
export async function lockPolicies({ transaction }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('policy_versions'))`.execute(transaction);
}

/**
 * A version that the actor's scope may write, locked until the transaction ends. Everybody reads all of
 * them; a locked read asks for the right to change.
 * @throws AppError `not_found` `policy.unknown`.
 */
export async function getWritablePolicy(
  { transaction }: Context,
  id: number,
): Promise<StoredPolicy> {
  const row = await transaction
    .selectFrom('policyVersions')
    .select(['id', 'unionId', 'code', 'title', 'state', 'validFrom', 'validTo', 'note', 'body'])
    .select(['version', 'editedBy'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'policy.unknown');
  return {
    ...row,
    state: toPolicyState(row.state),
    validFrom: day(row.validFrom),
    validTo: row.validTo === null ? null : day(row.validTo),
    body: PolicyBody.parse(row.body),
  };
}

/** @throws AppError `not_found` `policy.unknown`, `conflict` `policy.not_a_draft`. */
export async function getDraft(context: Context, id: number): Promise<StoredPolicy> {
  const policy = await getWritablePolicy(context, id);
  if (policy.state !== 'draft') throw new AppError('conflict', 'policy.not_a_draft');
  return policy;
}

/** @throws AppError `conflict` `policy.changed_meanwhile`. */
export function assertVersion(policy: StoredPolicy, version: number): void {
  if (policy.version !== version) throw new AppError('conflict', 'policy.changed_meanwhile');
}

/** @throws AppError `conflict` with every reason against it. */
export function assertAllowed(decision: Decision<Reason>): void {
  if (!decision.ok) throw refusal(decision.reasons);
}
