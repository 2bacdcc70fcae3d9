import { expect, test } from 'vitest';

import { toDisposition } from './name-download.ts';

test('a Chinese name with brackets and quotes goes out as RFC 8187 wants it', () => {
  expect(toDisposition('attachment', "证明(1)'*.pdf")).toBe(
    "attachment; filename*=UTF-8''%E8%AF%81%E6%98%8E%281%29%27%2A.pdf",
  );
});
