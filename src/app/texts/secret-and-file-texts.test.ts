import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { SECRET_AND_FILE_TEXTS } from './secret-and-file-texts.ts';

const folders = ['secrets', 'files'].map((name) =>
  join(import.meta.dirname, '../../platform', name),
);
const sources = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);
const thrown = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/'((?:secrets|files)\.[a-z_]+)'/g)].map((m) => m[1] ?? ''),
  ),
);

test('every code that is thrown has a sentence, and every sentence a code', () => {
  expect(thrown.size).toBeGreaterThan(20);
  expect(Object.keys(SECRET_AND_FILE_TEXTS).toSorted()).toEqual([...thrown].toSorted());
});

test('a sentence names the file when its name is known, and what was found in words', () => {
  const text = SECRET_AND_FILE_TEXTS['files.type_not_allowed'];
  expect(text?.({ found: 'svg', fileName: '证明.png' })).toMatch(
    /^文件“证明\.png”的实际类型是SVG图形/,
  );
  expect(text?.({ found: 'gif' })).toMatch(/^文件的实际类型是GIF文件/);
  const tooLarge = SECRET_AND_FILE_TEXTS['files.too_large'];
  expect(tooLarge?.({ byteLength: 10_485_761, maxBytes: 10_485_760 })).toContain(
    '（10.1 MB），最大允许10.0 MB',
  );
});

test('no sentence shows the lack of a value', () => {
  for (const [code, text] of Object.entries(SECRET_AND_FILE_TEXTS)) {
    const params = {
      path: 'p',
      cause: 'c',
      mode: '0644',
      source: 's',
      algorithm: 'a',
      keyIds: 'k1',
      keyId: 'k1',
      name: 'n',
      reply: 'r',
      signature: 'v',
      byteLength: 1,
      maxBytes: 1,
      found: 'svg',
    };
    expect(text(params), code).not.toMatch(/undefined|NaN/);
  }
});
