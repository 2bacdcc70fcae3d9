import type { Pool } from 'pg';

import { ApplicationListQuery } from '#features/applications/rules/application-inputs.ts';
import { approveMany } from '#features/applications/server/commands/approve-many.ts';
import { listApplications } from '#features/applications/server/list-applications.ts';
import type { Database } from '#platform/database/open-database.ts';
import { listen } from '#platform/http/http-server.ts';
import { asActor } from '#tests/support/context.ts';
import { openServedApi } from '#tests/support/served-api.ts';

import { enter, PEOPLE, post, sealOpenCases, seedApplications } from './application-stage.ts';
import type { Sender } from './application-stage.ts';
import type { BenchResult } from './bench-result.ts';
import { withDatabase } from './with-database.ts';
import type { BenchDatabase } from './with-database.ts';

const LIST_RUNS = 200;
const P95_MS = 50;
const CLIENTS = 50;
const STEPS_EACH = 40;
const LEAST_SHARE = 0.4;
/** Of the program, and of the bare writers. */
const POOL = 10;
const APPROVALS = 2000;
const APPROVALS_SECONDS = 3;
const GRASSROOTS_UNION = 500;

/**
 * Casework with a million people and three hundred thousand applications on file: the work list and its
 * search as three people see them, a step that is saved over HTTP by fifty clients at once beside the same
 * rows in bare SQL, and two thousand approvals in one act.
 */
export async function benchApplications(): Promise<BenchResult[]> {
  return withDatabase(async (database) => {
    await seedApplications(database);
    return [
      ...(await measureLists(database)),
      ...(await measureSteps(database)),
      await measureApprovals(database),
    ];
  }, POOL);
}

const READERS = [
  ['district_officer', 1],
  ['town_officer', 2],
  ['grassroots_officer', GRASSROOTS_UNION],
] as const;

async function measureLists({ owner, app }: BenchDatabase): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const [role, unionId] of READERS) {
    const { accountId } = await enter(owner, { role, unionId, name: `reader-${role}` });
    const actor = { accountId, unionId, scopeRoots: [unionId], name: '样例' };
    for (const [name, wishes] of Object.entries(WISHES)) {
      const times: number[] = [];
      for (let run = 0; run < LIST_RUNS; run++) {
        const query = ApplicationListQuery.parse(wishes[run % wishes.length]);
        const started = performance.now();
        await asActor(app, actor, (context) => listApplications(context, query), new Date());
        times.push(performance.now() - started);
      }
      results.push(judgeP95(`${name} as ${role}, ${PEOPLE} people`, times));
    }
  }
  return results;
}

const WISHES = {
  'work list': [{ view: 'todo' }, { view: 'open' }, { view: 'all', sort: 'newest' }],
  'search of applications': [
    { view: 'all', search: 'SQ29999' },
    { view: 'all', search: String.fromCodePoint(19_968 + 5) },
    { view: 'done', aidType: '季度救助', appliedFrom: '2025-06-01' },
  ],
};

/** Accepting an application, each client its own cases. */
async function measureSteps({ owner, app }: BenchDatabase): Promise<BenchResult[]> {
  const open = (): Promise<BenchDatabase & { close: () => Promise<void> }> =>
    Promise.resolve({ owner, app, close: () => Promise.resolve() });
  const api = await openServedApi({ open, isEmpty: true });
  await sealOpenCases(owner, api.cipher);
  const url = await listen(api.app, '127.0.0.1', 0);
  const cases = await listCases(owner, 'submitted');
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    (await enterClients(owner)).map((sender, client) =>
      acceptAll(`${url}api/applications`, {
        sender,
        cases: cases.slice(0, CLIENTS * STEPS_EACH).filter((_, at) => at % CLIENTS === client),
        times,
      }),
    ),
  );
  const perSecond = times.length / ((performance.now() - started) / 1000);
  const bare = await measureBareSteps(owner, cases.slice(times.length));
  await api.close();
  const share = perSecond / bare;
  return [
    judgeP95(`saved step over HTTP at ${CLIENTS} clients (${Math.round(perSecond)}/s)`, times),
    {
      name: `saved step over HTTP, share of the same rows by bare SQL (${Math.round(bare)}/s)`,
      value: `${(share * 100).toFixed(0)} %`,
      bar: `≥ ${LEAST_SHARE * 100} %`,
      met: share >= LEAST_SHARE,
    },
  ];
}

/** A role at the top of the tree reaches every union: one person each would take a thousand accounts. */
function enterClients(owner: Database): Promise<Sender[]> {
  return Promise.all(
    Array.from({ length: CLIENTS }, async (_, at) => {
      const name = `client-${at}`;
      const { headers } = await enter(owner, { role: 'grassroots_officer', unionId: 1, name });
      return { headers, localAddress: `127.0.0.${at + 2}` };
    }),
  );
}

interface Accepting {
  readonly sender: Sender;
  readonly cases: readonly OpenCase[];
  readonly times: number[];
}

async function acceptAll(url: string, { sender, cases, times }: Accepting): Promise<void> {
  for (const { id, version } of cases) {
    const started = performance.now();
    const reply = await post(`${url}/${id}/grassroots-acts`, sender, {
      action: 'accept',
      version,
      opinion: '材料齐全，予以受理',
    });
    times.push(performance.now() - started);
    if (reply.status !== 200) throw new Error(`${reply.status}: ${reply.text}`);
  }
}

interface OpenCase {
  readonly id: number;
  readonly version: number;
}

async function listCases({ query }: Database, state: string): Promise<OpenCase[]> {
  return query
    .selectFrom('applications')
    .select(['id', 'version'])
    .where('state', '=', state)
    .orderBy('id')
    .execute();
}

/** What a step leaves behind, written by as many connections as the program has. */
async function measureBareSteps(owner: Database, cases: readonly OpenCase[]): Promise<number> {
  const { pool } = owner;
  const waiting = cases.slice(0, CLIENTS * STEPS_EACH);
  const started = performance.now();
  const total = waiting.length;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
        await writeBareStep(pool, one.id);
      }
    }),
  );
  return total / ((performance.now() - started) / 1000);
}

async function writeBareStep(pool: Pool, id: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'lock',
      text: 'select id from applications where id = $1 for update',
      values: [id],
    });
    await client.query({
      name: 'update',
      text: `update applications set state = 'grassroots_review', entered_on = current_date,
        warn_on = current_date + 2, due_on = current_date + 4, version = version + 1 where id = $1`,
      values: [id],
    });
    await client.query({
      name: 'step',
      text: `insert into application_steps (application_id, union_id, number, action, from_state, to_state, duty, opinion,
          actor_name, actor_union, happened_on)
        values ($1, 500, 2, 'accept', 'submitted', 'grassroots_review', 'grassroots_opinion', '材料齐全，予以受理',
          '样例甲', '样例工会', current_date)`,
      values: [id],
    });
    await client.query({
      name: 'audit',
      text: 'insert into audit_entries (body, mac) values ($1, $2)',
      values: [JSON.stringify({ action: 'application.acted', subjectId: id }), Buffer.alloc(32)],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function measureApprovals({ owner, app }: BenchDatabase): Promise<BenchResult> {
  const { accountId } = await enter(owner, {
    role: 'district_approver',
    unionId: 1,
    name: 'approver',
  });
  const cases = (await listCases(owner, 'district_approval')).slice(0, APPROVALS);
  const actor = { accountId, unionId: 1, scopeRoots: [1], name: '样例审批' };
  const items = cases.map(({ id, version }) => ({ id, version, amountFen: null }));
  const started = performance.now();
  const { approvedCount, refusals } = await asActor(
    app,
    actor,
    (context) => approveMany(context, { opinion: '同意', sourceId: null, items }),
    new Date(),
  );
  const seconds = (performance.now() - started) / 1000;
  if (approvedCount !== APPROVALS) throw new Error(JSON.stringify(refusals[0]));
  return {
    name: `${APPROVALS} approvals in one act, all or none`,
    value: `${seconds.toFixed(2)} s`,
    bar: `≤ ${APPROVALS_SECONDS} s`,
    met: seconds <= APPROVALS_SECONDS,
  };
}

function judgeP95(name: string, times: readonly number[]): BenchResult {
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  return {
    name: `${name}, p95`,
    value: `${p95.toFixed(1)} ms`,
    bar: `≤ ${P95_MS} ms`,
    met: p95 <= P95_MS,
  };
}
