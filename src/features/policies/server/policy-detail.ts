import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { day } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideActivation, findOverlapping } from '../rules/decide-policy-acts.ts';
import type { ActiveVersion } from '../rules/decide-policy-acts.ts';
import { PolicyBody, toPolicyVersion } from '../rules/policy-body.ts';
import { phaseOf } from '../rules/policy-states.ts';
import type { PolicyDetail, PolicySummary } from '../rules/policy-views.ts';
import { toPolicyState } from './policy-row.ts';
import { listTests, runTest } from './policy-tests-rows.ts';

/** The newest beginning first. */
export async function listPolicies(context: Context): Promise<{ items: PolicySummary[] }> {
  const rows = await selectSummaries(context)
    .orderBy('p.validFrom', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  return { items: rows.map((row) => toSummary(context, row)) };
}

/** @throws AppError `not_found` `policy.unknown`. */
export async function getPolicyDetail(context: Context, id: number): Promise<PolicyDetail> {
  const row = await selectSummaries(context)
    .leftJoin('policyVersions as base', 'base.id', 'p.basedOnId')
    .select(['p.body', 'p.editedBy as editedById', 'base.id as baseId', 'base.title as baseTitle'])
    .where('p.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'policy.unknown');
  const summary = toSummary(context, row);
  const body = PolicyBody.parse(row.body);
  const validity = {
    validFrom: day(row.validFrom),
    validTo: row.validTo === null ? null : day(row.validTo),
  };
  const version = toPolicyVersion({ id: row.code, title: row.title, ...validity }, body);
  const tests = (await listTests(context, id)).map((stored) => runTest(stored, version));
  const active = summary.state === 'draft' ? await listActive(context) : [];
  const decision = decideActivation({
    ...validity,
    state: summary.state,
    editedBy: row.editedById,
    actorId: context.actor.accountId,
    tests: tests.map(({ test: { name }, isPassed }) => ({ name, isPassed })),
    active,
    endsOverlapping: true,
    today: toChinaDay(context.now),
  });
  const { baseId, baseTitle } = row;
  return {
    ...summary,
    basedOn: baseId === null || baseTitle === null ? null : { id: baseId, title: baseTitle },
    body,
    tests,
    obstacles: decision.ok ? [] : [...decision.reasons],
    overlapping: findOverlapping(validity, active).map((other) => ({
      id: other.id,
      title: other.title,
    })),
  };
}

/** Versions that hold or held or will hold on some day. */
export async function listActive({ transaction }: Context): Promise<ActiveVersion[]> {
  const rows = await transaction
    .selectFrom('policyVersions')
    .select(['id', 'title', 'validFrom', 'validTo'])
    .where('state', '=', 'active')
    .orderBy('validFrom')
    .execute();
  return rows.map(({ id, title, validFrom, validTo }) => ({
    id,
    title,
    validFrom: day(validFrom),
    validTo: validTo === null ? null : day(validTo),
  }));
}

function selectSummaries({ transaction }: Context) {
  return (
    transaction
      .selectFrom('policyVersions as p')
      // Somebody of a union above is not seen from below: no name then.
      .leftJoin('accounts as creator', 'creator.id', 'p.createdBy')
      .leftJoin('accounts as editor', 'editor.id', 'p.editedBy')
      .leftJoin('accounts as activator', 'activator.id', 'p.activatedBy')
      .select(['p.id', 'p.code', 'p.title', 'p.state', 'p.validFrom', 'p.validTo', 'p.note'])
      .select(['p.version', 'p.createdAt', 'p.editedAt', 'p.activatedAt'])
      .select([
        'creator.displayName as createdBy',
        'editor.displayName as editedBy',
        'activator.displayName as activatedBy',
      ])
      .select((all) =>
        all
          .selectFrom('policyTests as t')
          .select((tests) => tests.fn.countAll<number>().as('count'))
          .whereRef('t.policyId', '=', 'p.id')
          .$asScalar()
          .$notNull()
          .as('testCount'),
      )
      // As the database judges a change.
      .select(
        sql<boolean>`coalesce(p.union_id = any ((select visible_unions())::int[]), false)
          or not exists (select from union_closure c where c.descendant_id = p.union_id and c.depth > 0)`.as(
          'isWritable',
        ),
      )
  );
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number];

function toSummary({ now }: Context, row: SummaryRow): PolicySummary {
  const { id, code, title, validFrom, validTo, note, version, testCount, isWritable } = row;
  const { createdBy, editedBy, activatedBy } = row;
  const state = toPolicyState(row.state);
  const names = { createdBy, editedBy, activatedBy };
  const facts = { id, code, title, validFrom, validTo, note, version, testCount, isWritable };
  return {
    ...facts,
    ...names,
    state,
    phase: phaseOf({ state, validFrom, validTo }, toChinaDay(now)),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt.toISOString(),
    activatedAt: row.activatedAt?.toISOString() ?? null,
  };
}
