import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { ImportCheck } from '#features/fund-years/rules/import-views.ts';
import { addJobRoutes } from '#features/jobs/server/routes.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { prepareJobQueue } from '#platform/jobs/job-queue.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi, TestClient } from '../../../../tests/support/api.ts';
import { openTestKeyring } from '../../../../tests/support/keyring.ts';
import { multipartOf } from '../../../../tests/support/multipart.ts';
import { startTestWorker } from '../../../../tests/support/test-jobs.ts';
import { UNION_ROUTES } from '../contract.ts';
import { UnionDetail, UnionPage, UnionTree } from '../rules/union-views.ts';
import { createUnionImportJob } from './import-job.ts';
import { addUnionRoutes } from './routes.ts';
import { unionTemplateBytes } from './workbook/union-template.ts';

let api: TestApi;
let admin: TestClient;
let officer: TestClient;
let townOfficer: TestClient;
const keyring = await openTestKeyring();
const cipher = createFieldCipher(keyring);
const folder = await mkdtemp(join(tmpdir(), 'songnuan-imports-'));
const files = await openFileStore({ folder, keyring });
const importJob = createUnionImportJob({ cipher, files });
const reason = '测试所需';

beforeAll(async () => {
  api = await openTestApi({
    addRoutes: (bound) => {
      addUnionRoutes(bound, { cipher, files, importJob });
      addJobRoutes(bound, { titleOf: () => importJob.title, explain: (code) => code });
    },
  });
  const owner = await api.owner.pool.connect();
  await prepareJobQueue(owner);
  owner.release();
  admin = await api.asRole('system_admin', 'D');
  officer = await api.asRole('district_officer', 'D');
  townOfficer = await api.asRole('town_officer', 'T1');
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

test('each example of the contract is a reply of its route', () => {
  for (const route of Object.values(UNION_ROUTES)) {
    expect(() => route.reply.parse(route.example), route.name).not.toThrow();
  }
});

describe('reading', () => {
  test('a town sees its own tree, with itself at the top', async () => {
    const tree = UnionTree.parse((await townOfficer.get('/api/unions/tree')).body);
    expect(tree.isWhole).toBe(true);
    expect(tree.nodes.map(({ code, parentId }) => [code, parentId])).toEqual([
      ['G11', api.unions.T1],
      ['G12', api.unions.T1],
      ['T1', null],
    ]);
  });

  test('a foreign union is not found, by whatever way it is asked for', async () => {
    const id = api.unions.G21;
    for (const reply of [
      await townOfficer.get(`/api/unions/${id}`),
      await townOfficer.post(`/api/unions/${id}/contact-phone/reveal`, { reason }),
    ]) {
      expect([reply.status, reply.body.code]).toEqual([404, 'union.unknown']);
    }
    const list = await townOfficer.get(`/api/unions?below=${api.unions.T2}`);
    expect(list.body).toMatchObject({ items: [], total: 0 });
  });

  test('pages follow one another in the order of the tree, each union once', async () => {
    await addUnions(12);
    const codes: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const after = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const reply = await officer.get(`/api/unions?limit=10${after}`);
      const page = UnionPage.parse(reply.body);
      expect(page.total).toBe(19);
      codes.push(...page.items.map(({ code }) => code));
      next = page.next;
    }
    expect(codes.slice(0, 4)).toEqual(['D', 'T1', 'G11', 'G12']);
    expect(new Set(codes).size).toBe(19);
    expect(codes).toHaveLength(19);
  });

  test('a search finds part of a name or code, also signs that a pattern would read', async () => {
    const found = await officer.get(`/api/unions?search=${encodeURIComponent('乙一')}`);
    expect(found.body.items).toMatchObject([{ code: 'G21' }]);
    expect((await officer.get('/api/unions?search=g2')).body.total).toBe(2);
    expect((await officer.get(`/api/unions?search=${encodeURIComponent('%')}`)).body.total).toBe(0);
    expect((await officer.get('/api/unions?after=nonsense')).status).toBe(422);
  });
});

describe('changing', () => {
  test('who sees cases may keep contacts and never the structure', async () => {
    const id = api.unions.G22;
    const patch = { version: 1, contactName: '张三', contactPhone: '13800138000' };
    const url = `/api/unions/${id}`;
    const changed = await officer.send({ method: 'PATCH', url, body: patch });
    expect(UnionDetail.parse(changed.body)).toMatchObject({
      version: 2,
      contactPhone: '138****8000',
    });
    const again = await officer.send({ method: 'PATCH', url, body: patch });
    expect([again.status, again.body.code]).toEqual([422, 'union.nothing_changed']);
    const move = { version: 2, parentId: api.unions.T1, from: '2026-03-01', reason };
    expect((await officer.post(`${url}/move`, move)).status).toBe(403);
    expect((await admin.post(`${url}/move`, { ...move, version: 1 })).body.code).toBe(
      'union.changed_meanwhile',
    );
    expect((await admin.post(`${url}/move`, move)).status).toBe(200);
  });

  test('a member count is put and read back', async () => {
    const url = `/api/unions/${api.unions.G11}/memberships/2025`;
    const body = { memberCount: 30, workerCount: 40, source: '' };
    const reply = await officer.send({ method: 'PUT', url, body });
    expect(reply.body.memberships).toEqual([
      { year: 2025, memberCount: 30, workerCount: 40, source: null },
    ]);
  });
});

describe('lists', () => {
  test('go out as a workbook with the reason in the log', async () => {
    const body = { filter: { state: 'open' }, reason: '上报年报' };
    const reply = await officer.post('/api/unions/export', body);
    expect(reply.status).toBe(200);
    expect(reply.headers['content-disposition']).toContain('filename*=UTF-8');
    const entry = await api.owner.query
      .selectFrom('auditEntries')
      .select('body')
      .where('action', '=', 'union.exported')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(entry.body)).toMatchObject({ reason: '上报年报', after: { state: 'open' } });
    expect((await officer.post('/api/unions/export', { filter: {} })).status).toBe(422);
  });

  test('come in as an upload, checked before anything is written', async () => {
    const { body, headers } = multipartOf(await unionTemplateBytes());
    const url = '/api/unions/import/check';
    const reply = await admin.send({ method: 'POST', url, body, headers });
    expect(ImportCheck.parse(reply.body)).toMatchObject({ rowCount: 1, faultyCount: 1 });
    expect((await officer.send({ method: 'POST', url, body, headers })).status).toBe(403);
  });

  test('are written in the background, and a faulty one says why it was not', async () => {
    const worker = await startTestWorker(api.database, [importJob], { pollMs: 50 });
    const order = multipartOf(await unionTemplateBytes(), { mode: 'all_or_nothing', reason });
    const ordered = await admin.send({ method: 'POST', url: '/api/unions/import', ...order });
    expect(ordered.status).toBe(200);
    const job = await endOf(ordered.body.jobId);
    await worker.stop();
    expect(job).toMatchObject({ state: 'failed', error: { code: 'union.import_faulty' } });
  });

  test.each([
    ['no file', multipartOf(new Uint8Array()), 'workbook.not_a_workbook', 422],
    ['no multipart', { body: {}, headers: {} }, 'upload.file_missing', 422],
    [
      'too large a file',
      multipartOf(new Uint8Array(5 * 1024 * 1024 + 1)),
      'request.too_large',
      413,
    ],
  ])('are refused: %s', async (_what, request, code, status) => {
    const url = '/api/unions/import/check';
    const reply = await admin.send({ method: 'POST', url, ...request });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
});

async function endOf(jobId: string): Promise<unknown> {
  return vi.waitUntil(
    async () => {
      const { body } = await admin.get(`/api/jobs/${jobId}`);
      return ['done', 'failed'].includes(body.state) ? body : undefined;
    },
    { timeout: 10_000, interval: 50 },
  );
}

async function addUnions(count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const code = `N-${at}`;
    const body = {
      parentId: api.unions.T2,
      code,
      name: `样例新${at}`,
      level: 'grassroots',
      reason,
    };
    expect((await admin.post('/api/unions', body)).status).toBe(200);
  }
}
