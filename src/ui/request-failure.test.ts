import { describe, expect, test } from 'vitest';

import { RequestFailure, failureText, toRequestFailure } from './request-failure.ts';

describe('problem details', () => {
  test('keep code, status, params, sentence and the errors of fields', () => {
    const failure = toRequestFailure(422, {
      code: 'request.invalid',
      detail: '填写有误',
      params: { limit: 3, nested: {} },
      requestId: 'r-1',
      errors: [
        { path: 'name', message: '请填写名称' },
        { path: '/contacts/0/phone', message: '电话有误' },
        { path: ['contacts', 1, 'phone'], message: '电话有误' },
        { path: 'no message' },
      ],
    });
    expect(failure).toMatchObject({
      status: 422,
      code: 'request.invalid',
      message: '填写有误',
      params: { limit: 3 },
      requestId: 'r-1',
    });
    expect(failure.errors.map(({ path }) => path)).toEqual([
      'name',
      'contacts.0.phone',
      'contacts.1.phone',
    ]);
  });

  test.each([null, '<html>502</html>', [], { code: 7 }])(
    'that are none (%j) still make a failure',
    (body) => {
      expect(toRequestFailure(502, body)).toMatchObject({ status: 502, code: 'server.bug' });
    },
  );
});

describe('the sentence for a person', () => {
  test('is the one the server sent', () => {
    expect(
      failureText(new RequestFailure(409, 'union.closed', { message: '该单位已撤销。' })),
    ).toBe('该单位已撤销。');
  });

  test.each([
    [0, 'network', /无法连接/],
    [401, 'x', /重新登录/],
    [403, 'x', /权限/],
    [500, 'server.bug', /服务出现错误/],
  ])('of status %i without one says what to do', (status, code, text) => {
    expect(failureText(new RequestFailure(status, code))).toMatch(text);
  });

  test('of a bug of the page tells nothing technical', () => {
    expect(failureText(new TypeError('x is undefined'))).not.toContain('undefined');
  });
});
