import { addAccountRoutes } from '#features/accounts/server/account-routes.ts';
import { createFindSession } from '#features/accounts/server/find-session.ts';
import { addSignInRoutes } from '#features/accounts/server/sign-in-routes.ts';
import { findApplicationSubject } from '#features/applications/server/find-subject-union.ts';
import { addApplicationPaperRoutes } from '#features/applications/server/papers/paper-routes.ts';
import { addApplicationRoutes } from '#features/applications/server/routes.ts';
import { addAttachmentRoutes, findUnionSubject } from '#features/attachments/server/routes.ts';
import type { AuditWords } from '#features/audit/server/audit-row.ts';
import { addAuditRoutes } from '#features/audit/server/routes.ts';
import { addBackupRoutes } from '#features/backups/server/routes.ts';
import type { FrozenEvaluation } from '#features/evaluations/server/routes.ts';
import { addEvaluationRoutes } from '#features/evaluations/server/routes.ts';
import { addFairnessRoutes } from '#features/fairness/server/routes.ts';
import { addFundRoutes } from '#features/funds/server/routes.ts';
import { addCivilAffairsRoutes } from '#features/households/server/civil-affairs-routes.ts';
import { addDuplicateRoutes } from '#features/households/server/duplicate-routes.ts';
import { findHouseholdSubject } from '#features/households/server/find-subject-union.ts';
import { addHouseholdRoutes } from '#features/households/server/routes.ts';
import { addHouseholdSheetRoutes } from '#features/households/server/sheet-routes.ts';
import { addJobRoutes } from '#features/jobs/server/routes.ts';
import { addNoticeRoutes, addOutboxRoutes } from '#features/notices/server/routes.ts';
import { addUnionRoutes } from '#features/organizations/server/routes.ts';
import { findPolicySubject } from '#features/policies/server/find-subject-union.ts';
import { addPolicyRoutes } from '#features/policies/server/routes.ts';
import { findNoticeSubject } from '#features/public-notices/server/find-subject-union.ts';
import { addPublicNoticeRoutes } from '#features/public-notices/server/routes.ts';
import { addSettingRoutes } from '#features/settings/server/routes.ts';
import { addWorkerRoutes } from '#features/workers/server/routes.ts';
import { addYearRecordRoutes } from '#features/year-records/server/routes.ts';
import { createApi } from '#platform/http/api.ts';
import type { Api } from '#platform/http/api.ts';
import { createHttpServer } from '#platform/http/http-server.ts';
import type { HttpServer } from '#platform/http/http-server.ts';
import { addOpenApi } from '#platform/http/open-api-route.ts';
import { serveWebApp } from '#platform/http/web-app.ts';

import { ACTION_LABELS } from './action-labels.ts';
import { explainNotice } from './explain-notice.ts';
import { explain, findText } from './explain.ts';
import { titleOfJob } from './job-kinds.ts';
import type { Services } from './services.ts';

export interface WebServerInput {
  readonly services: Services;
  /** Where it will listen. */
  readonly host: string;
  /** The built page; none for tests of the routes alone. */
  readonly webDir: string | undefined;
  /** The evaluated year, if there is one. */
  readonly frozen: FrozenEvaluation | undefined;
}

export interface WebServer {
  readonly app: HttpServer;
  readonly api: Api;
}

const API_TITLE = {
  title: '送暖接口',
  version: '1',
  description: '所有接口均须登录；写入须带 x-csrf-token，重复提交以 idempotency-key 识别。',
};

/** Workers come by phone: their pages are an app of their own, a third of the size. */
const OTHER_STARTS: ReadonlyMap<string, string> = new Map(
  ['my', 'self-test', 'register'].map((first) => [first, 'worker.html']),
);

/** Every route of the program behind the same gates, before it listens. */
export async function buildWebServer(input: WebServerInput): Promise<WebServer> {
  const { services, host, webDir } = input;
  const { database, auditLog, settings, now, publicOrigin, isBehindProxy } = services;
  const app = createHttpServer({ host, explain, publicOrigin, isBehindProxy });
  // Routes take the plugins' hooks only once the plugins are there.
  await app.after();
  const findSession = createFindSession({ database, settings });
  const api = createApi({ app, database, auditLog, findSession, publicOrigin, now });
  addRoutes(api, input);
  addOpenApi(api, API_TITLE);
  if (webDir !== undefined) serveWebApp(app, webDir, OTHER_STARTS);
  return { app, api };
}

function addRoutes(api: Api, { services, frozen }: WebServerInput): void {
  const { database, auditKeys, accounts, cipher } = services;
  const { files, settings, jobKinds } = services;
  addSignInRoutes(api, accounts);
  addAccountRoutes(api, accounts);
  addSettingRoutes(api);
  addUnionRoutes(api, { cipher, files, importJob: jobKinds.unionImport });
  addCaseworkRoutes(api, services);
  addAuditRoutes(api, { database, ...auditKeys, words: auditWords(api) });
  addJobRoutes(api, { titleOf: (name) => titleOfJob(jobKinds, name), explain });
  addNoticeRoutes(api, { explainNotice });
  addOutboxRoutes(api);
  addBackupRoutes(api);
  const subjects = {
    union: findUnionSubject,
    household: findHouseholdSubject,
    public_notice: findNoticeSubject,
    policy: findPolicySubject,
    application: findApplicationSubject,
  };
  addAttachmentRoutes(api, { files, settings, subjects });
  addEvaluationRoutes(api, frozen);
  addYearRecordRoutes(api, { cipher });
}

/** From a family's file to a decision on its application. */
function addCaseworkRoutes(api: Api, services: Services): void {
  const { cipher, blindIndex, files, jobKinds } = services;
  const keys = { cipher, blindIndex };
  addHouseholdRoutes(api, keys);
  addHouseholdSheetRoutes(api, { keys, files, importJob: jobKinds.householdImport });
  addCivilAffairsRoutes(api, { keys, files, importJob: jobKinds.civilAffairsImport });
  addDuplicateRoutes(api, { ...keys, searchJob: jobKinds.duplicateSearch });
  addPolicyRoutes(api, jobKinds.policyReplay);
  addApplicationPaperRoutes(api, { keys, files });
  addApplicationRoutes(api, { cipher });
  addFundRoutes(api);
  addPublicNoticeRoutes(api, { cipher });
  addFairnessRoutes(api);
  addWorkerRoutes(api, services.workers, jobKinds.rosterImport);
}

/** The log keeps codes; people read what they mean. */
function auditWords(api: Api): AuditWords {
  return {
    labels: ACTION_LABELS,
    explainReason: (code) => findPlainText(code),
    nameRoute: (name) => api.routes.find((route) => route.name === name)?.summary,
  };
}

/** Not for sentences with figures in them: the log keeps the code alone. */
function findPlainText(code: string): string | undefined {
  const text = /^[a-z_]+\.[a-z_.]+$/.test(code) ? findText({ code, params: {} }) : undefined;
  return text === undefined || /undefined|NaN/.test(text) ? undefined : text;
}
