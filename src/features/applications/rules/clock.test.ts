import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, day } from '#core/plain-date.ts';
import { isWorkingDay, workingDaysBetween } from '#features/policies/rules/working-days.ts';

import { BUILT_IN } from './act-ground.fixture.ts';
import { countUsed, findClockDays, findLight, moveClock } from './clock.ts';
import type { ClockGround } from './clock.ts';
import type { ApplicationState } from './states.ts';

const MONDAY = day('2026-03-02');

function clockGround(overrides: Partial<ClockGround> = {}): ClockGround {
  return {
    state: 'grassroots_review',
    resumeState: null,
    tiers: ['grassroots', 'town', 'district'],
    enteredOn: MONDAY,
    spentDays: 0,
    aidType: '季度救助',
    appliedOn: MONDAY,
    policy: BUILT_IN,
    ...overrides,
  };
}

const standing = (
  state: ApplicationState,
  resumeState: ApplicationState | null = null,
): ClockGround => clockGround({ state, resumeState });

describe('the clock of a tier', () => {
  test.each([
    ['grassroots_review', '2026-03-05', 3],
    ['home_visit', '2026-03-05', 3],
    ['town_review', '2026-03-05', 3],
    ['district_review', '2026-03-09', 5],
    ['district_approval', '2026-03-09', 5],
    ['reexamination', '2026-03-16', 10],
  ] as const)('%s is due on %s, after %i working days', (state, dueOn, limitDays) => {
    const resumeState = state === 'home_visit' ? 'grassroots_review' : null;
    expect(findClockDays(clockGround({ state, resumeState }))).toMatchObject({ dueOn, limitDays });
  });

  test.each(['supplementing', 'grassroots_notice', 'district_notice', 'awaiting_payment'] as const)(
    'rests in %s',
    (state) => {
      const resumeState = state === 'supplementing' ? 'town_review' : null;
      expect(findClockDays(clockGround({ state, resumeState }))).toEqual({
        limitDays: null,
        warnOn: null,
        dueOn: null,
      });
    },
  );

  test('emergency aid ends with its own chain of five working days at every tier', () => {
    const ground = clockGround({
      aidType: '紧急救助',
      state: 'district_review',
      enteredOn: day('2026-03-06'),
    });
    expect(findClockDays(ground).dueOn).toBe('2026-03-09');
  });

  test('is green below seven tenths, yellow up to the limit, red past it', () => {
    const days = findClockDays(clockGround({ state: 'district_review' }));
    expect(
      ['2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10'].map((text) =>
        findLight(days, day(text)),
      ),
    ).toEqual(['green', 'yellow', 'yellow', 'red']);
  });

  test('a holiday between moves the limit', () => {
    const ground = clockGround({ enteredOn: day('2023-09-28') });
    expect(findClockDays(ground).dueOn).toBe('2023-10-09');
  });
});

describe('moving on', () => {
  test('another tier begins at nought', () => {
    const clock = { enteredOn: MONDAY, spentDays: 2 };
    const moved = moveClock(
      clock,
      { before: standing('grassroots_review'), after: standing('town_review') },
      day('2026-03-04'),
    );
    expect(moved).toEqual({ enteredOn: '2026-03-04', spentDays: 0 });
  });

  test('a rest keeps what was spent, however long it lasts', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(60), fc.nat(30), (before, rest, after) => {
        const review = standing('grassroots_review');
        const resting = standing('supplementing', 'grassroots_review');
        const restsOn = addDays(MONDAY, before);
        const resumesOn = addDays(restsOn, rest);
        const today = addDays(resumesOn, after);
        const atRest = moveClock(review, { before: review, after: resting }, restsOn);
        const running = moveClock(atRest, { before: resting, after: review }, resumesOn);
        expect(countUsed({ ...review, ...running }, today)).toBe(
          workingDaysBetween(MONDAY, restsOn) + workingDaysBetween(resumesOn, today),
        );
      }),
    );
  });

  test('on a working day, red is exactly when more days are used than the limit has', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(20), fc.nat(20), (spentDays, offset, later) => {
        const ground = clockGround({ spentDays, enteredOn: addDays(MONDAY, offset) });
        const today = addDays(ground.enteredOn, later);
        fc.pre(isWorkingDay(today));
        const isOver = countUsed(ground, today) > 3;
        expect(findLight(findClockDays(ground), today) === 'red').toBe(isOver);
      }),
    );
  });
});
