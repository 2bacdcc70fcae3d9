import { defineConfig } from 'vitest/config';

const DATABASE_TESTS = '{src,tests}/**/*.db.test.ts';

/**
 * `unit`: rules, readers, writers and the architecture, without a browser and without a build.
 * `db`: the same with a real PostgreSQL, one for the run; each file has a copy of a migrated database.
 * `e2e`: the built program as people use it, most of it in one running house; run after the build, one
 * file at a time.
 */
export default defineConfig({
  test: {
    pool: 'threads',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/*.test.ts'],
          exclude: [DATABASE_TESTS],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [DATABASE_TESTS],
          globalSetup: 'tests/support/postgres-server.ts',
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          globalSetup: 'tests/support/shared-house.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
