import { afterAll, beforeAll, expect, test } from 'vitest';

import { openTestDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';
import { findFundViolations, runFunds, stageFunds } from './support/random-funds.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await stageFunds(database);
});
afterAll(() => database.close());

test('balances are the sum of their entries at every instant, and no source falls below zero', async () => {
  const told = await runFunds(database, { seed: 20_260_302, steps: 1000, sessions: 4 });
  expect(told.violations).toEqual([]);
  expect(await findFundViolations(database.owner)).toEqual([]);
  expect(told.looks).toBeGreaterThan(20);
  expect(told.kept).toBeGreaterThan(50);
  // Chance reached every wall: budget, receipts, cases that hold money, sources not meant for a case.
  for (const code of [
    'fund.past_budget',
    'fund.past_receipts',
    'fund.reserved_already',
    'fund.unfit_for_case',
    'fund.moved_meanwhile',
  ]) {
    expect(told.refusals.get(code) ?? 0, code).toBeGreaterThan(0);
  }
}, 60_000);
