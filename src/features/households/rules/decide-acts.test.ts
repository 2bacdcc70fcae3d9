import { describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import { addMonths, ageOn } from './ages.ts';
import { decideExit } from './decide-exit.ts';
import type { ExitWish } from './decide-exit.ts';
import { decideHeadChange } from './decide-head-change.ts';
import { decideMerge, decideMergeUndo } from './decide-merge.ts';
import type { MergeWish } from './decide-merge.ts';
import { decideRelapse } from './decide-relapse.ts';
import type { RelapseWish } from './decide-relapse.ts';
import { decideSplit } from './decide-split.ts';
import type { FilePerson, SplitWish } from './decide-split.ts';
import { decideRecheck, nextCheckOn } from './next-check.ts';

const TODAY = day('2026-03-02');
const TOMORROW = day('2026-03-03');
const OPENED = day('2026-01-12');
const BEFORE = day('2026-01-11');

const open = { id: 7, state: 'open', openedOn: OPENED } as const;

const codesOf = (
  decision: { ok: true } | { ok: false; reasons: readonly { code: string }[] },
): readonly string[] =>
  decision.ok ? [] : decision.reasons.map(({ code }) => code.replace('household.', ''));

const person = (id: number, overrides: Partial<FilePerson> = {}): FilePerson => ({
  id,
  name: `样例${id}`,
  role: 'member',
  bornOn: day('1990-01-01'),
  ...overrides,
});
const family = [
  person(1, { role: 'head' }),
  person(2),
  person(3, { bornOn: day('2010-03-03') }),
  person(4, { bornOn: null }),
];

test.each<[string, Partial<ExitWish>, readonly string[]]>([
  ['today', {}, []],
  ['on the day of opening', { exitedOn: OPENED }, []],
  ['before the opening', { exitedOn: BEFORE }, ['day_before_opening']],
  ['ahead of time', { exitedOn: TOMORROW }, ['day_in_future']],
  ['twice', { household: { ...open, state: 'exited', hardshipClass: 'none' } }, ['not_open']],
  [
    'out of hardship while deep in it',
    { household: { ...open, hardshipClass: 'deep' } },
    ['exit_still_deep'],
  ],
  [
    'by moving away, whatever the class',
    { kind: 'moved_away', household: { ...open, hardshipClass: 'deep' } },
    [],
  ],
])('an exit %s', (_what, overrides, expected) => {
  const household = { ...open, hardshipClass: 'none' } as const;
  const wish = { household, kind: 'out_of_hardship', exitedOn: TODAY } as const;
  expect(codesOf(decideExit({ ...wish, ...overrides }, TODAY))).toEqual(expected);
});

test.each<[string, Partial<RelapseWish>, readonly string[]]>([
  ['on the day of the exit', {}, []],
  ['before the exit', { from: day('2026-01-31') }, ['day_before_exit']],
  ['ahead of time', { from: TOMORROW }, ['day_in_future']],
  ['of an open file', { household: { state: 'open', exitedOn: null } }, ['not_exited']],
  ['of a merged file', { household: { state: 'merged', exitedOn: null } }, ['not_exited']],
  ['of people who are elsewhere by now', { peopleElsewhere: ['样例甲'] }, ['people_elsewhere']],
])('a relapse %s', (_what, overrides, expected) => {
  const household = { state: 'exited', exitedOn: day('2026-02-01') } as const;
  const wish = { household, from: day('2026-02-01'), peopleElsewhere: [] };
  expect(codesOf(decideRelapse({ ...wish, ...overrides }, TODAY))).toEqual(expected);
});

test.each<[string, Partial<SplitWish>, readonly string[]]>([
  ['of a grown-up and a child', { personIds: [2, 3] }, []],
  ['of one whose birth nobody knows', { personIds: [4], headId: 4 }, []],
  ['of all but the head', { personIds: [2, 3, 4] }, []],
  ['of the head', { personIds: [1, 2] }, ['head_stays']],
  ['of everybody', { personIds: [1, 2, 3, 4] }, ['head_stays', 'nobody_stays']],
  ['of a stranger', { personIds: [2, 9] }, ['person_not_here']],
  ['of one person twice', { personIds: [2, 2] }, ['person_twice']],
  ['under a head who stays', { personIds: [3] }, ['new_head_not_among']],
  ['under a child', { personIds: [3], headId: 3 }, ['new_head_too_young']],
  [
    'under a child on its birthday',
    { personIds: [3], headId: 3, splitOn: TOMORROW },
    ['day_in_future'],
  ],
  ['before the opening', { splitOn: BEFORE }, ['day_before_opening']],
  ['of a merged file', { household: { ...open, state: 'merged' } }, ['not_open']],
])('a split %s', (_what, overrides, expected) => {
  const wish = { household: open, people: family, personIds: [2], headId: 2, splitOn: TODAY };
  expect(codesOf(decideSplit({ ...wish, ...overrides }, TODAY))).toEqual(expected);
});

describe('a merge', () => {
  const other = { ...open, id: 8 };
  test.each<[string, Partial<MergeWish>, readonly string[]]>([
    ['of two open files', {}, []],
    ['of as many as a form holds', { peopleCount: 30 }, []],
    ['of more', { peopleCount: 31 }, ['too_many_people']],
    ['with itself', { other: open }, ['merge_with_itself']],
    ['of an ended file', { other: { ...other, state: 'exited' } }, ['not_open']],
    ['into a merged file', { household: { ...open, state: 'merged' } }, ['not_open']],
    [
      'before the other was opened',
      { other: { ...other, openedOn: TODAY }, mergedOn: day('2026-03-01') },
      ['day_before_opening'],
    ],
    ['ahead of time', { mergedOn: TOMORROW }, ['day_in_future']],
  ])('%s', (_what, overrides, expected) => {
    const wish = { household: open, other, mergedOn: TODAY, peopleCount: 4 };
    expect(codesOf(decideMerge({ ...wish, ...overrides }, TODAY))).toEqual(expected);
  });

  test('is undone where it happened, as long as nobody has gone on elsewhere', () => {
    const merged = { state: 'merged', mergedIntoId: 7 } as const;
    const undo = (
      peopleElsewhere: string[],
      from: { id: number; state: 'open' | 'exited' } = open,
    ) => codesOf(decideMergeUndo({ household: from, other: merged, peopleElsewhere }));
    expect(undo([])).toEqual([]);
    expect(undo(['样例甲'])).toEqual(['people_elsewhere']);
    expect(undo([], { id: 9, state: 'open' })).toEqual(['not_merged_here']);
    expect(undo([], { id: 7, state: 'exited' })).toEqual(['not_open']);
  });
});

describe('a change of head', () => {
  const relations = [1, 3, 4].map((personId) => ({ personId, relation: 'sibling' }) as const);
  const change = (personId: number, given: readonly (typeof relations)[number][] = relations) =>
    codesOf(
      decideHeadChange({ household: open, people: family, personId, relations: given }, TODAY),
    );

  test('names everybody anew', () => {
    expect(change(2)).toEqual([]);
    expect(change(2, relations.slice(1))).toEqual(['relation_missing']);
    const asHead = [...relations.slice(1), { personId: 1, relation: 'head' } as const];
    const wish = { household: open, people: family, personId: 2, relations: asHead };
    expect(codesOf(decideHeadChange(wish, TODAY))).toEqual(['relation_of_head_only']);
  });

  test('is refused for the head, a child and a stranger', () => {
    const all = [1, 2, 3, 4].map((personId) => ({ personId, relation: 'sibling' }) as const);
    expect(change(1, all)).toEqual(['already_head']);
    expect(change(3, all)).toEqual(['new_head_too_young']);
    expect(change(9, all)).toEqual(['person_not_here']);
  });
});

describe('the yearly recheck', () => {
  test.each([
    ['2026-01-12', 12, '2027-01-12'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-11-30', 1, '2026-12-30'],
  ])('after %s and %i months is due on %s', (checkedOn, months, expected) => {
    expect(nextCheckOn(day(checkedOn), months)).toBe(expected);
  });

  test.each([
    ['2026-02-01', 'open', []],
    ['2026-01-31', 'open', ['day_before_last_check']],
    ['2026-03-03', 'open', ['day_in_future']],
    ['2026-02-01', 'exited', ['not_open']],
  ] as const)('on %s of an %s file', (checkedOn, state, expected) => {
    const household = { state, checkedOn: day('2026-02-01') };
    expect(codesOf(decideRecheck({ household, checkedOn: day(checkedOn) }, TODAY))).toEqual(
      expected,
    );
  });
});

test('a birthday counts from its day on', () => {
  expect(ageOn(day('2010-03-02'), TODAY)).toBe(16);
  expect(ageOn(day('2010-03-03'), TODAY)).toBe(15);
  expect(ageOn(day('2008-02-29'), day('2024-02-28'))).toBe(15);
  expect(ageOn(day('2008-02-29'), day('2025-02-28'))).toBe(16);
  expect(ageOn(day('2008-02-29'), day('2025-03-01'))).toBe(17);
});

test('months end where the calendar does', () => {
  expect(() => addMonths(day('9999-12-31'), 1)).toThrow(RangeError);
});
