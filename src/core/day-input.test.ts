import { expect, it } from 'vitest';

import { DayInput } from './day-input.ts';

it('a day comes in as it is written', () => {
  expect(DayInput.parse('2024-02-29')).toBe('2024-02-29');
});

it.each(['0000-01-01', '2023-02-29', '2023-4-1', '99999-01-01'])(
  '“%s” is refused, not a failure',
  (text) => {
    expect(DayInput.safeParse(text).success).toBe(false);
  },
);
