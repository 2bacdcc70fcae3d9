import { expect, test } from 'vitest';

import { sizeText, timeText } from './detail-texts.ts';

test.each([
  [820, '820 B'],
  [12_300, '12 KB'],
  [3_565_158, '3.4 MB'],
])('%i bytes read %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test('instants are shown in Beijing time, days as they are', () => {
  expect(timeText('2026-03-01T16:05:00Z')).toBe('2026-03-02 00:05');
  expect(timeText('2026-03-01')).toBe('2026-03-01');
});
