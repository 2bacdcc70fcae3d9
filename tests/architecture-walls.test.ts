import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  BAIT,
  COMPILE_BREACHES,
  LINT_BREACHES,
  SOUND_FILES,
  type Breach,
} from './support/breaches.ts';
import { plantTree, type BrokenTree } from './support/broken-tree.ts';

/**
 * A wall that nobody has seen stop anything may be painted on. Each rule of the tree is broken here
 * by one file, under the project's own settings, and must be reported for that very file.
 */
let lintTree: BrokenTree;
let compileTree: BrokenTree;
let lintReports: readonly string[];
let compileReports: readonly string[];

// Two trees: an import that the linter must report drags a file into a world it does not belong to.
beforeAll(() => {
  lintTree = plantTree({ ...SOUND_FILES, ...filesOf(LINT_BREACHES) });
  compileTree = plantTree({ ...SOUND_FILES, ...BAIT, ...filesOf(COMPILE_BREACHES) });
  lintReports = lintTree.lint();
  compileReports = compileTree.compile();
}, 120_000);

afterAll(() => {
  lintTree.remove();
  compileTree.remove();
});

function filesOf(breaches: readonly Breach[]): Record<string, string> {
  return Object.fromEntries(breaches.map(({ path, text }) => [path, text]));
}

describe('the linter stops what breaks a rule', () => {
  test.each(LINT_BREACHES)('$rule ($path)', ({ path, report }: Breach) => {
    expect(lintReports).toContain(`${path}: ${report}`);
  });

  test('and lets pass what keeps them', () => {
    const sound = Object.keys(SOUND_FILES);
    expect(lintReports.filter((report) => sound.some((path) => report.startsWith(path)))).toEqual(
      [],
    );
  });
});

describe('the compiler stops what crosses worlds', () => {
  test.each(COMPILE_BREACHES)('$rule ($path)', ({ path, report }: Breach) => {
    expect(compileReports).toContain(`${path}: ${report}`);
  });

  test('and lets pass what stays in its world', () => {
    const sound = Object.keys(SOUND_FILES);
    expect(
      compileReports.filter((report) => sound.some((path) => report.startsWith(path))),
    ).toEqual([]);
  });
});

test.each([
  ['lint', LINT_BREACHES],
  ['compile', COMPILE_BREACHES],
])('no two breaches of %s share a file, so that each report has one cause', (_, breaches) => {
  const paths = breaches.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});
