import { AppError } from '#core/app-error.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { DatabaseTransaction } from '#platform/database/open-database.ts';

import { PolicyBody, toPolicyVersion } from '../../rules/policy-body.ts';
import type { PolicyVersion } from '../../rules/policy-version.ts';

/** A version of the rules together with the number that cases keep it under. */
export interface LoadedPolicy {
  readonly id: number;
  readonly version: PolicyVersion;
}

/** The active version that holds on a day; undefined when none does. At most one ever does. */
export async function findPolicyInForce(
  transaction: DatabaseTransaction,
  on: PlainDate,
): Promise<LoadedPolicy | undefined> {
  const row = await selectPolicies(transaction)
    .where('state', '=', 'active')
    .where('validFrom', '<=', on)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', on)]))
    .executeTakeFirst();
  return row === undefined ? undefined : toLoadedPolicy(row);
}

/** Any version, whatever its state. @throws AppError `not_found` `policy.unknown`. */
export async function getPolicyVersion(
  transaction: DatabaseTransaction,
  id: number,
): Promise<PolicyVersion> {
  const row = await selectPolicies(transaction).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'policy.unknown');
  return toLoadedPolicy(row).version;
}

function selectPolicies(transaction: DatabaseTransaction) {
  return transaction
    .selectFrom('policyVersions')
    .select(['id', 'code', 'title', 'validFrom', 'validTo', 'body']);
}

interface PolicyRow {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly body: unknown;
}

export function toLoadedPolicy(row: PolicyRow): LoadedPolicy {
  const { id, code, title, validFrom, validTo, body } = row;
  const head = {
    id: code,
    title,
    validFrom: day(validFrom),
    validTo: validTo === null ? null : day(validTo),
  };
  return { id, version: toPolicyVersion(head, PolicyBody.parse(body)) };
}
