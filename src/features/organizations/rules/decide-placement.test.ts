import { describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';
import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';

import { decideClosure } from './decide-closure.ts';
import { decideFounding, decideMove, decideReopening } from './decide-placement.ts';
import type { PlacedUnion, UnionMoveWish } from './decide-placement.ts';
import { canStandUnder, listLevelsBelow } from './level-order.ts';

const TODAY = day('2026-03-02');

function aUnion(overrides: Partial<PlacedUnion> = {}): PlacedUnion {
  return {
    id: 5,
    name: '样例工会',
    level: 'grassroots',
    parentId: 2,
    foundedOn: null,
    closedOn: null,
    ...overrides,
  };
}

const town = (overrides: Partial<PlacedUnion> = {}) =>
  aUnion({ id: 3, name: '样例街总工会', level: 'town_or_system', parentId: 1, ...overrides });

const codesOf = (
  decision: { ok: true } | { ok: false; reasons: readonly { code: string }[] },
): readonly string[] => (decision.ok ? [] : decision.reasons.map(({ code }) => code));

test('each level stands under those above it, grassroots under any', () => {
  const table = UNION_LEVELS.map((level) =>
    UNION_LEVELS.filter((parent) => canStandUnder(level, parent)),
  );
  expect(table).toEqual([
    [],
    ['city'],
    ['city', 'district'],
    ['city', 'district', 'town_or_system', 'grassroots'],
  ]);
  expect(listLevelsBelow('town_or_system')).toEqual(['grassroots']);
});

describe('founding', () => {
  test('is open below an open union of a higher level', () => {
    const union = { level: 'grassroots', foundedOn: TODAY } as const;
    expect(decideFounding(union, town(), TODAY)).toEqual({ ok: true });
  });

  test('hears every reason against it', () => {
    const union = { level: 'district', foundedOn: day('2026-03-03') } as const;
    const parent = town({ closedOn: day('2025-12-31') });
    expect(codesOf(decideFounding(union, parent, TODAY))).toEqual([
      'union.parent_closed',
      'union.level_order',
      'union.day_in_future',
    ]);
  });
});

describe('a move', () => {
  const wish = (overrides: Partial<UnionMoveWish> = {}): UnionMoveWish => ({
    union: aUnion(),
    parent: town(),
    isParentBelow: false,
    from: TODAY,
    lastChange: null,
    ...overrides,
  });

  test.each<[string, Partial<UnionMoveWish>, readonly string[]]>([
    ['today', {}, []],
    ['dated back', { from: day('2020-01-01') }, []],
    ['on the day of the last change', { lastChange: TODAY }, []],
    [
      'before the last change',
      { from: day('2026-03-01'), lastChange: TODAY },
      ['union.day_before_last_change'],
    ],
    [
      'before the founding',
      { from: day('2019-12-31'), union: aUnion({ foundedOn: day('2020-01-01') }) },
      ['union.day_before_founding'],
    ],
    ['ahead of time', { from: day('2026-03-03') }, ['union.day_in_future']],
    ['of the root', { union: aUnion({ parentId: null }) }, ['union.root_stays']],
    ['below itself', { isParentBelow: true }, ['union.below_itself']],
    ['to where it is', { union: aUnion({ parentId: 3 }) }, ['union.already_there']],
    ['of a closed union', { union: aUnion({ closedOn: TODAY }) }, ['union.closed']],
    ['below a closed union', { parent: town({ closedOn: TODAY }) }, ['union.parent_closed']],
    [
      'below a lower level',
      { union: town({ id: 8, parentId: 2 }), parent: aUnion() },
      ['union.level_order'],
    ],
  ])('%s', (_what, overrides, expected) => {
    expect(codesOf(decideMove(wish(overrides), TODAY))).toEqual(expected);
  });
});

describe('a closure', () => {
  const wish = {
    union: aUnion(),
    openChildren: [] as readonly string[],
    roleHolders: [] as readonly string[],
    closedOn: TODAY,
    lastChange: null,
  };

  test('is open to a union without children and people', () => {
    expect(decideClosure(wish, TODAY)).toEqual({ ok: true });
  });

  test('lists all that is in its way, with the first ten names', () => {
    const openChildren = Array.from({ length: 12 }, (_, at) => `工会${at}`);
    const decision = decideClosure({ ...wish, openChildren, roleHolders: ['张三'] }, TODAY);
    expect(codesOf(decision)).toEqual(['union.open_children', 'union.roles_held']);
    const names = openChildren.slice(0, 10).join('、');
    expect(decision).toMatchObject({ reasons: [{ params: { count: 12, names } }, {}] });
  });

  test.each([
    ['twice', { union: aUnion({ closedOn: day('2026-01-01') }) }, 'union.closed'],
    ['of the root', { union: aUnion({ parentId: null }) }, 'union.root_stays'],
    ['tomorrow', { closedOn: day('2026-03-03') }, 'union.day_in_future'],
    ['before the last change', { lastChange: day('2026-03-03') }, 'union.day_before_last_change'],
  ])('is refused %s', (_what, overrides, code) => {
    expect(codesOf(decideClosure({ ...wish, ...overrides }, TODAY))).toEqual([code]);
  });

  test('is taken back from its last day on, under an open parent', () => {
    const union = aUnion({ closedOn: day('2026-02-01') });
    const reopen = (parent: PlacedUnion | null, from: string) =>
      codesOf(decideReopening({ union, parent, from: day(from) }, TODAY));
    expect(reopen(town(), '2026-02-01')).toEqual([]);
    expect(reopen(town(), '2026-01-31')).toEqual(['union.day_before_last_change']);
    expect(reopen(town({ closedOn: TODAY }), '2026-02-01')).toEqual(['union.parent_closed']);
    const open = decideReopening({ union: aUnion(), parent: null, from: TODAY }, TODAY);
    expect(codesOf(open)).toEqual(['union.not_closed']);
  });
});
