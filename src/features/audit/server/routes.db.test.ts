import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { AuditEntry } from '#platform/audit-log/audit-entry.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';
import { openTestApi } from '#tests/support/api.ts';
import type { TestApi, TestClient, TestUnionCode } from '#tests/support/api.ts';
import { TEST_MAC_KEY, TEST_NOW } from '#tests/support/context.ts';

import { anEntry, KEYS } from './audit-log.fixture.ts';
import { addAuditRoutes } from './routes.ts';
import { sealAudit } from './seal-audit.ts';

const LABELS = { 'union.renamed': '工会更名', 'audit.exported': '导出审计日志' };

let api: TestApi;
let auditor: TestClient;
let administrator: TestClient;
let townAuditor: TestClient;

beforeAll(async () => {
  api = await openTestApi({
    addRoutes: (routes, { database }) =>
      addAuditRoutes(routes, {
        database,
        signingKey: KEYS.signingKey,
        macKey: TEST_MAC_KEY,
        words: { labels: LABELS },
      }),
  });
  auditor = await api.asRole('auditor', 'D');
  administrator = await api.asRole('audit_admin', 'D');
  townAuditor = await api.asRole('auditor', 'T1');
  for (let index = 0; index < 12; index += 1) {
    const union: TestUnionCode = index % 2 === 0 ? 'G11' : 'G21';
    await add({
      unionId: api.unions[union],
      subjectId: String(index),
      reason: `100%_第${index}次`,
    });
  }
  await add({
    unionId: api.unions.G11,
    action: 'case.approved',
    subject: 'case',
    outcome: 'refused',
    accountName: '李经办',
    after: { illness: '肺炎' },
  });
  await add({ unionId: null, action: 'session.refused', atMs: TEST_NOW.getTime() + 60_000 });
  await sealAudit(api.database, { ...KEYS, macKey: TEST_MAC_KEY, now: TEST_NOW });
});

afterAll(async () => {
  await api.close();
});

async function add(overrides: Partial<AuditEntry>): Promise<void> {
  await inTransaction(api.database, SYSTEM_SCOPE, (transaction) =>
    api.auditLog.append(transaction, { ...anEntry({ atMs: TEST_NOW.getTime() }), ...overrides }),
  );
}

async function subjectsOf(client: TestClient, query: string): Promise<string[]> {
  const { body } = await client.get(`/api/audit/entries?limit=200&${query}`);
  return body.items.map((item: { subjectId: string }) => item.subjectId);
}

describe('the list', () => {
  test('comes the newest first, in pages that follow one another without gap', async () => {
    const first = await auditor.get('/api/audit/entries?limit=10');
    expect(first.body).toMatchObject({ total: expect.any(Number) });
    const second = await auditor.get(`/api/audit/entries?limit=10&after=${first.body.next}`);
    const ids = [...first.body.items, ...second.body.items].map((item) => item.id);
    expect(second.body.next).toBeNull();
    expect(ids).toEqual(ids.toSorted((left, right) => right - left));
    expect(new Set(ids).size).toBe(first.body.total);
    expect(second.body.items.at(-1)).toMatchObject({
      actionLabel: '工会更名',
      unionName: '样例甲一公司工会',
      isSealed: true,
    });
  });

  test.each([
    ['action=case.approved', 1],
    ['subject=case', 1],
    ['outcome=refused', 1],
    ['subjectId=3', 1],
    [`accountName=${encodeURIComponent('李经')}`, 1],
    [`reasonText=${encodeURIComponent('100%_第1')}`, 3],
    [`reasonText=${encodeURIComponent('%')}`, 12],
    [`from=${encodeURIComponent(new Date(TEST_NOW.getTime() + 1).toISOString())}`, 1],
    [`before=${encodeURIComponent(TEST_NOW.toISOString())}`, 0],
  ])('finds by %s', async (query, count) => {
    expect(await subjectsOf(auditor, query)).toHaveLength(count);
  });

  test('of a union holds what belongs to the unions below it', async () => {
    expect(await subjectsOf(auditor, `unionId=${api.unions.T2}`)).toEqual([
      '11',
      '9',
      '7',
      '5',
      '3',
      '1',
    ]);
  });

  test('shows an auditor of a town that town alone, and nothing that belongs to no union', async () => {
    const { body } = await townAuditor.get('/api/audit/entries?limit=200');
    expect(new Set(body.items.map((item: { unionId: number }) => item.unionId))).toEqual(
      new Set([api.unions.G11]),
    );
    expect(await subjectsOf(townAuditor, 'action=session.refused')).toEqual([]);
    expect(await subjectsOf(auditor, 'action=session.refused')).toHaveLength(1);
  });

  test('still shows the district what belonged to a union that is gone', async () => {
    await add({ unionId: 987_654, subjectId: 'gone' });
    expect(await subjectsOf(auditor, 'subjectId=gone')).toEqual(['gone']);
  });
});

describe('an entry', () => {
  test('shows business data to the auditor and hides it from the audit administrator', async () => {
    const { body } = await auditor.get('/api/audit/entries?action=case.approved');
    const { id } = body.items[0];
    const seen = await auditor.get(`/api/audit/business-entries/${id}`);
    expect(seen.body).toMatchObject({ after: { illness: '肺炎' }, isFactsHidden: false });
    const hidden = await administrator.get(`/api/audit/entries/${id}`);
    expect(hidden.body).toMatchObject({ after: null, isFactsHidden: true });
    expect((await administrator.get(`/api/audit/business-entries/${id}`)).status).toBe(403);
  });

  test('of a foreign union is not found', async () => {
    const { body } = await auditor.get(`/api/audit/entries?unionId=${api.unions.T2}`);
    const reply = await townAuditor.get(`/api/audit/entries/${body.items[0].id}`);
    expect(reply).toMatchObject({ status: 404, body: { code: 'audit.entry_unknown' } });
  });
});

describe('the blocks', () => {
  test('are listed with the digest that verification ends in', async () => {
    const { body } = await administrator.get('/api/audit/blocks');
    const verified = await administrator.post('/api/audit/verification', {});
    expect(verified.body).toMatchObject({ ok: true, head: { digest: body.items[0].digest } });
    const key = await administrator.get('/api/audit/public-key');
    expect(key.body.fingerprint).toBe(verified.body.keyFingerprint);
  });

  test('verification names a tampered entry, and is itself written down', async () => {
    const update = (from: string, to: string) =>
      sql`update audit_entries set body = replace(body, ${from}, ${to}) where subject_id = '4'`.execute(
        api.owner.query,
      );
    await update('第4次', '第5次');
    const { body } = await administrator.post('/api/audit/verification', {});
    await update('第5次', '第4次');
    expect(body).toMatchObject({ ok: false, fault: { kind: 'entry_changed' } });
    const { body: list } = await administrator.get('/api/audit/entries?action=audit.verified');
    expect(list.items[0]).toMatchObject({ outcome: 'failed' });
  });
});

describe('an export', () => {
  test.each([
    ['/api/audit/sheet', 'xlsx', 'PK'],
    ['/api/audit/log', 'jsonl.gz', ''],
  ])('%s asks for a reason, answers with a file and is written down', async (url, ending, mark) => {
    expect((await administrator.post(url, {})).status).toBe(422);
    const reply = await administrator.post(url, { reason: '年度检查' });
    expect(reply.status).toBe(200);
    expect(reply.headers['content-disposition']).toMatch(new RegExp(`\\.${ending}$`));
    expect(String(reply.body).startsWith(mark)).toBe(true);
    const { body } = await administrator.get('/api/audit/entries?action=audit.exported');
    expect(body.items[0]).toMatchObject({ reason: '年度检查', actionLabel: '导出审计日志' });
  });

  test('with business data is refused to the audit administrator', async () => {
    const reply = await administrator.post('/api/audit/business-log', { reason: '年度检查' });
    expect(reply.status).toBe(403);
  });
});
