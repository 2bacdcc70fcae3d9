import { expect, test } from 'vitest';

import { nameFrom } from './download-file.ts';

test('a file is named by the encoded name, by the plain one, or not at all', () => {
  const encoded = encodeURIComponent('工会组织.xlsx');
  expect(nameFrom(`attachment; filename*=UTF-8''${encoded}`)).toBe('工会组织.xlsx');
  expect(nameFrom('attachment; filename="songnuan-audit.xlsx"')).toBe('songnuan-audit.xlsx');
  expect(nameFrom(`attachment; filename*=UTF-8''%E5%A`)).toBe('%E5%A');
  expect(nameFrom('attachment')).toBeUndefined();
  expect(nameFrom(null)).toBeUndefined();
});
