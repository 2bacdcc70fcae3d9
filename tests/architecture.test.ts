import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import {
  featureOf,
  isTestFile,
  listEntries,
  listFiles,
  listImports,
  projectFolder,
  readText,
  roomOf,
} from './support/source-tree.ts';

/**
 * What the linter and the compiler cannot see about the tree; architecture-walls.test.ts proves
 * what they do see.
 */
const TOP_FOLDERS = ['app', 'core', 'features', 'platform', 'ui'];
const PARTS = /^(rules|server|ui|documents|(contract|messages)(\.test)?\.ts)$/;
const imports = listImports();
const features = listEntries('src/features');

describe('the tree', () => {
  test('src has five folders', () => {
    expect(listEntries('src')).toEqual(TOP_FOLDERS);
  });

  test.each(features)('%s has only parts with known names', (feature) => {
    expect(listEntries(`src/features/${feature}`).filter((part) => !PARTS.test(part))).toEqual([]);
  });

  test.each(features)('%s is a word of the glossary', (feature) => {
    expect(readText('docs/glossary.md')).toContain(`\`${feature}\``);
  });

  test('every test file is run by a project of vitest.config.ts', () => {
    const named = [...listFiles('src'), ...listFiles('tests')].filter((path) =>
      /\.(test|spec)\.[a-z]+$/.test(path),
    );
    const run =
      /^(src\/.*|tests\/[^/]+)\.test\.ts$|^tests\/e2e\/.*\.e2e\.test\.ts$|^tests\/.*\.db\.test\.ts$/;
    expect(named.filter((path) => !run.test(path))).toEqual([]);
  });

  test('no file of scripts, styles or templates is longer than 300 lines either', () => {
    const texts = ['src', 'scripts']
      .flatMap(listFiles)
      .filter((path) => /\.(mjs|css|typ|html)$/.test(path));
    const long = texts.filter((path) => readText(path).split('\n').length > 300);
    expect(long).toEqual([]);
  });
});

test('every place that ARCHITECTURE.md names is there', () => {
  const named = [
    ...readText('ARCHITECTURE.md').matchAll(/`((?:src|scripts|tests|docs)\/[^`*]+)`/g),
  ];
  const missing = named.map((match) => match[1] ?? '').filter((path) => !exists(path));
  expect(named.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

describe('imports', () => {
  test('are found at all, or the tests below would say nothing', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  test('stay relative inside a room and start with # across rooms', () => {
    const crossing = imports.filter(
      ({ from, specifier, target }) =>
        target !== undefined &&
        specifier.startsWith('.') &&
        roomOf(from) !== roomOf(target) &&
        !isTestFile(from),
    );
    expect(crossing.map(({ from, specifier }) => `${from}: ${specifier}`)).toEqual([]);
  });

  test('name a file that exists, with its ending', () => {
    const missing = imports.filter(({ target }) => target !== undefined && !exists(target));
    expect(missing.map(({ from, specifier }) => `${from}: ${specifier}`)).toEqual([]);
  });
});

describe('features', () => {
  test('import one another as ARCHITECTURE.md draws it', () => {
    expect(describeArrows(realArrows())).toEqual(describeArrows(drawnArrows()));
  });

  test('form no circle', () => {
    const arrows = realArrows();
    const circular = features.filter((feature) => reachable(feature, arrows).has(feature));
    expect(circular).toEqual([]);
  });
});

function exists(path: string): boolean {
  return existsSync(join(projectFolder, path));
}

type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** Which feature imports which, tests left out. */
function realArrows(): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const { from, target } of imports) {
    const user = featureOf(from);
    const used = target === undefined ? undefined : featureOf(target);
    if (user === undefined || used === undefined || user === used || isTestFile(from)) continue;
    arrows.set(user, (arrows.get(user) ?? new Set()).add(used));
  }
  return arrows;
}

/** Reads the lines `user -> used, used` between the marks in ARCHITECTURE.md. */
function drawnArrows(): Arrows {
  const drawing = /```features\n([\s\S]*?)```/.exec(readText('ARCHITECTURE.md'))?.[1] ?? '';
  const arrows = new Map<string, Set<string>>();
  for (const line of drawing.split('\n')) {
    const [user, used] = line.split('->').map((side) => side.trim());
    if (user === undefined || used === undefined) continue;
    arrows.set(user, new Set(used.split(',').map((name) => name.trim())));
  }
  return arrows;
}

function describeArrows(arrows: Arrows): string[] {
  return [...arrows]
    .map(([user, used]) => `${user} -> ${[...used].toSorted().join(', ')}`)
    .toSorted();
}

function reachable(start: string, arrows: Arrows): Set<string> {
  const seen = new Set<string>();
  const queue = [...(arrows.get(start) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(arrows.get(next) ?? []));
  }
  return seen;
}
