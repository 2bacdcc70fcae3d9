import { day } from '#core/plain-date.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';
import { BUILT_IN_TESTS } from '#features/policies/rules/built-in-tests.ts';
import { toPolicyBody } from '#features/policies/rules/policy-body.ts';

import type { ServedApi } from './served-api.ts';

export interface StagedPolicy {
  readonly policyId: number;
  readonly policyTestId: number;
}

/** What a version says in tests: the built-in rules. */
export const STAGED_BODY = toPolicyBody(policyInForce(day('2023-06-30')));
/** Facts of a sound case. */
export const STAGED_FACTS = BUILT_IN_TESTS[0]?.facts;

/** The version and its test are read by all, so they carry no mark; what was forwarded to a union does. */
const ROWS_OF_A_POLICY = `
  with p as (insert into policy_versions (union_id, code, title, valid_from, body)
      values ($1, $3, '样例制度', '2026-04-01', $4) returning id, union_id),
    t as (insert into policy_tests (policy_id, union_id, name, facts, expected_outcome)
      select id, union_id, '样例用例', $5, 'allowed' from p returning id),
    f as (insert into policy_forwardings
        (policy_id, union_id, sent_on, due_on, received_on, acknowledged_at, evidence)
      select id, union_id, '2026-01-12', '2026-01-22', '2026-01-13', now(), $2 from p)
  select p.id as "policyId", t.id as "policyTestId" from p, t`;

let count = 0;

export async function stagePolicy(
  { owner }: ServedApi,
  unionId: number,
  mark: string,
): Promise<StagedPolicy> {
  const [body, facts] = [STAGED_BODY, STAGED_FACTS].map((value) => JSON.stringify(value));
  const { rows } = await owner.pool.query<StagedPolicy>(ROWS_OF_A_POLICY, [
    unionId,
    mark,
    `staged-${++count}`,
    body,
    facts,
  ]);
  if (rows[0] === undefined) throw new Error('no policy was staged');
  return rows[0];
}
