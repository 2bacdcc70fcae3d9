import type { Context } from '#platform/context.ts';

import { compareVersions } from '../rules/compare-versions.ts';
import type { PolicyComparison } from '../rules/policy-views.ts';
import { getPolicyVersion } from './commands/load-policy.ts';

/** What a version says otherwise than an older one. @throws AppError `not_found` `policy.unknown`. */
export async function comparePolicies(
  { transaction }: Context,
  { id, withId }: { readonly id: number; readonly withId: number },
): Promise<PolicyComparison> {
  const before = await getPolicyVersion(transaction, withId);
  const after = await getPolicyVersion(transaction, id);
  return {
    before: { id: withId, title: before.title },
    after: { id, title: after.title },
    differences: compareVersions(before, after),
  };
}
