import { randomUUID } from 'node:crypto';

import type { Role } from '#features/accounts/rules/roles.ts';
import { createFindSession } from '#features/accounts/server/find-session.ts';
import { digestToken, newToken } from '#features/accounts/server/session-token.ts';
import { SETTING_KEYS, SETTINGS, SettingValues } from '#features/settings/rules/settings.ts';
import { createAuditLog } from '#platform/audit-log/audit-log.ts';
import type { AuditLog } from '#platform/audit-log/audit-log.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Database } from '#platform/database/open-database.ts';
import { createApi } from '#platform/http/api.ts';
import type { Api } from '#platform/http/api.ts';
import { createHttpServer } from '#platform/http/http-server.ts';
import type { HttpServer } from '#platform/http/http-server.ts';
import { CSRF_HEADER, SESSION_COOKIE } from '#platform/http/session.ts';

import { TEST_MAC_KEY, TEST_NOW } from './context.ts';
import { openTestDatabase } from './database.ts';
import type { TestDatabase } from './database.ts';

/** One district, two towns below it, two grassroots unions below each. Code to level and parent. */
const TEST_TREE = {
  D: { name: '样例区总工会', level: 'district', parent: null },
  T1: { name: '样例甲街总工会', level: 'town_or_system', parent: 'D' },
  T2: { name: '样例乙镇总工会', level: 'town_or_system', parent: 'D' },
  G11: { name: '样例甲一公司工会', level: 'grassroots', parent: 'T1' },
  G12: { name: '样例甲二公司工会', level: 'grassroots', parent: 'T1' },
  G21: { name: '样例乙一公司工会', level: 'grassroots', parent: 'T2' },
  G22: { name: '样例乙二公司工会', level: 'grassroots', parent: 'T2' },
} as const satisfies Record<string, { name: string; level: string; parent: string | null }>;

export type TestUnionCode = keyof typeof TEST_TREE;
export type TestUnions = Readonly<Record<TestUnionCode, number>>;

export interface TestReply {
  readonly status: number;
  /** Parsed when it is JSON, else the text. */
  // The tests say what they expect of it.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly bytes: Buffer;
}

export interface TestRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Address of the sender; limits of requests a minute are counted by it. */
  readonly from?: string;
}

/** Someone at the other end of the line; cookie and token are sent along. */
export interface TestClient {
  /** Null for someone not signed in. */
  readonly accountId: number | null;
  readonly send: (request: TestRequest) => Promise<TestReply>;
  readonly get: (url: string) => Promise<TestReply>;
  readonly post: (url: string, body?: unknown) => Promise<TestReply>;
}

export interface TestApi {
  /** As the program sees it: restricted role, rows by scope. */
  readonly database: Database;
  /** Sees and may change everything; for setting the stage. */
  readonly owner: Database;
  readonly app: HttpServer;
  readonly api: Api;
  readonly auditLog: AuditLog;
  readonly unions: TestUnions;
  readonly now: () => Date;
  readonly setNow: (now: Date) => void;
  readonly anonymous: TestClient;
  /** A new person with that role at that union, in a session that may do all the role may. */
  readonly asRole: (role: Role, union: TestUnionCode) => Promise<TestClient>;
  /** A client with the cookie and the token of a session made elsewhere. */
  readonly asSession: (cookie: string, csrfToken: string) => TestClient;
  readonly close: () => Promise<void>;
}

export interface TestApiOptions {
  /** Binds the routes under test. */
  readonly addRoutes?: (api: Api, test: Omit<TestApi, 'api' | 'anonymous'>) => void;
  /** An installation in which nothing has been founded yet. */
  readonly isEmpty?: boolean;
  /** In force; the built-in ones when absent. */
  readonly settings?: () => SettingValues;
  /** The run's own server unless given. */
  readonly open?: () => Promise<Omit<TestDatabase, 'name'>>;
  /** Builds the server instead, with all its routes; `addRoutes` and `settings` are not asked then. */
  readonly build?: (stage: TestStage) => Promise<Pick<TestApi, 'app' | 'api'>>;
}

export type TestStage = Pick<TestApi, 'database' | 'auditLog' | 'now'>;

export const BUILT_IN_SETTINGS: SettingValues = SettingValues.parse(
  Object.fromEntries(SETTING_KEYS.map((key) => [key, SETTINGS[key].builtIn])),
);

/** A real server with real gates on a database of its own; requests are injected without a port. */
export async function openTestApi({
  addRoutes,
  isEmpty = false,
  settings = () => BUILT_IN_SETTINGS,
  open = openTestDatabase,
  build = (stage) => buildBare(stage, settings),
}: TestApiOptions = {}): Promise<TestApi> {
  const { owner, app: database, close } = await open();
  const clock = { now: TEST_NOW };
  const unions = isEmpty ? NO_UNIONS : await addTestTree(owner);
  const auditLog = createAuditLog(TEST_MAC_KEY);
  const now = (): Date => clock.now;
  const { app, api } = await build({ database, auditLog, now });
  const asSession = (cookie: string, csrfToken: string, accountId: number | null = null) =>
    toClient(app, accountId, { cookie: `${SESSION_COOKIE}=${cookie}`, [CSRF_HEADER]: csrfToken });
  const rest = {
    database,
    owner,
    app,
    auditLog,
    unions,
    now,
    setNow: (moment: Date): void => {
      clock.now = moment;
    },
    asSession,
    asRole: async (role: Role, union: TestUnionCode) => {
      const opened = await addPerson(owner, { role, unionId: unions[union], now: now() });
      return asSession(opened.token, opened.csrfToken, opened.accountId);
    },
    close: async () => {
      await app.close();
      await close();
    },
  };
  addRoutes?.(api, rest);
  await app.ready();
  return { ...rest, api, anonymous: toClient(app, null, {}) };
}

async function buildBare(
  { database, auditLog, now }: TestStage,
  valuesOf: () => SettingValues,
): Promise<Pick<TestApi, 'app' | 'api'>> {
  const app = createHttpServer({ host: '127.0.0.1', explain: (code) => code });
  const settings = (): Promise<SettingValues> => Promise.resolve(valuesOf());
  const findSession = createFindSession({ database, settings });
  await app.after();
  return { app, api: createApi({ app, database, auditLog, findSession, now }) };
}

/** Ids that no union has. */
const NO_UNIONS: TestUnions = { D: 0, T1: 0, T2: 0, G11: 0, G12: 0, G21: 0, G22: 0 };

async function addTestTree(owner: Database): Promise<TestUnions> {
  const ids: Partial<Record<TestUnionCode, number>> = {};
  for (const [code, { name, level, parent }] of Object.entries(TEST_TREE)) {
    const row = await owner.query
      .insertInto('unions')
      .values({ code, name, level, parentId: parent === null ? null : (ids[parent] ?? null) })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids[code as TestUnionCode] = row.id;
  }
  // Every code of the tree was just added.
  return ids as TestUnions;
}

interface Person {
  readonly role: Role;
  readonly unionId: number;
  readonly now: Date;
}

async function addPerson(
  owner: Database,
  { role, unionId, now }: Person,
): Promise<{ accountId: number; token: string; csrfToken: string }> {
  const { id } = await owner.query
    .insertInto('accounts')
    .values({
      unionId,
      username: `t${randomUUID().replaceAll('-', '').slice(0, 20)}`,
      displayName: `测试${role}`,
      mustChangePassword: false,
      passwordChangedAt: now,
      totpConfirmedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await owner.query
    .insertInto('roleAssignments')
    .values({ accountId: id, role, unionId, validFrom: toChinaDay(now), reason: '测试' })
    .execute();
  const [token, csrfToken] = [newToken(), newToken()];
  await owner.query
    .insertInto('sessions')
    .values({
      accountId: id,
      tokenDigest: digestToken(token),
      csrfToken,
      createdAt: now,
      lastSeenAt: now,
      secondFactorAt: now,
    })
    .execute();
  return { accountId: id, token, csrfToken };
}

function toClient(
  app: HttpServer,
  accountId: number | null,
  always: Readonly<Record<string, string>>,
): TestClient {
  const send = async ({ method, url, body, headers, from }: TestRequest): Promise<TestReply> => {
    const reply = await app.inject({
      method,
      url,
      ...(from === undefined ? {} : { remoteAddress: from }),
      headers: { host: 'localhost', ...always, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const isJson = /json/.test(String(reply.headers['content-type']));
    return {
      status: reply.statusCode,
      body: isJson ? (JSON.parse(reply.body) as unknown) : reply.body,
      headers: reply.headers,
      bytes: reply.rawPayload,
    };
  };
  return {
    accountId,
    send,
    get: (url) => send({ method: 'GET', url }),
    post: (url, body = {}) => send({ method: 'POST', url, body }),
  };
}
