import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // What needs more than Node has suites of its own (`npm run test:postgres`, `test:cluster`, `test:browser`).
    exclude: ['tests/**/*.{pg,cluster}.test.ts'],
    globalSetup: ['tests/support/built.ts'],
    setupFiles: ['tests/support/loopback-only.ts'],
    // Most of the time goes by in waiting for real clients: on two cores, one worker would leave one of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Real clients on loopback reconnect and back off in seconds, on machines that may be slow.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // `npm run coverage`: what finds and judges has to be reached by tests, line by line.
    coverage: {
      provider: 'v8',
      include: ['src/knowledge/**/*.ts'],
      reporter: ['text', 'json-summary'],
      thresholds: { lines: 90 },
    },
  },
});
