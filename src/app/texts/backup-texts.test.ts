import { expect, test } from 'vitest';

import { listFiles, readText } from '#tests/support/source-tree.ts';

import { BACKUP_TEXTS, OPERATION_ACTION_LABELS } from './backup-texts.ts';

const sources = ['src/platform/backup', 'src/app/operations']
  .flatMap(listFiles)
  .filter((path) => !path.endsWith('.test.ts'))
  .map(readText);

function codesIn(pattern: RegExp): string[] {
  const codes = sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code));
  return [...new Set(codes)];
}

test('every failure of an operation has a sentence', () => {
  const codes = codesIn(/'((?:backup|rotation|sample)\.[a-z_]+)'/g);
  const actions = Object.keys(OPERATION_ACTION_LABELS);
  const missing = codes.filter((code) => !(code in BACKUP_TEXTS) && !actions.includes(code));
  expect(codes.length).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});

test('every audit action of an operation has a name', () => {
  const actions = codesIn(/operatorEntry\('([a-z._]+)'/g);
  expect(actions.length).toBeGreaterThan(3);
  expect(actions.filter((action) => !(action in OPERATION_ACTION_LABELS))).toEqual([]);
});
