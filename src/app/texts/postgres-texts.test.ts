import { expect, test } from 'vitest';

import { listFiles, readText } from '#tests/support/source-tree.ts';

import { POSTGRES_TEXTS } from './postgres-texts.ts';

test('every failure of the built-in database has a sentence, and every sentence a failure', () => {
  const thrown = listFiles('src/platform/postgres')
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) => [...readText(path).matchAll(/'(postgres\.[a-z_]+)'/g)])
    .map((match) => match[1]);
  expect(Object.keys(POSTGRES_TEXTS).toSorted()).toEqual(
    [...new Set(thrown)].map(String).toSorted(),
  );
});
