import { defineConfig } from 'vitest/config';

/**
 * `npm run fuzz`: the properties of `npm test`, with other inputs each time and more of them. `FUZZ_RUNS` says
 * how many, `FUZZ_SEED` repeats what a failure named.
 */
export default defineConfig({
  test: {
    include: ['tests/fuzz/**/*.test.ts'],
    globalSetup: ['tests/support/built.ts'],
    setupFiles: ['tests/support/loopback-only.ts'],
    env: {
      FUZZ_RUNS: process.env.FUZZ_RUNS ?? '5000',
      FUZZ_SEED: process.env.FUZZ_SEED ?? String(Date.now() % 2 ** 31),
    },
    testTimeout: 3_600_000,
  },
});
