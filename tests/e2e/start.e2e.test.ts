import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { EVALUATION_ROUTES } from '#features/evaluations/contract.ts';
import { Evaluation } from '#features/evaluations/rules/evaluation.ts';

import { makePrivateFolder } from '../support/private-folder.ts';
import type { PrivateFolder } from '../support/private-folder.ts';
import { startProgram } from '../support/started-server.ts';

const house = inject('house');
const { url } = house;

describe('npm start', () => {
  test('prints the address, the sample accounts and what the sample year came to', () => {
    expect(house.output).toContain('样例年度（2023年）得分90.00，等级为优');
    expect(Object.keys(house.passwords)).toHaveLength(15);
    expect(house.output).toContain(`请用浏览器打开：${url}`);
  });

  test('serves the page at the address to anybody, and what is in it to nobody without a session', async () => {
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('<div id="app">');
    const refused = await fetch(new URL('api/evaluation', url));
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ detail: expect.stringMatching(/登录/) });
  });

  test('serves the evaluation, marked as a sample, with all five files', async () => {
    const { path, reply } = EVALUATION_ROUTES.view;
    const { evaluation } = reply.parse(await (await get(path)).json());
    expect(evaluation?.isSample).toBe(true);
    expect(evaluation?.totals).toMatchObject({ score: '90.00', grade: '优' });
    expect(evaluation?.files.map(({ name }) => name)).toEqual([
      'evaluation.json',
      'scores.xlsx',
      'report.docx',
      'report.pdf',
      'report.html',
    ]);
    const file = await get('api/evaluation/files/evaluation.json');
    expect(Evaluation.parse(await file.json()).totals.score).toBe('90.00');
  });

  test('on a busy port says so and ends with 6', async () => {
    const second = await startProgram(['--port', new URL(url).port], house);
    expect(second.url).toBeUndefined();
    expect(second.output()).toContain('已被占用');
    expect(second.output()).not.toMatch(/^\s+at /m);
    expect(await second.stop()).toBe(6);
  });

  test('a second start evaluates nothing anew, prints no password, and Ctrl-C ends it cleanly', async () => {
    const second = await startProgram(['--port', '0'], house);
    expect(second.output()).not.toContain('正在');
    expect(second.output()).not.toContain(house.passwords['pingjia']);
    expect(await second.stop()).toBe(0);
    expect((await get('api/evaluation')).status).toBe(200);
  });

  test('whose settings fail once it listens ends by itself, and says why', async () => {
    const env = { SMTP_URL: 'nonsense' };
    const failed = await startProgram(['--port', '0'], { ...house, as: 'serve', env });
    expect(failed.url).toBeUndefined();
    expect(failed.output()).toContain('SMTP_URL');
    expect(await failed.stop()).toBe(2);
  });

  test('a wrong option is refused with 2', async () => {
    const wrong = await startProgram(['--port', 'eighty'], house);
    expect(wrong.output()).toContain('不能是“eighty”');
    expect(await wrong.stop()).toBe(2);
  });
});

describe('a start that is broken off', () => {
  let folder: PrivateFolder;
  beforeAll(async () => {
    folder = await makePrivateFolder();
  });
  afterAll(() => folder.remove());

  test('ends its database, too', async () => {
    const until = /PostgreSQL started/;
    const server = await startProgram(['--port', '0'], { ...folder, as: 'serve', until });
    expect(await server.stop('SIGHUP')).toBe(0);
    expect(existsSync(join(folder.data, 'postgres/cluster/PG_VERSION'))).toBe(true);
    expect(existsSync(join(folder.data, 'postgres/cluster/postmaster.pid'))).toBe(false);
  });
});

const get = (path: string): Promise<Response> =>
  fetch(new URL(path, url), { headers: { cookie: house.sessions.pingjia.cookie } });
