import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildServer } from '#app/start-server.ts';
import { day } from '#core/plain-date.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';
import type { HttpServer } from '#platform/http/http-server.ts';

import { aYearOfRecords, anEvaluation } from '../../../../tests/support/evaluation-fixture.ts';
import { aFolderWith } from '../../../../tests/support/output-folder.ts';
import { EvaluationView, RecordView, RecordsPage, ViolationsPage } from '../contract.ts';

type Folder = Awaited<ReturnType<typeof aFolderWith>>;

let outputs: Folder;
let web: Folder;
let app: HttpServer;
let sampleApp: HttpServer;

beforeAll(async () => {
  outputs = await aFolderWith({
    'evaluation.json': '{}',
    'report.html': '<p>报告</p>',
    'report.pdf': '%PDF-1.7',
    'secret.txt': 'not an output',
  });
  web = await aFolderWith({ 'index.html': '<!doctype html><title>送暖</title>' });
  const input = {
    evaluation: anEvaluation(),
    records: aYearOfRecords(),
    policy: policyInForce(day('2023-12-31')),
    frameworkTitle: '测试指标体系',
    outputDir: outputs.path,
    webDir: web.path,
  };
  app = await buildServer({ ...input, isSample: false });
  sampleApp = await buildServer({ ...input, isSample: true });
});

afterAll(async () => {
  await app.close();
  await sampleApp.close();
  await outputs.remove();
  await web.remove();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url: encodeURI(url), headers: { host: '127.0.0.1:8100', ...headers } });

describe('the evaluation', () => {
  it('comes without row lists, with the rows counted and the files that exist', async () => {
    const reply = await get('/api/evaluation');
    const view = EvaluationView.parse(reply.json());
    expect(reply.statusCode).toBe(200);
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
    expect(reply.body).not.toContain('SQ2023-0001');
  });

  it('is kept by no cache', async () => {
    expect((await get('/api/evaluation')).headers['cache-control']).toBe('no-store');
  });
});

describe('the rows behind a metric', () => {
  it('come page by page, each row once, and end', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = cursor === '' ? '' : `&cursor=${cursor}`;
      const reply = await get(`/api/metrics/审批及时率/records?limit=120${query}`);
      const page = RecordsPage.parse(reply.json());
      expect(page.total).toBe(250);
      seen.push(...page.rows.map(({ reference }) => reference));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(250);
    expect(new Set(seen).size).toBe(250);
  });

  it('can be only those that missed the test', async () => {
    const page = RecordsPage.parse(
      (await get('/api/metrics/审批及时率/records?missedOnly=true')).json(),
    );
    expect(page.total).toBe(3);
    expect(page.rows.every(({ missed }) => missed)).toBe(true);
  });

  it('are found by application number, not by name', async () => {
    const search = async (text: string) =>
      RecordsPage.parse((await get(`/api/metrics/审批及时率/records?search=${text}`)).json()).total;
    expect(await search('sq2023-0007')).toBe(1);
    expect(await search('王小明')).toBe(0);
    expect(await search('19900307')).toBe(0);
  });

  it('are given for one sheet at a time, the ledger first', async () => {
    const first = RecordsPage.parse((await get('/api/metrics/支出率/records')).json());
    expect(first.sheets).toEqual([
      { name: '救助台账', rows: 250, missedRows: 0 },
      { name: '预算', rows: 2, missedRows: 0 },
    ]);
    expect(first.sheet).toBe('救助台账');
    const budget = RecordsPage.parse((await get('/api/metrics/支出率/records?sheet=预算')).json());
    expect(budget.rows[0]?.cells).toMatchObject({ place: '预算 第2行', amount: '270,000.00' });
  });

  it('are an empty page for a figure without rows', async () => {
    const page = RecordsPage.parse((await get('/api/metrics/属实投诉数/records')).json());
    expect(page).toMatchObject({ sheets: [], sheet: null, rows: [], total: 0, nextCursor: null });
  });

  it('are refused for an unknown metric, an odd page size and an unknown finding', async () => {
    const unknown = await get('/api/metrics/不存在/records');
    expect(unknown.statusCode).toBe(404);
    expect(unknown.headers['content-type']).toContain('application/problem+json');
    expect(unknown.json()).toMatchObject({ status: 404, code: 'evaluation.metric_unknown' });
    expect((await get('/api/metrics/支出率/records?limit=0')).statusCode).toBe(422);
    expect((await get('/api/metrics/支出率/records?limit=9999')).statusCode).toBe(422);
    expect((await get('/api/metrics/toString/records')).statusCode).toBe(404);
    expect((await get('/api/findings/9/records')).statusCode).toBe(404);
  });
});

describe('personal data', () => {
  const addresses = [
    '/api/metrics/支出率/records',
    '/api/findings/0/records',
    '/api/records/SQ2023-0001',
    '/api/violations',
    '/api/evaluation',
  ];

  it.each(addresses)('leaves no whole identity or mobile number in %s', async (address) => {
    const { body, statusCode } = await get(address);
    expect(statusCode).toBe(200);
    expect(body).not.toContain('44011819900307123X');
    expect(body).not.toContain('44011819600101001X');
    expect(body).not.toContain('13800138000');
  });

  it('shows the first six and last four places of an identity number', async () => {
    const page = RecordsPage.parse((await get('/api/findings/0/records')).json());
    expect(page.rows[0]?.cells).toMatchObject({
      name: '王**',
      identityNumber: '440118********123X',
      household: '440118********001X',
    });
  });

  it('shows invented names of a sample in full, and still no number', async () => {
    const reply = await sampleApp.inject({
      url: '/api/records/SQ2023-0001',
      headers: { host: 'localhost' },
    });
    expect(reply.body).toContain('王小明');
    expect(reply.body).not.toContain('44011819900307123X');
  });
});

describe('one record', () => {
  it('names its columns, the rules it broke and the metrics it pulled down', async () => {
    const record = RecordView.parse((await get('/api/records/SQ2023-0001')).json());
    expect(record.sheet).toBe('救助台账');
    expect(record.fields.find(({ title }) => title === '核准金额（元）')?.value).toBe('600.00');
    expect(record.violations.map(({ code }) => code)).toEqual(['range']);
    expect(record.missedMetrics).toEqual(['审批及时率']);
  });

  it('is found by its place in the workbook too', async () => {
    const record = RecordView.parse((await get('/api/records/救助台账!8')).json());
    expect(record.reference).toBe('SQ2023-0007');
  });

  it('is not found when it does not exist', async () => {
    expect((await get('/api/records/SQ2023-9999')).json()).toMatchObject({
      code: 'evaluation.record_unknown',
    });
  });
});

describe('violations', () => {
  it('are listed, filtered by code and application', async () => {
    const total = async (query: string) =>
      ViolationsPage.parse((await get(`/api/violations${query}`)).json()).total;
    expect(await total('')).toBe(1);
    expect(await total('?code=range')).toBe(1);
    expect(await total('?code=same_event')).toBe(0);
    expect(await total('?search=0001')).toBe(1);
    expect(await total('?search=0002')).toBe(0);
    expect((await get('/api/violations?code=nonsense')).statusCode).toBe(422);
  });
});

describe('files', () => {
  it('download under a Chinese name', async () => {
    const reply = await get('/files/report.pdf');
    expect(reply.body).toBe('%PDF-1.7');
    expect(reply.headers['content-type']).toBe('application/pdf');
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="report.pdf"; filename*=UTF-8''${encodeURIComponent('某区总工会2023年度绩效评价报告.pdf')}`,
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
    expect((await get('/files/secret.txt')).statusCode).toBe(404);
    expect((await get('/files/..%2F..%2Fetc%2Fpasswd')).statusCode).toBe(404);
    expect((await get('/files/scores.xlsx')).json()).toMatchObject({
      code: 'evaluation.file_missing',
    });
  });
});
