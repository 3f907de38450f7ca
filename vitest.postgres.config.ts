import { defineConfig } from 'vitest/config';

/** What only a PostgreSQL server can tell. Not part of `npm test`, as it needs one to be installed. */
export default defineConfig({
  test: {
    include: ['tests/postgres/*.pg.test.ts'],
    setupFiles: ['tests/support/loopback-only.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
