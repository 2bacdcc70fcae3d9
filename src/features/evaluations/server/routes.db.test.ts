import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { day } from '#core/plain-date.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi, TestClient } from '../../../../tests/support/api.ts';
import { aYearOfRecords, anEvaluation } from '../../../../tests/support/evaluation-fixture.ts';
import { aFolderWith } from '../../../../tests/support/output-folder.ts';
import { EvaluationView, RecordView, RecordsPage, ViolationsPage } from '../contract.ts';
import { freezeEvaluation } from './freeze-evaluation.ts';
import { addEvaluationRoutes } from './routes.ts';

let outputs: Awaited<ReturnType<typeof aFolderWith>>;
let test: TestApi;
let sampleTest: TestApi;
let emptyTest: TestApi;
let evaluator: TestClient;

beforeAll(async () => {
  outputs = await aFolderWith({
    'evaluation.json': '{}',
    'report.html': '<p>报告</p>',
    'report.pdf': '%PDF-1.7',
    'secret.txt': 'not an output',
  });
  const year = {
    evaluation: anEvaluation(),
    records: aYearOfRecords(),
    policy: policyInForce(day('2023-12-31')),
    frameworkTitle: '测试指标体系',
    outputDir: outputs.path,
    // The district of the test tree is its first union.
    unionId: 1,
  };
  const frozen = await freezeEvaluation({ ...year, isSample: false });
  const sample = await freezeEvaluation({ ...year, isSample: true });
  test = await openTestApi({ addRoutes: (api) => addEvaluationRoutes(api, frozen) });
  sampleTest = await openTestApi({ addRoutes: (api) => addEvaluationRoutes(api, sample) });
  emptyTest = await openTestApi({ addRoutes: (api) => addEvaluationRoutes(api, undefined) });
  evaluator = await test.asRole('evaluator', 'D');
});

afterAll(async () => {
  await Promise.all([test.close(), sampleTest.close(), emptyTest.close()]);
  await outputs.remove();
});

const get = (path: string, client = evaluator) => client.get(`/api/evaluation${encodeURI(path)}`);
const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

describe('the evaluation', () => {
  it('comes without row lists, with the rows counted and the files that exist', async () => {
    const reply = await get('');
    const view = EvaluationView.parse(reply.body.evaluation);
    expect(reply.status).toBe(200);
    expect(view.totals.level1.map(({ score }) => score)).toEqual([
      '14.00',
      '21.00',
      '28.00',
      '27.00',
    ]);
    expect(view.metrics.find(({ name }) => name === '审批及时率')).toMatchObject({
      rows: 250,
      missedRows: 3,
    });
    expect(view.metrics.find(({ name }) => name === '支出率')).toMatchObject({
      rows: 252,
      missedRows: null,
    });
    expect(view.files.map(({ name }) => name)).toEqual([
      'evaluation.json',
      'report.pdf',
      'report.html',
    ]);
    expect(view.aid.byClass[0]?.name).toBe('低保、低收入、特困职工家庭');
    expect(textOf(reply.body)).not.toContain('SQ2023-0001');
  });

  it('is kept by no cache', async () => {
    expect((await get('')).headers['cache-control']).toBe('no-store');
  });
});

describe('the rows behind a metric', () => {
  it('come page by page, each row once, and end', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = cursor === '' ? '' : `&cursor=${cursor}`;
      const reply = await get(`/metrics/审批及时率/records?limit=120${query}`);
      const page = RecordsPage.parse(reply.body);
      expect(page.total).toBe(250);
      seen.push(...page.rows.map(({ reference }) => reference));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(250);
    expect(new Set(seen).size).toBe(250);
  });

  it('can be only those that missed the test', async () => {
    const page = RecordsPage.parse((await get('/metrics/审批及时率/records?missedOnly=true')).body);
    expect(page.total).toBe(3);
    expect(page.rows.every(({ missed }) => missed)).toBe(true);
  });

  it('are found by application number, not by name', async () => {
    const search = async (text: string) =>
      RecordsPage.parse((await get(`/metrics/审批及时率/records?search=${text}`)).body).total;
    expect(await search('sq2023-0007')).toBe(1);
    expect(await search('王小明')).toBe(0);
    expect(await search('19900307')).toBe(0);
  });

  it('are given for one sheet at a time, the ledger first', async () => {
    const first = RecordsPage.parse((await get('/metrics/支出率/records')).body);
    expect(first.sheets).toEqual([
      { name: '救助台账', rows: 250, missedRows: 0 },
      { name: '预算', rows: 2, missedRows: 0 },
    ]);
    expect(first.sheet).toBe('救助台账');
    const budget = RecordsPage.parse((await get('/metrics/支出率/records?sheet=预算')).body);
    expect(budget.rows[0]?.cells).toMatchObject({ place: '预算 第2行', amount: '270,000.00' });
  });

  it('are an empty page for a figure without rows', async () => {
    const page = RecordsPage.parse((await get('/metrics/属实投诉数/records')).body);
    expect(page).toMatchObject({ sheets: [], sheet: null, rows: [], total: 0, nextCursor: null });
  });

  it('are refused for an unknown metric, an odd page size and an unknown finding', async () => {
    const unknown = await get('/metrics/不存在/records');
    expect(unknown.status).toBe(404);
    expect(unknown.headers['content-type']).toContain('application/problem+json');
    expect(unknown.body).toMatchObject({ status: 404, code: 'evaluation.metric_unknown' });
    expect((await get('/metrics/支出率/records?limit=0')).status).toBe(422);
    expect((await get('/metrics/支出率/records?limit=9999')).status).toBe(422);
    expect((await get('/metrics/toString/records')).status).toBe(404);
    expect((await get('/findings/9/records')).status).toBe(404);
  });
});

describe('personal data', () => {
  const addresses = [
    '/metrics/支出率/records',
    '/findings/0/records',
    '/records/SQ2023-0001',
    '/violations',
    '',
  ];

  it.each(addresses)('leaves no whole identity or mobile number in %s', async (address) => {
    const reply = await get(address);
    const body = textOf(reply.body);
    expect(reply.status).toBe(200);
    expect(body).not.toContain('44011819900307123X');
    expect(body).not.toContain('44011819600101001X');
    expect(body).not.toContain('13800138000');
  });

  it('shows the first six and last four places of an identity number', async () => {
    const page = RecordsPage.parse((await get('/findings/0/records')).body);
    expect(page.rows[0]?.cells).toMatchObject({
      name: '王**',
      identityNumber: '440118********123X',
      household: '440118********001X',
    });
  });

  it('shows invented names of a sample in full, and still no number', async () => {
    const reply = await get('/records/SQ2023-0001', await sampleTest.asRole('evaluator', 'D'));
    expect(textOf(reply.body)).toContain('王小明');
    expect(textOf(reply.body)).not.toContain('44011819900307123X');
  });
});

describe('one record', () => {
  it('names its columns, the rules it broke and the metrics it pulled down', async () => {
    const record = RecordView.parse((await get('/records/SQ2023-0001')).body);
    expect(record.sheet).toBe('救助台账');
    expect(record.fields.find(({ title }) => title === '核准金额（元）')?.value).toBe('600.00');
    expect(record.violations.map(({ code }) => code)).toEqual(['range']);
    expect(record.missedMetrics).toEqual(['审批及时率']);
  });

  it('is found by its place in the workbook too', async () => {
    const record = RecordView.parse((await get('/records/救助台账!8')).body);
    expect(record.reference).toBe('SQ2023-0007');
  });

  it('is not found when it does not exist', async () => {
    expect((await get('/records/SQ2023-9999')).body).toMatchObject({
      code: 'evaluation.record_unknown',
    });
  });
});

describe('violations', () => {
  it('are listed, filtered by code and application', async () => {
    const total = async (query: string) =>
      ViolationsPage.parse((await get(`/violations${query}`)).body).total;
    expect(await total('')).toBe(1);
    expect(await total('?code=range')).toBe(1);
    expect(await total('?code=same_event')).toBe(0);
    expect(await total('?search=0001')).toBe(1);
    expect(await total('?search=0002')).toBe(0);
    expect((await get('/violations?code=nonsense')).status).toBe(422);
  });
});

describe('an installation that evaluated no year', () => {
  it('says so instead of failing, and finds nothing else', async () => {
    const client = await emptyTest.asRole('evaluator', 'D');
    expect((await get('', client)).body).toEqual({ evaluation: null });
    expect((await get('/violations', client)).body).toMatchObject({ code: 'evaluation.none' });
    expect((await get('/files/report.pdf', client)).status).toBe(404);
  });
});

describe('rights', () => {
  it('open the evaluation to the fund’s people and to none of the three administrators', async () => {
    expect((await get('', test.anonymous)).status).toBe(401);
    expect((await get('', await test.asRole('auditor', 'D'))).status).toBe(200);
    expect((await get('', await test.asRole('system_admin', 'D'))).status).toBe(403);
    expect((await get('', await test.asRole('worker', 'G11'))).status).toBe(403);
  });

  it('at a town open nothing of the district’s fund', async () => {
    const auditor = await test.asRole('auditor', 'T1');
    expect((await get('', auditor)).body).toEqual({ evaluation: null });
    expect((await get('/violations', auditor)).status).toBe(404);
    expect((await get('/files/report.pdf', auditor)).status).toBe(404);
  });

  it('to take files away are narrower, and each file taken is in the log', async () => {
    const finance = await test.asRole('finance_maker', 'D');
    expect((await get('/files/report.pdf', finance)).status).toBe(403);
    await get('/files/report.pdf');
    const entries = await test.owner.query
      .selectFrom('auditEntries')
      .select('subjectId')
      .where('action', '=', 'evaluation.file_exported')
      .execute();
    expect(entries).toContainEqual({ subjectId: 'report.pdf' });
  });
});

describe('files', () => {
  it('download under a Chinese name', async () => {
    const reply = await get('/files/report.pdf');
    expect(reply.body).toBe('%PDF-1.7');
    expect(reply.headers['content-type']).toBe('application/pdf');
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('某区总工会2023年度绩效评价报告.pdf')}`,
    );
  });

  it('open on screen when asked, the report with a policy that runs no script', async () => {
    const reply = await get('/files/report.html?view=1');
    expect(reply.headers['content-disposition']).toContain('inline');
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await get('/files/evaluation.json?view=1')).headers['content-disposition']).toContain(
      'attachment',
    );
  });

  it('are the five outputs and nothing else in or outside the folder', async () => {
    expect((await get('/files/secret.txt')).status).toBe(404);
    expect((await get('/files/..%2F..%2Fetc%2Fpasswd')).status).toBe(404);
    expect((await get('/files/scores.xlsx')).body).toMatchObject({
      code: 'evaluation.file_missing',
    });
  });
});
