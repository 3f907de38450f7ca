import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/built.ts'],
    setupFiles: ['tests/support/loopback-only.ts'],
    // Real clients on loopback reconnect and back off in seconds, on machines that may be slow.
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
