import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { EvaluationView } from '#features/evaluations/contract.ts';
import { Evaluation } from '#features/evaluations/rules/evaluation.ts';

import { startProgram, type StartedServer } from '../support/started-server.ts';

describe('npm start', () => {
  let server: StartedServer;
  let url: string;

  beforeAll(async () => {
    server = await startProgram(['--port', '0']);
    url = server.url ?? '';
  });
  afterAll(async () => {
    await server.stop();
  });

  test('prints the address and what the sample year came to', () => {
    expect(server.output()).toContain('样例年度（2023年）得分90.00，等级为优');
    expect(server.output()).toContain(`请用浏览器打开：${url}`);
  });

  test('serves the page at the address', async () => {
    const reply = await fetch(url);
    expect(reply.headers.get('content-type')).toContain('text/html');
    expect(await reply.text()).toContain('<div id="app">');
  });

  test('serves the evaluation, marked as a sample', async () => {
    const view = EvaluationView.parse(await (await fetch(`${url}api/evaluation`)).json());
    expect(view.isSample).toBe(true);
    expect(view.totals).toMatchObject({ score: '90.00', grade: '优' });
  });

  test('offers all five files, evaluation.json keeping its contract', async () => {
    const view = EvaluationView.parse(await (await fetch(`${url}api/evaluation`)).json());
    expect(view.files.map(({ name }) => name)).toEqual([
      'evaluation.json',
      'scores.xlsx',
      'report.docx',
      'report.pdf',
      'report.html',
    ]);
    const file = await fetch(`${url}files/evaluation.json`);
    expect(Evaluation.parse(await file.json()).totals.score).toBe('90.00');
  });

  test('on a busy port says so and ends with 6', async () => {
    const second = await startProgram(['--port', new URL(url).port]);
    expect(second.url).toBeUndefined();
    expect(second.output()).toContain('已被占用');
    expect(second.output()).not.toMatch(/^\s+at /m);
    expect(await second.stop()).toBe(6);
  });

  test('a second start evaluates nothing anew, and Ctrl-C ends it cleanly', async () => {
    const second = await startProgram(['--port', '0']);
    expect(second.output()).not.toContain('正在');
    expect(await second.stop()).toBe(0);
  });

  test('a wrong option is refused with 2', async () => {
    const wrong = await startProgram(['--port', 'eighty']);
    expect(wrong.output()).toContain('不能是“eighty”');
    expect(await wrong.stop()).toBe(2);
  });
});
