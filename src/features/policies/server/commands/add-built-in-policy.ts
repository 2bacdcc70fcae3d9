import type { Context } from '#platform/context.ts';

import { BUILT_IN_POLICIES } from '../../rules/built-in-policies.ts';
import { BUILT_IN_TESTS } from '../../rules/built-in-tests.ts';
import { toPolicyBody } from '../../rules/policy-body.ts';
import { toTestColumns } from '../policy-tests-rows.ts';

/**
 * Puts the built-in version in force where there is a union tree and no version yet: when the first
 * union is founded, and when the program opens over a tree that is older than policies.
 */
export async function addBuiltInPolicy(context: Context): Promise<void> {
  const { transaction, now } = context;
  const root = await transaction
    .selectFrom('unions')
    .select('id')
    .where('parentId', 'is', null)
    .executeTakeFirst();
  const existing = await transaction.selectFrom('policyVersions').select('id').executeTakeFirst();
  if (root === undefined || existing !== undefined) return;
  for (const policy of BUILT_IN_POLICIES) {
    const { id: code, title, validFrom, validTo } = policy;
    const facts = { code, title, validFrom, validTo };
    const added = await transaction
      .insertInto('policyVersions')
      .values({
        ...facts,
        unionId: root.id,
        state: 'active',
        body: JSON.stringify(toPolicyBody(policy)),
        createdAt: now,
        editedAt: now,
        activatedAt: now,
      })
      // Another server of the same database may be opening at this moment.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added === undefined) return;
    const owner = { policyId: added.id, unionId: root.id };
    await transaction
      .insertInto('policyTests')
      .values(BUILT_IN_TESTS.map((test) => ({ ...owner, ...toTestColumns(test) })))
      .execute();
    const entry = { action: 'policy.built_in_added', subject: 'policy', subjectId: added.id };
    await context.record({ ...entry, unionId: root.id, after: facts });
  }
}
