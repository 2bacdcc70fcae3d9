import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { RouteContract } from '#core/route-contract.ts';
import { findGrantingRoles, isPermission } from '#features/accounts/rules/permissions.ts';
import { ROLES } from '#features/accounts/rules/roles.ts';
import type { Role } from '#features/accounts/rules/roles.ts';
import { createPasswordHasher } from '#features/accounts/server/password-hasher.ts';

import { TEST_PASSWORD } from './support/account-fixture.ts';
import type { TestClient, TestReply } from './support/api.ts';
import { markUnions, stageOwnRows, stageRows } from './support/rights-stage.ts';
import type { StagedRows } from './support/rights-stage.ts';
import { call, namesRows, textOf } from './support/route-caller.ts';
import type { Call } from './support/route-caller.ts';
import { fieldsOf } from './support/sample-input.ts';
import { openServedApi } from './support/served-api.ts';
import type { ServedApi } from './support/served-api.ts';

/**
 * Every route that the program serves, asked by every role of town T1 for what belongs to T1 and to T2.
 * A new route is walked by itself: it fails until what its address names is known to the caller.
 */
const OWN = '甲明';
const FOREIGN = '乙密';

/** Lists in which nothing of a union is found, and why. */
const WITHOUT_ROWS: Readonly<Record<string, string>> = {
  'session.password_rules': 'rules of the installation',
  'oidc.offer': 'whether a provider is set up',
  'oidc.callback': 'leads to the page',
  'setup.state': 'whether anybody is there',
  'settings.list': 'settings of the installation',
  'unions.import_template': 'an empty form',
  'unions.import_errors': 'the sent file again',
  'households.import_template': 'an empty form',
  'households.import_errors': 'the sent file again',
  'civil_affairs.import_template': 'an empty form',
  'civil_affairs.import_errors': 'the sent file again',
  'audit.listActions': 'names of actions',
  'audit.listBlocks': 'seals over all entries',
  'audit.getPublicKey': 'the key of the seals',
  'backups.status': 'state of the installation',
  'notices.count_unread': 'a count of one’s own',
  'evaluations.view': 'the one evaluated year, which these tests have not',
  'evaluations.violations': 'the same',
  'interface.describe': 'the routes',
  'applications.list_events': 'asks for one family, and the made-up one has no event',
  'applications.print_forms': 'asks for named cases, and the made-up one is none of the own',
  'applications.roster': 'its text is packed inside the PDF',
  'funds.list_usable': 'sources of this year, and the staged fund is of another',
  'public_notices.candidates': 'the staged case does not wait for a notice',
  'registration.ways': 'whether text messages are set up',
  'self_test.questions': 'the rules in force',
  'my.options': 'the same',
  'my.data_copy': 'a PDF, whose text is packed',
  'members.import_template': 'an empty form',
  'members.import_errors': 'the sent file again',
  'fairness.amounts': 'the staged case was granted nothing',
  'policies.list': 'rules are public within the unions',
  'year_records.export': 'the staged case has not come to the district',
};

/** Fields of queries and bodies that name a union. */
const NAMES_UNION = ['unionId', 'parentId', 'below', 'subjectId', 'filter'] as const;

let api: ServedApi;
let routes: readonly RouteContract[];
let own: StagedRows;
let foreign: StagedRows;
const people = new Map<Role, TestClient>();

beforeAll(async () => {
  api = await openServedApi();
  routes = api.api.routes;
  await markUnions(api, ['T1', 'G11', 'G12'], OWN);
  await markUnions(api, ['T2', 'G21', 'G22'], FOREIGN);
  own = await stageRows(api, 'T1', OWN);
  foreign = await stageRows(api, 'T2', FOREIGN);
  for (const role of ROLES) people.set(role, await newPerson(role));
});
afterAll(() => api.close());

async function newPerson(role: Role): Promise<TestClient> {
  const person = await api.asRole(role, 'T1');
  if (person.accountId !== null) await stageOwnRows(api, person.accountId, OWN);
  return person;
}

function personOf(role: Role): TestClient {
  const person = people.get(role);
  if (person === undefined) throw new Error(`nobody is ${role}`);
  return person;
}

const mayCall = (role: Role, { access }: RouteContract): boolean =>
  !isPermission(access) || findGrantingRoles(access).includes(role);

/** Rules are public within the unions; what was forwarded to a union is not, and carries its mark. */
const isReadByAll = ({ access }: RouteContract): boolean => access === 'policies.read';

const ask = (client: TestClient, route: RouteContract, more: Partial<Call> = {}) =>
  call(client, route, { rows: own, unionId: own.unionId, ...more });

/** What went against the rule, a line each; a reply to a person of T1 never shows anything of T2. */
async function faultsOf(
  walked: readonly RouteContract[],
  judge: (route: RouteContract) => Promise<readonly [TestReply, string | undefined]>,
): Promise<string[]> {
  const faults: string[] = [];
  const waiting = [...walked];
  const walk = async (): Promise<void> => {
    for (let route = waiting.shift(); route !== undefined; route = waiting.shift()) {
      await visit(route);
    }
  };
  const visit = async (route: RouteContract): Promise<void> => {
    const [reply, rule] = await judge(route);
    const said = `${route.name}: ${reply.status} ${String(reply.body?.code ?? '')}`;
    if (rule !== undefined) faults.push(`${said}, but ${rule}`);
    if ((await textOf(reply)).includes(FOREIGN)) faults.push(`${said} shows a row of T2`);
    if (reply.status === 500) faults.push(`${said} is a bug`);
  };
  await Promise.all([walk(), walk(), walk(), walk()]);
  return faults;
}

const unless = (holds: boolean, rule: string): string | undefined => (holds ? undefined : rule);

describe('someone not signed in', () => {
  test('gets no further than the routes that are open to all', async () => {
    const faults = await faultsOf(routes, async (route) => {
      const reply = await ask(api.anonymous, route);
      const isRefused = reply.status === 401 && reply.body.code === 'session.required';
      return [
        reply,
        unless(isRefused === (route.access !== 'anonymous'), `it asks for ${route.access}`),
      ];
    });
    expect(faults).toEqual([]);
  });
});

describe('a session that must do something first', () => {
  test.each([
    [
      'password_change',
      'update accounts set must_change_password = true, password_hash = $2 where id = $1',
    ],
    [
      'second_factor',
      'update sessions set second_factor_at = null where account_id = $1 and $2::text <> $$$$',
    ],
  ])('is held at %s by all but the routes for that', async (restriction, statement) => {
    const hash = await createPasswordHasher().hash(TEST_PASSWORD);
    const newRestricted = async (): Promise<TestClient> => {
      const client = await newPerson('system_admin');
      await api.owner.pool.query(statement, [client.accountId, hash]);
      return client;
    };
    const held = await newRestricted();
    const faults = await faultsOf(routes, async (route) => {
      const isFree = route.access === 'anonymous' || route.access === 'any_session';
      const reply = await ask(isFree ? await newRestricted() : held, route);
      const isHeld = reply.status === 403 && reply.body.code === `session.${restriction}_required`;
      // The second factor comes first where both are asked for.
      const isLater = restriction === 'second_factor' && route.name === 'session.change_password';
      return [reply, unless(isHeld === (!isFree || isLater), `it asks for ${route.access}`)];
    });
    expect(faults).toEqual([]);
  });
});

describe('rows of a foreign union', () => {
  test.each(ROLES)('named in an address are not found by %s', async (role) => {
    const walked = routes.filter(
      (route) => namesRows(route) && mayCall(role, route) && !isReadByAll(route),
    );
    const faults = await faultsOf(walked, async (route) => {
      const reply = await ask(personOf(role), route, { rows: foreign });
      return [reply, unless(reply.status === 404, 'it names a row of T2')];
    });
    expect(faults).toEqual([]);
  });

  test('are not reached by the id of an own row before them', async () => {
    const mixed = { ...own, roleId: foreign.roleId };
    const walked = routes.filter(({ path }) => path.includes(':roleId'));
    const faults = await faultsOf(walked, async (route) => {
      const reply = await ask(personOf('security_admin'), route, { rows: mixed });
      return [reply, unless(reply.status === 404, 'it names a role of T2')];
    });
    expect(faults).toEqual([]);
  });

  test.each(ROLES)('named in a query or a body give %s nothing', async (role) => {
    const named = (route: RouteContract, part: 'query' | 'body') =>
      NAMES_UNION.filter((field) => fieldsOf(route[part]).includes(field));
    const walked = routes.filter(
      (route) =>
        mayCall(role, route) && [...named(route, 'query'), ...named(route, 'body')].length > 0,
    );
    const faults = await faultsOf(walked, async (route) => {
      const fill = (part: 'query' | 'body') =>
        Object.fromEntries(
          named(route, part).map((field) => [
            field,
            field === 'filter' ? { below: foreign.unionId } : foreign.unionId,
          ]),
        );
      const body = fill('body');
      const given = 'subjectId' in body ? { ...body, subjectId: String(foreign.unionId) } : body;
      const reply = await ask(personOf(role), route, { query: fill('query'), body: given });
      const isWrite = Object.keys(body).length > 0 && route.isRaw !== true;
      return [reply, unless(!isWrite || reply.status >= 400, 'it writes for T2')];
    });
    expect(faults).toEqual([]);
  });
});

describe('lists and exports', () => {
  test('show what belongs to the own union and nothing of a foreign one', async () => {
    const shown = new Set<string>();
    const walked = routes.filter(
      ({ path, method, isRaw }) => !path.includes(':') && (method === 'GET' || isRaw === true),
    );
    for (const role of ROLES) {
      const faults = await faultsOf(
        walked.filter((route) => mayCall(role, route)),
        async (route) => {
          const reply = await ask(personOf(role), route);
          if ((await textOf(reply)).includes(OWN)) shown.add(route.name);
          return [reply, undefined];
        },
      );
      expect(faults, role).toEqual([]);
    }
    const silent = walked.map(({ name }) => name).filter((name) => !shown.has(name));
    expect(silent.filter((name) => WITHOUT_ROWS[name] === undefined)).toEqual([]);
  });
});

describe('the table of rights', () => {
  test('lets the own rows be found by the addresses that hide foreign ones', async () => {
    const walked = routes.filter((route) => isPermission(route.access) && namesRows(route));
    const faults = await faultsOf(walked, async (route) => {
      const role = ROLES.find((one) => mayCall(one, route)) ?? 'worker';
      const client = await newPerson(role);
      const rows = await stageRows(api, 'T1', OWN);
      const reply = await ask(client, route, { rows: await ownIn(rows, client) });
      const isFound = reply.status !== 404 || LACKS.has(reply.body.code);
      return [reply, unless(isFound, 'it names a row of T1')];
    });
    expect(faults).toEqual([]);
  });

  test.each(ROLES)('decides at every route what %s may do', async (role) => {
    const faults = await faultsOf(routes, async (route) => {
      const isOwnMatter = !isPermission(route.access);
      // Own matters change the session that asks.
      const client = isOwnMatter && route.method !== 'GET' ? await newPerson(role) : personOf(role);
      const reply = await ask(client, route);
      const isMissing = reply.status === 403 && reply.body.code === 'access.permission_missing';
      if (!mayCall(role, route)) return [reply, unless(isMissing, `${role} has no right to it`)];
      const isRefused = isOwnMatter ? isMissing : reply.status === 401 || reply.status === 403;
      return [reply, unless(!isRefused, `${role} has the right to it`)];
    });
    expect(faults).toEqual([]);
  });
});

/**
 * The staged file has no bytes, the staged union no phone, a merge names a made-up other file, an objection a made-up case,
 * an adjustment a made-up source.
 */
const LACKS: ReadonlySet<string> = new Set([
  'files.not_found',
  'union.no_contact_phone',
  'household.other_unknown',
  'public_notice.entry_unknown',
  'fund.source_unknown',
]);

/** Tasks and messages are the person's own. */
async function ownIn(rows: StagedRows, { accountId }: TestClient): Promise<StagedRows> {
  const { pool } = api.owner;
  await pool.query('update job_runs set account_id = $1 where id = $2', [accountId, rows.jobId]);
  await pool.query('update notices set account_id = $1 where id = $2', [accountId, rows.noticeId]);
  await pool.query('update applications set applicant_account_id = $1 where id = $2', [
    accountId,
    rows.ownCaseId,
  ]);
  return rows;
}
