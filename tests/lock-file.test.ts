import { expect, test } from 'vitest';

import { readText } from './support/source-tree.ts';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readText('package-lock.json')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

test('packages for every system are locked, or npm ci refuses the file (scripts/complete-lock.mjs)', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(`node_modules/${name}` in lock.packages) &&
        !(`${path}/node_modules/${name}` in lock.packages),
    ),
  );
  expect(missing).toEqual([]);
});

test('no address of one registry is written down', () => {
  const addressed = Object.entries(lock.packages).filter(
    ([, { resolved }]) => resolved?.includes('://') === true,
  );
  expect(addressed.map(([path]) => path)).toEqual([]);
});
