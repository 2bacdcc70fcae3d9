import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

import JSZip from 'jszip';

import type { RouteContract } from '#core/route-contract.ts';

import type { TestClient, TestReply } from './api.ts';
import { aForm } from './household-form.ts';
import { multipartOf } from './multipart.ts';
import type { StagedRows } from './rights-stage.ts';
import { sampleOf } from './sample-input.ts';
import type { Sample } from './sample-input.ts';
import { factsOf } from './stage-application.ts';
import { STAGED_BODY, STAGED_FACTS } from './stage-policy.ts';

type Parameters = Readonly<Record<string, string | number>>;

/** Which rows the parameters of an address name; the longest beginning that fits decides. */
const ROWS_IN_ADDRESS: Readonly<Record<string, (rows: StagedRows) => Parameters>> = {
  '/api/accounts/:id': ({ accountId, roleId }) => ({ id: accountId, roleId }),
  '/api/unions/:id': ({ unionId }) => ({ id: unionId, year: 2025 }),
  '/api/sessions/:id': ({ sessionId }) => ({ id: sessionId }),
  '/api/audit/entries/:id': ({ entryId }) => ({ id: entryId }),
  '/api/audit/business-entries/:id': ({ entryId }) => ({ id: entryId }),
  '/api/jobs/:id': ({ jobId }) => ({ id: jobId }),
  '/api/notices/:id': ({ noticeId }) => ({ id: noticeId }),
  '/api/outbox/messages/:id': ({ messageId }) => ({ id: messageId }),
  '/api/attachments/:id': ({ fileId }) => ({ id: fileId }),
  '/api/households/:id': ({ householdId, personId }) => ({ id: householdId, personId, number: 1 }),
  '/api/civil-affairs/:id': ({ entryOnListId }) => ({ id: entryOnListId }),
  '/api/duplicates/:id': ({ pairId }) => ({ id: pairId }),
  '/api/applications/:id': ({ applicationId }) => ({ id: applicationId }),
  '/api/my/applications/:id': ({ ownCaseId, ownFileId }) => ({ id: ownCaseId, fileId: ownFileId }),
  '/api/family-forms/:id': ({ familyFormId }) => ({ id: familyFormId }),
  '/api/worker-invitations/:id': ({ invitationId }) => ({ id: invitationId }),
  '/api/corrections/:id': ({ correctionId }) => ({ id: correctionId }),
  '/api/public-notices/:id': ({ publicNoticeId, objectionId }) => ({
    id: publicNoticeId,
    objectionId,
  }),
  '/api/funds/years/:id': ({ fundYearId }) => ({ id: fundYearId }),
  '/api/funds/sources/:id': ({ fundSourceId }) => ({ id: fundSourceId }),
  '/api/funds/entries/:id': ({ fundEntryId }) => ({ id: fundEntryId }),
  '/api/funds/adjustments/:id': ({ adjustmentId }) => ({ id: adjustmentId }),
  '/api/policies/:id': ({ policyId, policyTestId }) => ({ id: policyId, testId: policyTestId }),
};

/** Parameters that name nothing of a union: settings, and the one evaluated year. */
const FREE_PARAMETERS: Readonly<Record<string, Parameters>> = {
  '/api/settings/:key': { key: 'files.max_megabytes' },
  '/api/evaluation/metrics/:name': { name: 'none' },
  '/api/evaluation/findings/:position': { position: 0 },
  '/api/evaluation/records/:reference': { reference: 'none' },
  '/api/evaluation/files/:name': { name: 'none' },
  '/public-notices/:token': { token: '0'.repeat(32) },
};

export function namesRows({ path }: RouteContract): boolean {
  return startOf(path, ROWS_IN_ADDRESS) !== undefined;
}

/** @throws Error for a parameter that no table above knows. */
function parametersOf({ path }: RouteContract, rows: StagedRows): Parameters {
  const start = startOf(path, ROWS_IN_ADDRESS);
  if (start !== undefined) return ROWS_IN_ADDRESS[start]?.(rows) ?? {};
  if (!path.includes(':')) return {};
  const free = startOf(path, FREE_PARAMETERS);
  if (free === undefined) throw new Error(`it is not known what the parameters of ${path} name`);
  return FREE_PARAMETERS[free] ?? {};
}

function startOf(path: string, table: object): string | undefined {
  return Object.keys(table).find((start) => path === start || path.startsWith(`${start}/`));
}

export interface Call {
  /** Named in the address. */
  readonly rows: StagedRows;
  /** Fields of query and body besides those that must be there. */
  readonly query?: Sample;
  readonly body?: Sample;
  /** Named where a query or a body must name a union. */
  readonly unionId: number;
}

let calls = 0;

/** Sends what the route takes, each time from another address: limits count by it. */
export async function call(
  client: TestClient,
  route: RouteContract,
  { rows, query = {}, body = {}, unionId }: Call,
): Promise<TestReply> {
  const serial = ++calls;
  const known = knownFields(unionId, serial);
  const parameters = parametersOf(route, rows);
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (parameters[name] === undefined) throw new Error(`${route.path}: ${name} is not filled`);
    return String(parameters[name]);
  });
  const asked = { ...sampleOf(route.query, known), ...query };
  const search = new URLSearchParams(
    Object.entries(asked).map(([name, value]) => [name, String(value)]),
  ).toString();
  const sent = { ...sampleOf(route.body, known), ...body };
  return client.send({
    method: route.method,
    url: search === '' ? path : `${path}?${search}`,
    from: `10.${(serial >> 16) & 255}.${(serial >> 8) & 255}.${serial & 255}`,
    ...payloadOf(route, sent),
  });
}

function payloadOf(
  route: RouteContract,
  sent: Sample,
): { body?: unknown; headers?: Record<string, string> } {
  if (route.method === 'GET') return {};
  if (route.upload === undefined) return { body: sent };
  const fields = Object.entries(sent).map(([name, value]) => [name, String(value)] as const);
  return multipartOf(Buffer.from('no workbook'), Object.fromEntries(fields));
}

/** Fields that a made-up value would not fill; a route whose body needs another one says so by failing. */
function knownFields(unionId: number, serial: number): Sample {
  const person = { username: `made.${serial}`, displayName: '样例' };
  return {
    ...person,
    unionId,
    parentId: unionId,
    subject: 'union',
    subjectId: String(unionId),
    code: String(100_000 + serial),
    level: 'grassroots',
    union: { code: 'X', name: '样例市总工会', level: 'city' },
    systemAdmin: { ...person, password: 'Wenxin-Song7' },
    securityAdmin: person,
    auditAdmin: person,
    filter: {},
    form: aForm(),
    body: STAGED_BODY,
    // Of a policy's test and of an application: either takes its own fields.
    facts: { ...STAGED_FACTS, ...factsOf('样例') },
    paper: 'identity',
    fileId: randomUUID(),
    items: [{ id: 1, version: 1, amountFen: null }],
    lines: [{ sourceId: 1, amountFen: 100 }],
    monthlyPlan: null,
    applicationIds: [1],
    complaintPhone: '020-00000000',
    memberNumber: `A${serial}`.padEnd(8, '0'),
    requestId: randomUUID(),
    kinds: ['publication'],
    otherId: 1,
    personIds: [1],
    ids: '1',
  };
}

/** All text of a reply, that of workbooks and packed files included. */
export async function textOf({ bytes, headers }: TestReply): Promise<string> {
  const type = String(headers['content-type']);
  if (type.includes('gzip')) return gunzipSync(bytes).toString('utf8');
  if (!type.includes('spreadsheetml')) return bytes.toString('utf8');
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.values(zip.files).map((file) => file.async('string'));
  return (await Promise.all(parts)).join('\n');
}
