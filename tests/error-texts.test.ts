import { expect, test } from 'vitest';

import { findText } from '#app/explain.ts';

import { isTestFile, listFiles, readText } from './support/source-tree.ts';

/** Codes that the source throws as they stand; those put together at run time are not seen here. */
const THROWN = /new AppError\(\s*'[a-z_]+',\s*'([a-z_.]+)'/g;

const codes = listFiles('src')
  .filter((path) => path.endsWith('.ts') && !isTestFile(path))
  .flatMap((path) => [...readText(path).matchAll(THROWN)].map(([, code = '']) => ({ code, path })));

test('codes are found at all, or the test below would say nothing', () => {
  expect(codes.length).toBeGreaterThan(60);
});

test('every failure that the program throws has a Chinese sentence', () => {
  const silent = codes.filter(({ code }) => findText({ code, params: {} }) === undefined);
  expect(silent.map(({ code, path }) => `${code} (${path})`)).toEqual([]);
});
