import { afterAll, beforeAll, expect, test } from 'vitest';

import { ROW_TYPES_FILE, writeRowTypes } from '../scripts/database/row-types.ts';
import { openTestDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';
import { readText } from './support/source-tree.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('the row types are those of the migrated database; `npm run db:types` writes them anew', async () => {
  expect(await writeRowTypes(database.owner.pool.options)).toBe(readText(ROW_TYPES_FILE));
});
