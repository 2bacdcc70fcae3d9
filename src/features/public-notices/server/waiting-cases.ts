import { sql } from 'kysely';

import { oneOf } from '#core/one-of.ts';
import { AID_TYPES } from '#features/policies/rules/policy-version.ts';
import type { NoticeRules } from '#features/policies/rules/policy-version.ts';
import { getPolicyVersion } from '#features/policies/server/commands/load-policy.ts';
import type { Context } from '#platform/context.ts';

import type { PutUpCase } from '../rules/decide-put-up.ts';
import { requiredDays } from '../rules/notice-term.ts';
import type { NoticeTier } from '../rules/public-notice-inputs.ts';
import type { Candidate } from '../rules/public-notice-views.ts';

const MOST_CANDIDATES = 500;

export interface StoredCase extends PutUpCase {
  readonly id: number;
  readonly unionId: number;
  readonly applicantName: string;
  readonly aidType: string;
  readonly policyVersionId: number | null;
}

/** Cases of a tier that wait for their notice: before the next step, or after emergency aid was paid. */
export async function listCandidates(
  context: Context,
  tier: NoticeTier,
): Promise<{ items: Candidate[] }> {
  const state = `${tier}_notice`;
  const found = await selectCases(context)
    .where((where) =>
      tier === 'district'
        ? where.or([where('a.state', '=', state), where('a.noticeDueOn', 'is not', null)])
        : where('a.state', '=', state),
    )
    .orderBy('a.id')
    .limit(MOST_CANDIDATES)
    .execute();
  const waiting = found.filter(({ hangs, state: at, isHungBefore }) => {
    return !hangs && (at === state || !isHungBefore);
  });
  const rules = await noticeRulesOf(context, waiting);
  return {
    items: waiting.map((row) => ({
      applicationId: row.id,
      number: row.number,
      applicantName: row.applicantName,
      unionId: row.unionId,
      unionName: row.unionName,
      aidType: oneOf(AID_TYPES, row.aidType),
      amountFen: row.amountFen ?? 0,
      requiredDays: requiredDays(tier, rulesFor(rules, row)),
    })),
  };
}

/** Cases by their ids, locked: nothing moves them while they are put up. */
export async function lockCases(context: Context, ids: readonly number[]): Promise<StoredCase[]> {
  await context.transaction
    .selectFrom('applications')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  return selectCases(context)
    .where('a.id', 'in', [...ids])
    .orderBy('u.name')
    .orderBy('a.id')
    .execute();
}

/** What the versions that cases are judged by say of notices. */
export async function noticeRulesOf(
  { transaction }: Context,
  cases: readonly Pick<StoredCase, 'policyVersionId'>[],
): Promise<ReadonlyMap<number, NoticeRules>> {
  const rules = new Map<number, NoticeRules>();
  for (const { policyVersionId } of cases) {
    if (policyVersionId === null || rules.has(policyVersionId)) continue;
    rules.set(policyVersionId, (await getPolicyVersion(transaction, policyVersionId)).notice);
  }
  return rules;
}

function rulesFor(
  rules: ReadonlyMap<number, NoticeRules>,
  { policyVersionId }: Pick<StoredCase, 'policyVersionId'>,
): NoticeRules[] {
  const rule = policyVersionId === null ? undefined : rules.get(policyVersionId);
  return rule === undefined ? [] : [rule];
}

function selectCases({ transaction }: Context) {
  return transaction
    .selectFrom('applications as a')
    .innerJoin('unions as u', 'u.id', 'a.unionId')
    .select(['a.id', 'a.number', 'a.unionId', 'u.name as unionName', 'a.applicantName'])
    .select(['a.aidType', 'a.state', 'a.policyVersionId'])
    .select(sql<number | null>`coalesce(a.approved_fen, a.proposed_fen)`.as('amountFen'))
    .select(
      sql<boolean>`a.notice_due_on is not null and a.approved_fen is not null`.as('isNoticeOwed'),
    )
    .select(
      sql<boolean>`exists (select from application_consents c
        where c.application_id = a.id and c.kind = 'publication')`.as('hasConsent'),
    )
    .select(
      sql<boolean>`exists (select from public_notice_entries e
        where e.application_id = a.id and e.closed_at is null)`.as('hangs'),
    )
    .select(
      sql<boolean>`exists (select from public_notice_entries e
        join public_notices n on n.id = e.notice_id
        where e.application_id = a.id and n.tier = 'district' and e.outcome = 'passed')`.as(
        'isHungBefore',
      ),
    );
}
