import { expect, it } from 'vitest';

import { toProblem } from './problem.ts';

const explain = (code: string): string => code;

it.each(['22003', '22008', '22009', '22021', '22P05'])(
  'a value that no column can hold (%s) is a fault of the input, not a bug of ours',
  (code) => {
    const error = Object.assign(new Error('out of range'), { code });
    expect(toProblem(error, 'req-1', explain)).toMatchObject({
      status: 422,
      code: 'request.invalid',
    });
  },
);

it('any other failure of a statement is a bug', () => {
  const error = Object.assign(new Error('no such table'), { code: '42P01' });
  expect(toProblem(error, 'req-1', explain)).toMatchObject({ status: 500, code: 'server.bug' });
});
