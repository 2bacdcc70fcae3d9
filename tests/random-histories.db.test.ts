import { expect, test } from 'vitest';

import { TRANSITIONS } from '#features/applications/rules/transitions.ts';
import type { Action } from '#features/applications/rules/transitions.ts';

import { openTestDatabase } from './support/database.ts';
import { findViolations, listEdges, runHistories } from './support/random-histories.ts';

/** A short walk for each run of the tests; `npm run bench -- histories` takes the long one. */
test('no cap, frequency or separation is ever broken, whatever chance and sessions do', async () => {
  const database = await openTestDatabase();
  try {
    const told = await runHistories(database, { seed: 20_260_302, steps: 900, sessions: 4 });
    expect(await findViolations(database.owner)).toEqual([]);
    for (const edge of await listEdges(database.owner)) {
      const [from = '', action = ''] = edge.split(' ');
      expect(TRANSITIONS[action as Action].from, edge).toContain(from);
    }
    expect(told.kept).toBeGreaterThan(100);
    expect(told.granted).toBeGreaterThan(0);
  } finally {
    await database.close();
  }
});
