import { sql } from 'kysely';

import type { Context } from '#platform/context.ts';

import { toPolicyBody } from '../../rules/policy-body.ts';
import type { NewPolicy } from '../../rules/policy-inputs.ts';
import { getPolicyVersion } from './load-policy.ts';
import { assertSound } from './save-policy.ts';

/**
 * A draft that begins as a copy of another version, its tests included; returns its id.
 * @throws AppError `not_found` `policy.unknown`, `invalid` with every fault.
 */
export async function createPolicy(context: Context, input: NewPolicy): Promise<number> {
  const { transaction, actor, now } = context;
  const { basedOnId, title, validFrom, validTo, note } = input;
  const body = toPolicyBody(await getPolicyVersion(transaction, basedOnId));
  assertSound({ title, validFrom, validTo, body });
  const unionId = await chooseOwner(context);
  const id = await drawId(context);
  const facts = { code: `v${id}`, title, validFrom, validTo, note, basedOnId };
  await transaction
    .insertInto('policyVersions')
    .values({
      ...facts,
      id,
      unionId,
      body: JSON.stringify(body),
      createdBy: actor.accountId,
      createdAt: now,
      editedBy: actor.accountId,
      editedAt: now,
    })
    .execute();
  await copyTests(context, { from: basedOnId, to: id, unionId });
  await context.record({ subjectId: id, unionId, after: facts });
  return id;
}

async function copyTests(
  { transaction }: Context,
  { from, to, unionId }: { readonly from: number; readonly to: number; readonly unionId: number },
): Promise<void> {
  await transaction
    .insertInto('policyTests')
    .columns([
      'policyId',
      'unionId',
      'name',
      'facts',
      'minimumLivingFen',
      'expectedOutcome',
      'expectedCodes',
    ])
    .expression((all) =>
      all
        .selectFrom('policyTests')
        .select([sql.lit(to).as('policyId'), sql.lit(unionId).as('unionId'), 'name', 'facts'])
        .select(['minimumLivingFen', 'expectedOutcome', 'expectedCodes'])
        .where('policyId', '=', from)
        .orderBy('id'),
    )
    .execute();
}

/** The code names the number, so that is drawn before the row is written. */
async function drawId({ transaction }: Context): Promise<number> {
  const { rows } = await sql<{
    id: number;
  }>`select nextval('policy_versions_id_seq')::int as id`.execute(transaction);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the sequence gave no number');
  return id;
}

/** The union for which the right is held; the program itself acts for the top of the tree. */
async function chooseOwner({ transaction, actor }: Context): Promise<number> {
  const root = actor.scopeRoots === 'all' ? undefined : actor.scopeRoots[0];
  if (root !== undefined) return root;
  const { id } = await transaction
    .selectFrom('unions')
    .select('id')
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow();
  return id;
}
