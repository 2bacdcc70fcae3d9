import { expect, test } from 'vitest';

import { isBackupOverdue } from './is-backup-overdue.ts';

const HOUR = 3_600_000;

test.each([
  ['just written', 0, false],
  ['as old as it may be', 26 * HOUR, false],
  ['a moment older', 26 * HOUR + 1, true],
])('a backup %s', (_what, age, expected) => {
  const nowMs = 1_772_000_000_000;
  expect(isBackupOverdue(nowMs - age, { warnAfterHours: 26, nowMs })).toBe(expected);
});

test('a system that was never backed up is overdue from the first day', () => {
  expect(isBackupOverdue(null, { warnAfterHours: 720, nowMs: 0 })).toBe(true);
});
